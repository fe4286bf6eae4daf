import Revision
import Rules
import Semantics
import Syntax
import TextModel

/// Makes edits of structure at random and judges each: it can be undone to the byte, makes no new finding
/// on labels or references, whatever findings there were before, carries every reference, and leaves alone what is quoted or named of another
/// text. Counts what came of them.
public struct EditCheck {
  public private(set) var tried = 0
  public private(set) var made = 0
  public private(set) var undone = 0
  /// How many edits the engine has refused, by what it says.
  public private(set) var refused: [String: Int] = [:]
  /// With words that the inverse edit cannot know, and says so.
  private var rewritten = 0
  private var carried = 0

  public init() {}

  public var line: String {
    "\(tried) edits: \(made) made and judged, \(undone) undone to the byte, "
      + "\(carried) with references compared by content, "
      + "\(rewritten) with words that no inverse restores; "
      + "\(refused.values.reduce(0, +)) refused"
  }

  /// The reasons of refusals with their numbers, the most frequent first.
  public var refusals: [String] {
    refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
  }

  /// - Returns: what is wrong, in words.
  public mutating func edit(_ text: EditedText, _ random: inout some RandomNumberGenerator)
    -> String?
  {
    let choice = RandomEdit.any(in: text.meaning, &random)
    tried += 1
    let revised: Revised
    switch Reviser(text.meaning, judgedBy: EditedText.settings).revise(choice.edit) {
    case .failure(let refusal):
      refused[Self.words(refusal), default: 0] += 1
      // In a text without fault a new one is made by a label that a hand types, or by an engine at fault.
      if case .fault = refusal, text.isOwn, !choice.edit.isRelabelling {
        return "\(text.name), \(choice.edit): \(Self.words(refusal))"
      }
      return nil
    case .success(let result): revised = result
    }
    made += 1
    let after = text.bytes.applying(revised.edits)
    let fault = judge(text, choice, revised, after) ?? undo(text, choice, revised, after)
    return fault.map { "\(text.name), \(choice.edit): \($0)\n\(Self.diff(text.bytes, after))" }
  }

  private static func words(_ refusal: RevisionRefusal) -> String {
    switch refusal {
    case .notThere: "not there"
    case .unclear(let reason): reason
    case .fault(let rule, _): "new fault: \(rule)"
    }
  }

  // MARK: - Behind the edit

  private mutating func judge(
    _ text: EditedText, _ choice: RandomEdit, _ revised: Revised, _ after: [UInt8]
  ) -> String? {
    let new = NewFindings(text, revised.problems)
      .among(EditedText.faults(after), after)
    if !new.isEmpty {
      return "new findings \(new.map { "\($0.rule) \($0.message)" })"
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
    switch Reviser(meaning, judgedBy: EditedText.settings).revise(inverse) {
    case .success(let result): back = result
    case .failure(let reason):
      // What was put behind a word that is marked as new stands inside the mark.
      if meaning.section.changes != nil, case .unclear = reason {
        refused["back: a tracked change stands in the way", default: 0] += 1
        return nil
      }
      // What the edit has taken away, its inverse would bring back.
      if case .fault(let rule, _) = reason, Self.count(rule, text.bytes) > Self.count(rule, after) {
        refused["back: \(Self.words(reason)) that stood there before", default: 0] += 1
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

  private static func count(_ rule: String, _ bytes: [UInt8]) -> Int {
    EditedText.faults(bytes).count { $0.rule == rule }
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

extension StructureEdit {
  fileprivate var isRelabelling: Bool {
    if case .relabel = self { true } else { false }
  }
}
