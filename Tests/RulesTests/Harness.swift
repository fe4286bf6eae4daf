import Grammar
import Rules
import Semantics
import Syntax
import Testing
import TextModel

/// A draft in which `«...»` marks the bytes where a finding is expected; `«»` is an empty range.
struct MarkedDraft {
  var text: String
  /// UTF-8 byte ranges, in order.
  var ranges: [Range<Int>]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for character in marked.unicodeScalars {
      if character == "«" {
        open.append(bytes.count)
      } else if character == "»" {
        if let start = open.popLast() { ranges.append(start..<bytes.count) }
      } else {
        bytes += Array(String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
  }
}

/// A whole good draft around clauses, so that an example shows only what it is about.
enum Frame {
  static let front = """
    # RESOLUTION 999 (Dubai, 2018)

    ## Lamps and radio logs in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),


    """

  static let back = """


    *resolves*

    to continue this work.

    """

  /// A clause or two become a complete text; a text with its own title or formula stays as it is.
  static func complete(_ example: String) -> String {
    guard !example.contains("RESOLUTION"), !example.contains("DECISION"),
      !example.contains("\nThe "), !example.hasPrefix("The "), !example.hasPrefix("R ")
    else { return example }
    let operative = ["resolves", "decides"].contains { verb in
      example.contains("*\(verb)") || example.hasPrefix(verb) || example.contains("\n\(verb)")
    }
    return front + example.trimmingNewlines + (operative ? "\n" : back)
  }
}

extension String {
  var trimmingNewlines: String {
    var part = self[...]
    while part.last?.isNewline == true { part.removeLast() }
    return String(part)
  }
}

/// All findings of a text, or those of one rule.
func findings(
  _ text: String, rule: String? = nil, profile: Profile? = nil,
  settings: RuleSettings = RuleSettings()
) -> [Finding] {
  let meaning = TextMeaning(Document(text), profile: profile)
  let all = Judgement(meaning, settings: settings).findings
  guard let rule else { return all }
  return all.filter { $0.rule == rule }
}

/// Compares with this text, whatever it is called.
func baseFinder(_ text: String, file: String = "base.md") -> BaseFinder {
  let editions = BaseEdition.editions(of: Array(text.utf8), file: file, encoding: .utf8)
  return BaseFinder { name, _ in BaseEdition.named(name, among: editions) }
}

func slice(_ text: String, _ range: Range<Int>) -> String {
  let bytes = Array(text.utf8)
  guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "outside the text" }
  return String(decoding: bytes[range], as: UTF8.self)
}

/// The text after the first fix of each finding of a rule.
func fixed(_ text: String, rule: String, settings: RuleSettings = RuleSettings()) -> String {
  var bytes = Array(text.utf8)
  let edits = findings(text, rule: rule, settings: settings).compactMap { $0.fixes.first }.flatMap(
    \.edits
  )
  .sorted { $0.range.lowerBound > $1.range.lowerBound }
  var limit = bytes.count + 1
  for edit in edits where edit.range.upperBound <= limit {
    bytes.replaceSubrange(edit.range, with: edit.replacement)
    limit = edit.range.lowerBound
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Expects exactly the marked findings of the rule, and none of any other rule that weighs as an
/// error or a warning.
func expect(
  _ rule: String, in marked: String, others: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let draft = MarkedDraft(marked)
  let all = findings(draft.text)
  let own = all.filter { $0.rule == rule }.map(\.range)
  #expect(
    own == draft.ranges,
    "\(rule): found \(own.map { "\($0) `\(slice(draft.text, $0))`" }) in\n\(draft.text)",
    sourceLocation: sourceLocation)
  let strangers = all.filter {
    $0.rule != rule && $0.severity <= .warning && !others.contains($0.rule)
  }
  #expect(
    strangers.isEmpty, "\(strangers.map { "\($0.rule) at \($0.range): \($0.message)" })",
    sourceLocation: sourceLocation)
}
