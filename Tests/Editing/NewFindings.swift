import Revision
import Rules
import Semantics
import Syntax

/// The findings behind an edit that neither were there before it nor were announced by it. A finding was
/// there before if one of the same rule stood at the same words, or said the same of another place (a
/// gap keeps its labels while the paragraphs on them change places); each covers one finding alone. What
/// an edit announces covers a finding only at the words of the reference that it names.
struct NewFindings {
  private struct Place {
    var rule: String
    var message: String
    var words: Set<String>
  }

  private var before: [Place]
  private var announced: [(rules: [String], words: Set<String>)]

  /// - Parameters:
  ///   - text: before the edit.
  ///   - problems: what the edit announces.
  init(_ text: EditedText, _ problems: [RevisionProblem]) {
    before = text.faults.map { Self.place($0, text.bytes) }
    // They count in the text as it is accepted, findings in the bytes as written.
    let bytes = text.meaning.section.bytes
    announced = problems.map { ($0.kind.findings, Self.words(at: $0.range, bytes)) }
      .filter { !$0.rules.isEmpty }
  }

  /// - Parameter bytes: the text behind the edit.
  func among(_ findings: [Finding], _ bytes: [UInt8]) -> [Finding] {
    var before = before
    var announced = announced
    var rest = findings.map { (finding: $0, place: Self.place($0, bytes)) }
    func take(_ isSame: (Place, Place) -> Bool) {
      rest.removeAll { _, place in
        guard let at = before.firstIndex(where: { $0.rule == place.rule && isSame($0, place) })
        else { return false }
        before.remove(at: at)
        return true
      }
    }
    take { $0.message == $1.message && Self.isAlike($0.words, $1.words) }
    take { Self.isAlike($0.words, $1.words) }
    take { $0.message == $1.message }
    rest.removeAll { finding, place in
      let at = announced.firstIndex {
        $0.rules.contains(finding.rule) && Self.isAlike($0.words, place.words)
      }
      guard let at else { return false }
      announced[at].rules.removeAll { $0 == finding.rule }
      return true
    }
    return rest.map(\.finding)
  }

  private static func place(_ finding: Finding, _ bytes: [UInt8]) -> Place {
    Place(
      rule: finding.rule, message: finding.message,
      words: words(at: finding.range.lowerBound..<finding.range.lowerBound, bytes))
  }

  /// The longer words of the lines that a place touches, for a reference may stand over a line end; labels,
  /// "above" and "below" change by right.
  private static func words(at place: Range<Int>, _ bytes: [UInt8]) -> Set<String> {
    var lower = min(place.lowerBound, bytes.count)
    while lower > 0, bytes[lower - 1] != 0x0A { lower -= 1 }
    var upper = min(max(lower, place.upperBound), bytes.count)
    while upper < bytes.count, bytes[upper] != 0x0A { upper += 1 }
    let words = bytes[lower..<upper].split {
      !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80)
    }
    .filter { $0.count > 3 }.map { String(decoding: $0, as: UTF8.self) }
    return Set(words).subtracting(["above", "below"])
  }

  private static func isAlike(_ one: Set<String>, _ other: Set<String>) -> Bool {
    let fewer = min(one.count, other.count)
    return fewer == 0 ? one == other : 2 * one.intersection(other).count >= fewer
  }
}
