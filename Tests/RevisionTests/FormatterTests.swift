import Editing
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

  @Test("Lists of letters and of numbers are typed differently")
  func places() {
    let draft =
      "*recalling*\n\n- *a)* one:\n  - i) in;\n  - ii) out;\n- *b)* two,\n\n*resolves*\n\n1 to light:\n\n- i) lamps;\n- ii) buoys;\n\n2 to ring."
    #expect(formatted(draft) == draft)
    #expect(
      formatted(
        draft.replacing("\n- *b)*", with: "\n\nb)").replacing("- ii) b", with: "\n  ii) b"))
        == draft.replacing("\n- *b)*", with: "\n- *b)*"))
  }

  @Test("Labels have the bracket of the convention")
  func brackets() {
    #expect(
      formatted("*recalling*\n\n(a) one;\n\n(b) two,\n\n*resolves*\n\n1. to light;\n\n2) to ring.")
        == "*recalling*\n\na) one;\n\nb) two,\n\n*resolves*\n\n1 to light;\n\n2 to ring.")
  }

  @Test("A mark that is missing among others is added, but not behind `and` or a cut sentence")
  func missingMarks() {
    #expect(
      formatted("*recalling*\n\na) one\n\nb) two;\n\nc) three (3)\n\n*resolves*\n\nto ring.")
        == "*recalling*\n\na) one;\n\nb) two;\n\nc) three (3),\n\n*resolves*\n\nto ring.")
    for kept in [
      "*recalling*\n\na) one; and\n\nb) two,\n\n*resolves*\n\nto ring.",
      "*recalling*\n\na) one,\n\nb) two\n\nc) three,\n\n*resolves*\n\nto ring",
      "*recalling*\n\na) No. 12\n\nof the rules;\n\nb) two,\n\n*resolves*\n\nto ring.",
    ] {
      #expect(formatted(kept).hasSuffix(String(kept.suffix(30))))
      #expect(!formatted(kept).contains("and;"))
    }
  }

  @Test("One blank line between blocks, none before the text, one line end behind it")
  func edges() {
    let text =
      "\n \n" + Frame.front.replacing("2018),\n\n", with: "2018),\r\n\r\n")
      + "\n*resolves*\n\nto light.  \n\n\n\n\n## ANNEX TO RESOLUTION 999 (Dubai, 2018)\n\n\n\nLamps\n\n"
    let bytes = Array(text.utf8)
    let meaning = TextMeaning(Document(bytes))
    let after = applying(meaning.formatting(), to: bytes)
    #expect(
      String(decoding: after, as: UTF8.self)
        == Frame.front
        + "*resolves*\n\nto light.\n\n## ANNEX TO RESOLUTION 999 (Dubai, 2018)\n\nLamps\n")
  }

  @Test("A dialect that is asked for")
  func asked() {
    let markdown =
      Frame.front
      + "*recalling*\n\n- a) one:\n  - i) in;\n  - ii) out;\n- b) two,\n\n*resolves*\n\n1 to light:\n\n- i) lamps;\n- ii) buoys;\n\n2 to ring.\n"
    let plain =
      Frame.front
      + "recalling\n\na) one:\n\ni) in;\n\nii) out;\n\nb) two,\n\nresolves\n\n1 to light:\n\ni) lamps;\n\nii) buoys;\n\n2 to ring.\n"
    let front = String(Frame.front.dropLast())
    let tabbed =
      front
      + "recalling\na)\tone:\ni)\tin;\nii)\tout;\nb)\ttwo,\nresolves\n1\tto light:\ni)\tlamps;\nii)\tbuoys;\n2\tto ring.\n"
    let forms: [DraftDialect: String] = [.markdown: markdown, .plain: plain, .tabbed: tabbed]
    for (_, from) in forms {
      for (dialect, to) in forms {
        let bytes = Array(from.utf8)
        let after = applying(TextMeaning(Document(bytes)).formatting(dialect), to: bytes)
        #expect(String(decoding: after, as: UTF8.self) == to, "\(dialect)")
      }
    }
  }

  private func words(_ bytes: [UInt8]) -> [Substring] {
    // Letters and digits in their order, whatever stands between.
    String(decoding: bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
  }

  private func findings(_ bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in Judgement(TextMeaning(Document(bytes)), settings: RuleSettings()).findings {
      counts[finding.rule, default: 0] += 1
    }
    return counts
  }

  /// What is wrong with the formatted form of a text; `nil` where nothing is.
  private func fault(_ bytes: [UInt8], _ dialect: DraftDialect) -> (edits: Int, fault: String?) {
    let edits = TextMeaning(Document(bytes)).formatting(dialect)
    let after = applying(edits, to: bytes)
    if words(bytes) != words(after) { return (edits.count, "words changed") }
    let again = TextMeaning(Document(after)).formatting(dialect)
    if !again.isEmpty {
      let shown = again.prefix(3).map {
        "`\(slice(after, max(0, $0.range.lowerBound - 60)..<min(after.count, $0.range.upperBound + 20)))`"
      }
      return (edits.count, "a second run changes \(again.count): \(shown)")
    }
    if edits.isEmpty { return (0, nil) }
    let before = findings(bytes)
    let worse = findings(after).filter { $0.value > before[$0.key] ?? 0 }
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
      let dialect = DraftDialect.allCases.randomElement(using: &random) ?? .auto
      let result = fault(Array(text.utf8), dialect)
      edits += result.edits
      if let fault = result.fault {
        Issue.record("seed \(random.seed), round \(round), \(dialect): \(fault)\n\(text)")
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
        texts += 1
        for dialect in DraftDialect.allCases {
          let result = fault([UInt8](data), dialect)
          edits += result.edits
          if let fault = result.fault { Issue.record("\(name)/\(file), \(dialect): \(fault)") }
        }
      }
    }
    print(
      "formatted \(texts) real texts in \(DraftDialect.allCases.count) dialects, \(edits) edits")
  }
}
