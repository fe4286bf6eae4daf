import Configuration
import Foundation
import Rules
import TestSupport
import Testing
import TextModel

@testable import resolute

/// What holds of `--fix` whatever the text: drafts are damaged at random.
@Suite struct FixPropertyTests {
  private static let drafts: [[UInt8]] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Grammar/Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.compactMap {
      (try? Data(contentsOf: folder.appendingPathComponent($0))).map(Array.init)
    }
  }()

  private func judge(_ text: [UInt8]) -> Linter.Verdict {
    Linter.standard.judge(text, Linter.Request(PathSettings()))
  }

  /// A safe fix that could be made.
  private func fixable(_ findings: [Finding]) -> [Finding] {
    findings.filter { $0.fixes.contains { $0.safety == .safe && !$0.edits.isEmpty } }
  }

  private func damaged(_ draft: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var text = draft
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !text.isEmpty else { break }
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        // A mark at the end of a line.
        let ends = text.indices.filter {
          text[$0] == 0x0A && $0 > 0 && ",;.:".utf8.contains(text[$0 - 1])
        }
        if let end = ends.randomElement(using: &random) { text.remove(at: end - 1) }
      case 1:
        let ends = text.indices.filter { ",;.:".utf8.contains(text[$0]) }
        if let mark = ends.randomElement(using: &random) {
          text[mark] = Array(",;.:".utf8).randomElement(using: &random) ?? text[mark]
        }
      case 2: text.insert(contentsOf: "  ".utf8, at: place)
      case 3:
        // A label.
        let labels = text.indices.filter { $0 > 0 && text[$0] == 0x29 && text[$0 - 1] > 0x60 }
        if let label = labels.randomElement(using: &random) {
          text[label - 1] = UInt8.random(in: 0x61...0x68, using: &random)
        }
      case 4:
        let digits = text.indices.filter { (0x30...0x39).contains(text[$0]) }
        if let digit = digits.randomElement(using: &random) {
          text[digit] = UInt8.random(in: 0x30...0x39, using: &random)
        }
      default:
        // A line goes.
        let end = text[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
        let start = text[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        text.removeSubrange(start..<end)
      }
    }
    return text
  }

  /// Whether a text becomes another by edits alone: each byte that differs is one that an edit asks for.
  private func leads(_ old: [UInt8], to new: [UInt8], by edits: [TextEdit]) -> Bool {
    let starts = Dictionary(grouping: edits, by: \.range.lowerBound)
    // A place in the old text and one in the new.
    struct State: Hashable {
      var old: Int
      var new: Int
    }
    var seen: Set<State> = []
    var open = [State(old: 0, new: 0)]
    while let state = open.popLast() {
      guard seen.insert(state).inserted else { continue }
      if state.old == old.count, state.new == new.count { return true }
      if state.old < old.count, state.new < new.count, old[state.old] == new[state.new] {
        open.append(State(old: state.old + 1, new: state.new + 1))
      }
      for edit in starts[state.old] ?? []
      where new[state.new...].starts(with: edit.replacement) {
        open.append(
          State(old: edit.range.upperBound, new: state.new + edit.replacement.count))
      }
    }
    return false
  }

  @Test func nothingFixableIsLeftAndNothingElseHasChanged() throws {
    var random = SeededGenerator()
    print("FixPropertyTests seed \(random.seed)")
    #expect(Self.drafts.count > 5)
    var count = 0
    for round in 0..<120 {
      let draft = damaged(Self.drafts[round % Self.drafts.count], &random)
      let name = "seed \(random.seed) round \(round)"
      let before = judge(draft)
      var texts = [draft]
      let loop = FixLoop { text in
        texts.append(text)
        return judge(text)
      }
      let fixed = loop.run(draft, before)
      let trace = "\(name)\n\(String(decoding: draft, as: UTF8.self))"
      #expect(fixed.isSettled, "does not settle: \(trace)")
      #expect(fixable(judge(fixed.text).findings).isEmpty, "leaves a fix: \(trace)")
      #expect(fixed.text == texts.last)
      if fixable(before.findings).isEmpty {
        #expect(texts.count == 1, "\(trace)")
      } else {
        count += 1
      }
      for (old, new) in zip(texts, texts.dropFirst()) {
        let edits = fixable(judge(old).findings).flatMap(\.fixes).filter { $0.safety == .safe }
          .flatMap(\.edits)
        #expect(old != new, "changes nothing: \(trace)")
        #expect(leads(old, to: new, by: edits), "changes more than fixes say: \(trace)")
      }
    }
    #expect(count > 20)
  }

  @Test func theCheckItselfSeesAChangeThatNoFixAsksFor() {
    let old = Array("a)  one, b) two".utf8)
    let edits = [TextEdit(range: 2..<4, text: " "), TextEdit(range: 7..<8, text: ";")]
    #expect(leads(old, to: Array("a) one; b) two".utf8), by: edits))
    #expect(leads(old, to: Array("a)  one; b) two".utf8), by: edits))
    #expect(!leads(old, to: Array("a) one; b) too".utf8), by: edits))
    #expect(!leads(old, to: Array("a) one. b) two".utf8), by: edits))
    #expect(!leads(old, to: Array("a) one; b) two\n".utf8), by: edits))
  }

  /// Labels of both levels are in the wrong style; below a list the level follows from that list.
  @Test func listsOfOneClauseAreFixedFromTheOutside() {
    let text = """
      RESOLUTION 198 (Rev. New Delhi, 2024)

      Bell codes between signal boxes

      The World Telecommunication Standardization Assembly (New Delhi, 2024),

      *considering*

      that trains cross borders,

      *resolves*

      i) to ring on main lines;

      ii) to ring on branch lines;

      3 to count the rings.
      """
    let draft = Array(text.utf8)
    let fixed = FixLoop(judge: judge).run(draft, judge(draft))
    let labels = String(decoding: fixed.text, as: UTF8.self).split(separator: "\n")
      .filter { $0.contains(" to ") }.map { $0.prefix { $0 != " " } }
    #expect(labels == ["1", "2", "3"])
  }
}
