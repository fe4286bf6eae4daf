import Foundation
import Rules
import Syntax
import Testing
import TextModel

@testable import Features

/// The actions that ask not to hear a finding, on every finding of the examples.
@Suite("Actions that leave findings out")
struct IgnoreTests {
  private static let drafts: [(name: String, text: [UInt8])] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Grammar/Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.compactMap {
      name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, Array($0)) }
    }
  }()

  private func rules(_ findings: [Finding]) -> [String: Int] {
    findings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }

  /// What is left after each action whose title ends so; everything else must be as before.
  private func check(_ place: String, _ text: [UInt8], _ name: String) -> Int {
    let draft = Draft(Document(text))
    let before = rules(draft.judgement.findings)
    var count = 0
    // A comment that ignores nothing is to be deleted, not ignored by another one.
    for finding in draft.judgement.findings where !finding.rule.hasPrefix("suppression/") {
      let title = "Ignore `\(finding.rule)` \(place) (comment)"
      guard
        let action = draft.actions(in: finding.range, wants: { $0 == .quickFix })
          .first(where: { $0.title == title }), case .edits(let edits) = action.work
      else {
        Issue.record("\(name): no \(title)")
        continue
      }
      count += 1
      let new = Draft(Document(text.applying(edits)))
      var after = rules(new.judgement.findings)
      let left = after[finding.rule] ?? 0
      if place == "here" {
        #expect(left < before[finding.rule] ?? 0, "\(name): \(finding.message)")
      } else {
        #expect(left == 0, "\(name): \(finding.message)")
      }
      after[finding.rule] = before[finding.rule]
      #expect(after == before, "\(name): \(title)")
    }
    return count
  }

  @Test("here", arguments: drafts.map(\.name))
  func here(_ name: String) {
    let text = Self.drafts.first { $0.name == name }?.text ?? []
    _ = check("here", text, name)
    _ = check("here", text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, name + ", returns")
  }

  @Test("in this text", arguments: drafts.map(\.name))
  func inThisText(_ name: String) {
    let text = Self.drafts.first { $0.name == name }?.text ?? []
    _ = check("in this text", text, name)
    _ = check("in this text", [0xEF, 0xBB, 0xBF] + text, name + ", byte order mark")
    _ = check("in this text", Array("---\ntitle: x\n---\n".utf8) + text, name + ", front matter")
  }

  @Test("there are findings to leave out")
  func some() {
    #expect(Self.drafts.reduce(0) { $0 + Draft(Document($1.text)).judgement.findings.count } > 30)
  }

  @Test("front matter stays the first thing in the text")
  func frontMatter() {
    func edit(_ text: String) -> String? {
      let draft = Draft(Document(text))
      guard let finding = draft.judgement.findings.last else { return nil }
      let action = draft.actions(in: finding.range, wants: { $0 == .quickFix })
        .first { $0.title.hasSuffix("in this text (comment)") }
      guard case .edits(let edits)? = action?.work else { return nil }
      return String(
        decoding: Array(text.utf8).applying(edits), as: UTF8.self)
    }
    let body = "RESOLUTION 900 (Busan, 2014)\n\n*recalling*\n\na) one;\n\nc) two,\n"
    let mark = "<!-- resolute: ignore-file "
    #expect(edit(body)?.hasPrefix(mark) == true)
    #expect(edit("---\na: b\n---\n" + body)?.hasPrefix("---\na: b\n---\n" + mark) == true)
    #expect(edit("---\na: b\n" + body)?.hasPrefix(mark) == true)
    #expect(edit("\u{FEFF}" + body)?.hasPrefix("\u{FEFF}" + mark) == true)
  }
}
