import Foundation
import Revision
import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

/// Random edits of own drafts and of real texts: every edit can be undone by its inverse to the byte,
/// and none makes a new finding on labels or references.
@Suite("Random edits", .serialized)
struct RandomEditTests {
  struct Count {
    var tried = 0
    var refused: [String: Int] = [:]
    var made = 0
    var undone = 0
    var rewritten = 0
    var judged = 0
    var worse = 0

    var line: String {
      let reasons = refused.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }
      return
        "\(tried) edits: \(made) made, \(undone) undone to the byte, \(judged) judged, \(worse) with new findings, "
        + "\(rewritten) with words that no inverse restores; refused "
        + "\(refused.values.reduce(0, +)): \(reasons.joined(separator: ", "))"
    }
  }

  @Test("Own drafts")
  func ownDrafts() {
    var random = SeededGenerator()
    var count = Count()
    let wanted = ProcessInfo.processInfo.environment["RESOLUTE_EDITS"].flatMap { Int($0) } ?? 600
    while count.tried < wanted {
      let draft = DraftGenerator(&random).text
      let bytes = Array(draft.utf8)
      let before = faults(bytes)
      #expect(before.isEmpty, "seed \(random.seed): \(before.map(\.message))\n\(draft)")
      if !before.isEmpty { return }
      for _ in 0..<10 where !edit(bytes, before, "own draft", &random, &count) { return }
    }
    print("own drafts, seed \(random.seed): \(count.line)")
    #expect(count.made * 10 > count.tried * 6, "\(count.line)")
  }

  @Test("Real texts")
  func realTexts() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment["RESOLUTE_CORPUS"] else {
      return print("skipped: random edits of real texts need RESOLUTE_CORPUS")
    }
    var random = SeededGenerator()
    var count = Count()
    let wanted = environment["RESOLUTE_EDITS"].flatMap { Int($0) } ?? 300
    var texts: [(String, [UInt8], [Finding])] = []
    for name in ["seeds", "pp18", "wrc", "other"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + name).sorted()
      for file in files where file.hasSuffix(".txt") {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)") else {
          continue
        }
        // The engine works on one section; the rest of a collection would only be read again.
        for section in Document([UInt8](data)).sections
        where section.resolution.isRecognised && !section.resolution.paragraphs.isEmpty
          && section.bytes.count < 40_000
        {
          texts.append(("\(name)/\(file)", section.bytes, faults(section.bytes)))
        }
      }
    }
    while count.tried < wanted, let text = texts.randomElement(using: &random) {
      for _ in 0..<5 where !edit(text.1, text.2, text.0, &random, &count) { return }
    }
    print("real texts, seed \(random.seed): \(count.line)")
    #expect(texts.count > 50)
    #expect(count.made * 2 > count.tried, "\(count.line)")
    // One in five hundred, in texts that a converter has damaged; a short run may meet some of them.
    #expect(count.worse * 100 <= count.made + 400, "\(count.line)")
  }

  // MARK: - One edit

  /// - Returns: whether all was well.
  private func edit(
    _ bytes: [UInt8], _ before: [Finding], _ name: String, _ random: inout SeededGenerator,
    _ count: inout Count
  ) -> Bool {
    guard let old = meaning(bytes), old.resolution.paragraphs.count > 0 else { return true }
    let pair = Self.anyEdit(old, &random)
    count.tried += 1
    let revised: Revised
    switch Reviser(old).revise(pair.edit) {
    case .failure(.notThere):
      count.refused["not there", default: 0] += 1
      return true
    case .failure(.unclear(let reason)):
      count.refused[reason, default: 0] += 1
      return true
    case .success(let result): revised = result
    }
    count.made += 1
    let after = applying(revised.edits, to: bytes)
    let place = "seed \(random.seed), \(name), \(pair.edit)"
    // In a list that is broken already, findings hide and uncover one another.
    let isSound = !before.contains { $0.rule.hasPrefix("numbering/") }
    guard !isSound || Self.faultless(before, faults(after), revised.problems) else {
      if name != "own draft" {
        // A converter's damage can hide behind labels that read well.
        count.worse += 1
        let new = faults(after).filter { finding in
          !before.contains { $0.rule == finding.rule && $0.message == finding.message }
        }
        print("new findings: \(place) \(new.map { "\($0.rule) \($0.message)" })")
        return true
      }
      let new = faults(after).map { "\($0.rule) \($0.message)" }
      Issue.record(
        "\(place): \(new)\nproblems \(revised.problems.map(\.kind))\n\(diff(bytes, after))")
      return false
    }
    count.judged += isSound ? 1 : 0
    guard let inverse = pair.inverse else { return true }
    // A label that named nothing names the new paragraph, and follows it when that goes.
    if revised.problems.contains(where: { $0.kind == .rewritten || $0.kind == .danglingLabel }) {
      count.rewritten += 1
      return true
    }
    guard let new = meaning(after), case .success(let back) = Reviser(new).revise(inverse) else {
      Issue.record("\(place): no way back by \(inverse)\n\(diff(bytes, after))")
      return false
    }
    let restored = applying(back.edits, to: after)
    if back.problems.contains(where: { $0.kind == .rewritten }) {
      count.rewritten += 1
      return true
    }
    guard restored == bytes else {
      Issue.record(
        "\(place): not undone\n\(diff(bytes, after))\n-- undone:\n\(diff(bytes, restored))")
      return false
    }
    count.undone += 1
    return true
  }

  /// An edit with the one that undoes it.
  private static func anyEdit(_ old: SectionMeaning, _ random: inout SeededGenerator)
    -> (edit: StructureEdit, inverse: StructureEdit?)
  {
    let tree = old.resolution
    let index = Int.random(in: 0..<tree.paragraphs.count, using: &random)
    let paragraph = tree.paragraphs[index]
    func unitEnd(_ index: Int) -> Int {
      var last = index
      func isBelow(_ i: Int) -> Bool {
        var above = tree.paragraphs[i].parent
        while above >= 0 {
          if above == index { return true }
          above = tree.paragraphs[above].parent
        }
        return false
      }
      while last + 1 < tree.paragraphs.count, isBelow(last + 1) { last += 1 }
      return last
    }
    let size = unitEnd(index) - index + 1
    let siblings = tree.paragraphs.indices.filter {
      let other = tree.paragraphs[$0]
      return other.list == paragraph.list && other.clause == paragraph.clause
        && other.parent == paragraph.parent && other.annex == paragraph.annex
    }
    let at = siblings.firstIndex(of: index) ?? 0
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return (.insert(.after(index), text: "to be brief"), .delete(unitEnd(index) + 1))
    case 1: return (.insert(.before(index), text: "to be brief"), .delete(index))
    case 2:
      return (
        .insert(.after(index), text: "to be brief", stable: true), .delete(unitEnd(index) + 1)
      )
    case 3: return (.delete(index), nil)
    case 4:
      // Past a sibling with all that stands below it, or past a heading.
      let to = at > 0 ? siblings[at - 1] : index
      return (.moveUp(index), .moveDown(to))
    case 5:
      let next = at + 1 < siblings.count ? unitEnd(siblings[at + 1]) - unitEnd(index) : 0
      return (.moveDown(index), .moveUp(index + next))
    case 6: return (.merge(index), nil)
    case 7:
      let lower = paragraph.text.lower
      return (
        .split(at: Int.random(in: lower...max(lower, paragraph.text.upper), using: &random)), nil
      )
    case 8:
      guard let other = siblings.randomElement(using: &random),
        let label = tree.paragraphs[other].label
      else { return (.merge(index), nil) }
      let wanted = NewLabel(
        form: tree.paragraphs[other].form, value: tree.paragraphs[other].ordinal,
        suffix: Int(label.suffix))
      return (.relabel(index, wanted), nil)
    default:
      return size > 1 ? (.moveDown(index), nil) : (.labelBullets(index), nil)
    }
  }

  /// No new finding but those that the edit has announced.
  private static func faultless(
    _ before: [Finding], _ after: [Finding], _ problems: [RevisionProblem]
  ) -> Bool {
    var budget: [String: Int] = [:]
    for finding in before { budget[finding.rule, default: 0] += 1 }
    for problem in problems {
      switch problem.kind {
      case .deletedTarget:
        for rule in [
          "reference/dangling", "reference/self", "reference/direction", "reference/unnumbered",
          "reference/whole-clause", "reference/range", "reference/label-kind",
        ] { budget[rule, default: 0] += 1 }
      case .bothSides: budget["reference/direction", default: 0] += 1
      case .selfReference:
        for rule in ["reference/self", "reference/direction"] { budget[rule, default: 0] += 1 }
      case .danglingLabel:
        for rule in ["reference/direction", "reference/self", "reference/unnumbered"] {
          budget[rule, default: 0] += 1
        }
      default: break
      }
    }
    for finding in after { budget[finding.rule, default: 0] -= 1 }
    return budget.values.allSatisfy { $0 >= 0 }
  }

  /// The lines that differ.
  private func diff(_ old: [UInt8], _ new: [UInt8]) -> String {
    let left = String(decoding: old.filter { $0 != 0x0D }, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let right = String(decoding: new.filter { $0 != 0x0D }, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return right.difference(from: left).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line.prefix(300))"
      case .remove(_, let line, _): "- \(line.prefix(300))"
      }
    }.joined(separator: "\n")
  }
}
