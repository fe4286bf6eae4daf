import Catalogue
import Semantics
import TextModel
import Workspace

/// What `graph` was told.
struct GraphSettings: Sendable {
  var format = GraphFormat.dot
  var output: FilePath?
  var profile: String?
  var drawsOutside = false
}

extension CommandTable {
  static let graph = Command(
    "graph", "Show who cites whom over texts", operands: "[PATH...]",
    details: [
      "Folders are walked as by lint. All editions of a text are one; a citation that does not tell"
        + " its body means the only text of that number that was read.",
      "Exit status: 0, or 2 for wrong usage or something that cannot be read or written.",
    ],
    settings: GraphSettings(),
    options: [
      OptionRow<GraphSettings>(
        "format", short: "f", value: "FORMAT", choices: GraphFormat.allCases.map(\.rawValue),
        "How to write it; dot unless given. html is a page to look around in"
      ) { (settings: inout GraphSettings, value: Argument) throws(UsageError) in
        guard let format = GraphFormat(rawValue: value.text) else {
          throw .unknown("format", value.text, among: GraphFormat.allCases.map(\.rawValue))
        }
        settings.format = format
      },
      OptionRow<GraphSettings>("output", short: "o", value: "FILE", "Write to FILE") {
        (settings: inout GraphSettings, value: Argument) throws(UsageError) in
        settings.output = try outputFile(value)
      },
      OptionRow<GraphSettings>(
        "outside", "Draw texts, too, that are only cited; json and html always have them"
      ) { $0.drawsOutside = true },
      OptionRow<GraphSettings>("profile", value: "NAME", "Read as this body's text, or 'auto'") {
        (settings: inout GraphSettings, value: Argument) throws(UsageError) in
        settings.profile = value.text
      },
    ]
  ) {
    (settings: GraphSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    let survey = TextSurvey(session: session, profile: settings.profile) { _, _, meaning in
      TextSummary(meaning, encoding: .utf8)
    }
    let result = try survey.read(operands)
    let graph = CitationGraph(
      result.values.map { (file: $0.path, summary: $0.value) }, register: .standard)
    let report = GraphReport(
      graph: graph, problems: result.problems, drawsOutside: settings.drawsOutside)
    return max(result.status, session.write(report.text(settings.format), to: settings.output))
  }
}
