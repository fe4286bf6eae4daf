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

  /// Fixes one at a time, by other means than the program: the first safe fix of the text, then a fresh
  /// judgement. What it leaves untouched is what no fix has asked to change.
  private func fixedByHand(_ draft: [UInt8]) -> (text: [UInt8], untouched: [UInt8])? {
    var text = draft.map { (byte: $0, isOld: true) }
    for _ in 0..<300 {
      let bytes = text.map(\.byte)
      guard
        let fix = fixable(judge(bytes).findings).first?.fixes.first(where: { $0.safety == .safe })
      else { return (bytes, text.filter(\.isOld).map(\.byte)) }
      for edit in fix.edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        text.replaceSubrange(edit.range, with: edit.replacement.map { (byte: $0, isOld: false) })
      }
    }
    return nil
  }

  @Test func nothingFixableIsLeftAndNothingElseHasChanged() throws {
    var random = SeededGenerator()
    print("FixPropertyTests seed \(random.seed)")
    #expect(Self.drafts.count > 5)
    var fixedTexts = 0
    for round in 0..<120 {
      let draft = damaged(Self.drafts[round % Self.drafts.count], &random)
      let name = "seed \(random.seed) round \(round)"
      let before = judge(draft)
      let fixed = FixLoop(judge: judge).run(draft, before)
      #expect(fixed.isSettled, "\(name) does not settle")
      #expect(fixable(judge(fixed.text).findings).isEmpty, "\(name) leaves a fix")
      if fixable(before.findings).isEmpty {
        #expect(fixed.text == draft, "\(name) changes without a fix")
        continue
      }
      fixedTexts += 1
      guard let byHand = fixedByHand(draft) else {
        Issue.record("\(name) has no end by hand")
        continue
      }
      // In whatever order fixes are made, the same text comes out.
      #expect(
        fixed.text == byHand.text,
        "\(name)\n\(String(decoding: draft, as: UTF8.self))")
      #expect(contains(fixed.text, byHand.untouched), "\(name) changes more than fixes say")
    }
    #expect(fixedTexts > 20)
  }

  /// Whether bytes stand in others in their order.
  private func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    var rest = wanted[...]
    for byte in text where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
