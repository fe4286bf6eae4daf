import Grammar
import Revision
import Semantics
import Syntax
import Workspace

enum CompareFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case html
  case json
}

/// What `compare` was told.
struct CompareSettings: Sendable {
  var format = CompareFormat.text
  var output: FilePath?
  var profile: String?
  var colour = ColourChoice.auto
}

extension CommandTable {
  static let compare = Command(
    "compare", "Show what a revision changed, and which references must follow",
    operands: "[OLD] NEW",
    details: [
      "Paragraphs are matched by content and place: new, deleted, moved, relabelled, reworded, split"
        + " and merged ones are told apart, and references whose labels no longer name what they"
        + " named come first. Of several resolutions in a file, the one that both have is compared.",
      "A text with tracked changes counts as all of them accepted; alone, or compared with itself, its two"
        + " sides are compared.",
      "One of the two may be '-', standard input. Exit status: 0, or 2 for wrong usage or something"
        + " that cannot be read or compared.",
    ],
    settings: CompareSettings(),
    options: [
      OptionRow<CompareSettings>(
        "format", short: "f", value: "FORMAT", choices: CompareFormat.allCases.map(\.rawValue),
        "How to write it; text unless given"
      ) { (settings: inout CompareSettings, value: Argument) throws(UsageError) in
        guard let format = CompareFormat(rawValue: value.text) else {
          throw .unknown("format", value.text, among: CompareFormat.allCases.map(\.rawValue))
        }
        settings.format = format
      },
      OptionRow<CompareSettings>("output", short: "o", value: "FILE", "Write to FILE") {
        (settings: inout CompareSettings, value: Argument) throws(UsageError) in
        settings.output = try outputFile(value)
      },
      OptionRow<CompareSettings>("profile", value: "NAME", "Read as this body's text, or 'auto'") {
        (settings: inout CompareSettings, value: Argument) throws(UsageError) in
        guard value.text == "auto" || Profile.named(value.text) != nil else {
          throw .unknown("profile", value.text, among: Profile.all.map(\.id) + ["auto"])
        }
        settings.profile = value.text
      },
      OptionRow<CompareSettings>(
        "color", value: "WHEN", choices: ColourChoice.allCases.map(\.rawValue), "Use colours"
      ) { (settings: inout CompareSettings, value: Argument) throws(UsageError) in
        guard let colour = ColourChoice(rawValue: value.text) else {
          throw .unknown("color", value.text, among: ColourChoice.allCases.map(\.rawValue))
        }
        settings.colour = colour
      },
    ]
  ) {
    (settings: CompareSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    let editions = try Editions(operands, settings, session)
    guard let new = editions.new, let old = editions.old else { return .failure }
    let comparison = Comparison(old, new)
    if !comparison.isSameResolution {
      session.console.complain(
        "\(printable(old.title)) and \(printable(new.title)) are not editions of one resolution")
    }
    let text: String
    switch settings.format {
    case .text:
      let isColoured =
        settings.output == nil
        ? session.console.isColoured(settings.colour)
        : settings.colour == .always
      text = ComparisonText(comparison: comparison, isColoured: isColoured).text()
    case .markdown: text = ComparisonMarkdown(comparison: comparison).text()
    case .html: text = ComparisonPage(comparison: comparison).text()
    case .json:
      var json = ComparisonJSON(comparison)
      text = json.text()
    }
    return session.write(text, to: settings.output)
  }
}
