import Revision
import Rules
import Semantics
import Syntax
import TextModel

/// Makes edits of structure at random and judges each: it can be undone to the byte, makes no new finding
/// on labels or references, carries every reference, and leaves alone what is quoted or named of another
/// text. Counts what came of them.
public struct EditCheck {
  public private(set) var tried = 0
  public private(set) var made = 0
  public private(set) var undone = 0
  public private(set) var judged = 0
  /// Edits of real texts behind which there are new findings, in words.
  public private(set) var worse: [String] = []
  private var refused: [String: Int] = [:]
  /// With words that the inverse edit cannot know, and says so.
  private var rewritten = 0
  private var carried = 0

  public init() {}

  public var line: String {
    let reasons = refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }
    return
      "\(tried) edits: \(made) made, \(undone) undone to the byte, \(judged) judged, "
      + "\(worse.count) with new findings, \(carried) with references compared by content, "
      + "\(rewritten) with words that no inverse restores; refused "
      + "\(refused.values.reduce(0, +)): \(reasons.joined(separator: ", "))"
  }

  /// - Returns: what is wrong, in words.
  public mutating func edit(_ text: EditedText, _ random: inout some RandomNumberGenerator)
    -> String?
  {
    let choice = RandomEdit.any(in: text.meaning, &random)
    tried += 1
    let revised: Revised
    switch Reviser(text.meaning).revise(choice.edit) {
    case .failure(.notThere):
      refused["not there", default: 0] += 1
      return nil
    case .failure(.unclear(let reason)):
      refused[reason, default: 0] += 1
      return nil
    case .success(let result): revised = result
    }
    made += 1
    let after = text.bytes.applying(revised.edits)
    let fault = judge(text, choice, revised, after) ?? undo(text, choice, revised, after)
    return fault.map { "\(text.name), \(choice.edit): \($0)\n\(Self.diff(text.bytes, after))" }
  }

  // MARK: - Behind the edit

  private mutating func judge(
    _ text: EditedText, _ choice: RandomEdit, _ revised: Revised, _ after: [UInt8]
  ) -> String? {
    if text.isSound {
      judged += 1
      let found = EditedText.faults(after)
      if !AnnouncedFindings(text.faults, revised.problems).cover(found) {
        let new = found.filter { finding in
          !text.faults.contains { $0.rule == finding.rule && $0.message == finding.message }
        }
        let words = "new findings \(new.map { "\($0.rule) \($0.message)" })"
        if text.isOwn { return words }
        // A converter's damage can hide behind labels that read well.
        worse.append("\(text.name), \(choice.edit): \(words)\n\(Self.diff(text.bytes, after))")
      }
    }
    guard text.isOwn else { return nil }
    return foreignWords(text, choice, after) ?? references(text, choice, revised, after)
  }

  private func foreignWords(_ text: EditedText, _ choice: RandomEdit, _ after: [UInt8]) -> String? {
    switch choice.edit {
    // They may go with their paragraph, and the border may be put into them.
    case .split, .delete, .deleteClause: return nil
    default: break
    }
    for words in DraftGenerator.foreign {
      let count = { (bytes: [UInt8]) in
        String(decoding: bytes, as: UTF8.self).ranges(of: words).count
      }
      if count(text.bytes) != count(after) { return "\(words) has been touched" }
    }
    return nil
  }

  private mutating func references(
    _ text: EditedText, _ choice: RandomEdit, _ revised: Revised, _ after: [UInt8]
  ) -> String? {
    switch choice.edit {
    // Two paragraphs become one, one becomes two: rows are no longer paragraphs.
    case .split, .merge: return nil
    default: break
    }
    guard !revised.problems.contains(where: { $0.kind == .danglingLabel }),
      let meaning = EditedText.meaning(after)
    else { return nil }
    carried += 1
    return CarriedRows(text.meaning).fault(behind: CarriedRows(meaning))
  }

  // MARK: - And back

  private mutating func undo(
    _ text: EditedText, _ choice: RandomEdit, _ revised: Revised, _ after: [UInt8]
  ) -> String? {
    guard let inverse = choice.inverse else { return nil }
    // A label that named nothing names the new paragraph, and follows it when that goes.
    if revised.problems.contains(where: { $0.kind == .rewritten || $0.kind == .danglingLabel }) {
      rewritten += 1
      return nil
    }
    guard let meaning = EditedText.meaning(after) else { return "nothing is left" }
    let back: Revised
    switch Reviser(meaning).revise(inverse) {
    case .success(let result): back = result
    case .failure(let reason):
      // What was put behind a word that is marked as new stands inside the mark.
      if meaning.section.changes != nil, case .unclear = reason {
        refused["back: a tracked change stands in the way", default: 0] += 1
        return nil
      }
      return "no way back by \(inverse): \(reason)"
    }
    if back.problems.contains(where: { $0.kind == .rewritten }) {
      rewritten += 1
      return nil
    }
    let restored = after.applying(back.edits)
    guard restored == text.bytes else {
      return "not undone by \(inverse):\n\(Self.diff(text.bytes, restored))\n-- the edit:"
    }
    undone += 1
    return nil
  }

  /// The lines that differ.
  private static func diff(_ old: [UInt8], _ new: [UInt8]) -> String {
    func lines(_ bytes: [UInt8]) -> [Substring] {
      String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
    }
    return lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line.prefix(300))"
      case .remove(_, let line, _): "- \(line.prefix(300))"
      }
    }.joined(separator: "\n")
  }
}
