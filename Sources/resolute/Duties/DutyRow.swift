import Reporting
import Semantics
import Syntax

/// One line of the report: a duty and where it stands.
struct DutyRow: Sendable {
  var path: String
  /// `Resolution 140`, or the file of a text without a number.
  var text: String
  var duty: Duty
  var start: SourceText.Position
  var end: SourceText.Position

  var who: String { duty.addressees.joined(separator: "; ") }
  /// The action with the list below it.
  var action: String {
    duty.items.isEmpty
      ? duty.action : duty.action + ": " + duty.items.joined(separator: "; ")
  }
  var when: String { (duty.deadlines + duty.frequencies).joined(separator: "; ") }
  var reportsTo: String {
    guard duty.reports else { return "" }
    return duty.recipients.isEmpty ? "report" : duty.recipients.joined(separator: "; ")
  }
  var place: String { "\(path):\(start.line)" }

  /// All duties of a text, in its order.
  static func rows(path: String, bytes: [UInt8], meaning: TextMeaning) -> [DutyRow] {
    let source = SourceText(bytes)
    var rows: [DutyRow] = []
    for (index, section) in meaning.sections.enumerated() where section.resolution.isRecognised {
      let start = meaning.document.starts[index]
      let name = TextName(of: section).map { "\($0.kind.noun) \($0.number)" } ?? path
      rows += section.duties.map { duty in
        DutyRow(
          path: path, text: name, duty: duty,
          start: source.position(of: duty.span.lower + start),
          end: source.position(of: duty.span.upper + start))
      }
    }
    return rows
  }
}
