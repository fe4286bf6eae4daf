import Foundation
import Revision
import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

@Suite("Formatter")
struct FormatterTests {
  private func formatted(_ clauses: String) -> String {
    let bytes = Array((Frame.front + clauses + "\n").utf8)
    guard let meaning = meaning(bytes) else { return "not a resolution" }
    let after = applying(Formatter(meaning).edits(), to: bytes)
    return String(String(decoding: after, as: UTF8.self).dropFirst(Frame.front.count).dropLast())
  }

  @Test("Blanks, gaps, emphasis and marks as the majority has them")
  func majority() {
    #expect(
      formatted(
        "*recalling*\n\na) one;\n\nb)   two;\nc) three;  \n\nd) four;\n\n   *considering*\n\nthe rest,\n\nresolves\n\n1\tto light;\n\n2 to ring,"
      )
        == "*recalling*\n\na) one;\n\nb) two;\n\nc) three;\n\nd) four,\n\n*considering*\n\nthe rest,\n\n*resolves*\n\n1 to light;\n\n2 to ring."
    )
  }

  @Test("A Markdown list stays one, a tabbed text stays tabbed")
  func dialects() {
    #expect(
      formatted("*recalling*\n\n- a) one;\n\n- b) two;\n-  c)\tthree,\n\n*resolves*\n\nto light.")
        == "*recalling*\n\n- a) one;\n\n- b) two;\n\n- c) three,\n\n*resolves*\n\nto light.")
    let tabbed = Frame.front + "recalling\na)\tone;\nb) two;\nc)\tthree,\nresolves\nto light.\n"
    let edits = meaning(tabbed).map { Formatter($0).edits() } ?? []
    #expect(
      String(decoding: applying(edits, to: Array(tabbed.utf8)), as: UTF8.self).hasSuffix(
        "2018),\nrecalling\na)\tone;\nb)\ttwo;\nc)\tthree,\nresolves\nto light.\n"))
  }

  @Test("Quoted marks, colons and what is no resolution stay")
  func left() {
    let quoted = "*resolves*\n\n1 to say \"stop.\"\n\n2 to light:\n\n3 to ring."
    #expect(formatted(quoted) == quoted)
    let bytes = Array("# Read me\n\n-  one\n- two\n".utf8)
    #expect(meaning(bytes).map { Formatter($0).edits() } == [])
  }

  private func words(_ bytes: [UInt8]) -> [Substring] {
    // Letters and digits in their order, whatever stands between.
    String(decoding: bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
  }

  private func severe(_ bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in Judgement(TextMeaning(Document(bytes)), settings: RuleSettings()).findings
    where finding.severity <= .warning { counts[finding.rule, default: 0] += 1 }
    return counts
  }

  /// What is wrong with the formatted form of a section; `nil` where nothing is.
  private func fault(_ bytes: [UInt8]) -> (edits: Int, fault: String?) {
    guard let old = meaning(bytes) else { return (0, nil) }
    let edits = Formatter(old).edits()
    let after = applying(edits, to: bytes)
    if words(bytes) != words(after) { return (edits.count, "words changed") }
    guard let new = meaning(after) else { return (edits.count, "no resolution any more") }
    let again = Formatter(new).edits()
    if !again.isEmpty {
      let shown = again.prefix(3).map {
        "`\(slice(after, max(0, $0.range.lowerBound - 60)..<min(after.count, $0.range.upperBound + 20)))`"
      }
      return (edits.count, "a second run changes \(again.count): \(shown)")
    }
    let before = severe(bytes)
    let worse = severe(after).filter { $0.value > before[$0.key] ?? 0 }
    return (edits.count, worse.isEmpty ? nil : "new findings \(worse)")
  }

  @Test("Own drafts: words stay, a second run changes nothing, no new finding")
  func ownDrafts() {
    var random = SeededGenerator()
    var edits = 0
    for round in 0..<60 {
      var text = DraftGenerator(&random).text
      // Disorder that formatting takes away again.
      for _ in 0..<4 {
        let (old, new) =
          [(") ", ")\t"), (";\n", "; \n"), ("\n\n", "\n"), ("*", ""), (";", ",")].randomElement(
            using: &random) ?? ("", "")
        let places = text.ranges(of: old)
        if let place = places.randomElement(using: &random) {
          text.replaceSubrange(place, with: new)
        }
      }
      let result = fault(Array(text.utf8))
      edits += result.edits
      if let fault = result.fault {
        Issue.record("seed \(random.seed), round \(round): \(fault)\n\(text)")
        return
      }
    }
    #expect(edits > 60)
  }

  @Test("Real texts: words stay, a second run changes nothing, no new finding")
  func realTexts() throws {
    guard let folder = ProcessInfo.processInfo.environment["RESOLUTE_CORPUS"] else {
      return print("skipped: formatting real texts needs RESOLUTE_CORPUS")
    }
    var texts = 0
    var edits = 0
    for name in ["seeds", "pp18", "wrc", "other", "un"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + name).sorted()
      for file in files where file.hasSuffix(".txt") {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)") else {
          continue
        }
        for section in Document([UInt8](data)).sections {
          let result = fault(section.bytes)
          texts += 1
          edits += result.edits
          if let fault = result.fault { Issue.record("\(name)/\(file): \(fault)") }
        }
      }
    }
    print("formatted \(texts) real texts with \(edits) edits")
  }
}
