import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

/// Renumbering a list that was damaged at random: nothing about numbers or references is wrong behind
/// it, and every reference names the words that it named before.
@Suite("Renumbering")
struct RenumberingTests {
  /// How labels are typed.
  enum Typing: CaseIterable {
    case plain, emphasised, listMark, tabbed

    func label(_ label: String) -> String {
      switch self {
      case .plain: label + " "
      case .emphasised: "*" + label + "* "
      case .listMark: "- " + label + " "
      case .tabbed: label + "\t"
      }
    }
  }

  static func letter(_ value: Int) -> String { String(UnicodeScalar(UInt8(0x60 + value))) + ")" }
  static func numeral(_ value: Int) -> String {
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"][value - 1] + ")"
  }

  struct Draft {
    var text: String
    /// What each reference names, in the words of its paragraph.
    var named: [String]
  }

  /// A draft with a hole in one of its lists and references to what is left.
  static func damaged(_ random: inout SeededGenerator) -> Draft {
    let typing = Typing.allCases.randomElement(using: &random) ?? .plain
    let mark = Bool.random(using: &random) ? "*" : ""
    let preambular = gapped(2...9, &random)
    let numbers = gapped(3...9, &random)
    let deep = numbers.randomElement(using: &random) ?? 1
    let decimal = Bool.random(using: &random)
    let below = gapped(2...5, &random)
    var references: [(String, String)] = []
    var lines: [String] = []
    for (offset, value) in preambular.enumerated() {
      let end = offset == preambular.count - 1 ? "," : ";"
      lines.append(typing.label(letter(value)) + "the good report \(value)" + end)
      references.append(
        ("\(mark)considering\(mark) \(mark)\(letter(value))\(mark)", "report \(value)"))
    }
    var operative: [String] = []
    for (offset, value) in numbers.enumerated() {
      let end = value == deep ? ":" : offset == numbers.count - 1 ? "," : ";"
      operative.append(typing.label("\(value)") + "to light lamp \(value)" + end)
      references.append(("\(mark)resolves\(mark) \(value)", "lamp \(value)"))
      guard value == deep else { continue }
      for (place, item) in below.enumerated() {
        let last = place == below.count - 1 && offset == numbers.count - 1
        let label = decimal ? "\(deep).\(item)" : numeral(item)
        operative.append(typing.label(label) + "in place \(item)" + (last ? "," : ";"))
        references.append(
          ("\(mark)resolves\(mark) \(decimal ? label : "\(deep) \(label)")", "place \(item)"))
      }
    }
    references.shuffle(using: &random)
    let chosen = references.prefix(5)
    let report = chosen.enumerated().map { offset, reference in
      "\(offset + 1) to report on \(reference.0) above" + (offset == chosen.count - 1 ? "." : ";")
    }
    let parts =
      ["*considering*"] + lines + ["*resolves*"] + operative + ["*instructs the Secretary-General*"]
      + report
    return Draft(
      text: Frame.front + parts.joined(separator: "\n\n") + "\n", named: chosen.map(\.1))
  }

  /// Values from 1 with one or two left out behind the first.
  private static func gapped(_ sizes: ClosedRange<Int>, _ random: inout SeededGenerator) -> [Int] {
    var values = Array(1...Int.random(in: sizes, using: &random))
    for _ in 0..<Int.random(in: 0...2, using: &random) where values.count > 2 {
      values.remove(at: Int.random(in: 1..<values.count, using: &random))
    }
    return values
  }

  static func names(_ text: String) -> [String] {
    TextMeaning(Document(text)).sections.flatMap { section in
      section.references.map { reference in
        reference.targets.map { index in
          let words = section.plainText(section.resolution.paragraphs[index].text)
          return words.split { " ,;:.".contains($0) }.suffix(2).joined(separator: " ")
        }.joined(separator: "+")
      }
    }
  }

  static func faults(_ text: String) -> [Finding] {
    findings(text).filter { $0.rule.hasPrefix("numbering") || $0.rule.hasPrefix("reference") }
  }

  @Test func referencesFollow() {
    var random = SeededGenerator()
    let seed = random.seed
    var damagedLists = 0
    for round in 0..<300 {
      let draft = Self.damaged(&random)
      let place = "seed \(seed), round \(round)\n"
      #expect(Self.names(draft.text) == draft.named, "\(place)\(draft.text)")
      var text = draft.text
      var steps = 0
      while steps < 9, let gap = findings(text, rule: "numbering/gap").first {
        guard let fix = gap.fixes.first else {
          Issue.record("\(place)no fix for \(gap.message) in\n\(text)")
          return
        }
        damagedLists += 1
        #expect(fix.safety == .safe, "\(place)\(gap.message)\n\(text)")
        text = applying(fix, to: text)
        steps += 1
      }
      let left = Self.faults(text)
      #expect(left.isEmpty, "\(place)\(left.map(\.message))\n\(text)")
      #expect(Self.names(text) == draft.named, "\(place)\(draft.text)\n->\n\(text)")
      if !left.isEmpty || Self.names(text) != draft.named { return }
    }
    #expect(damagedLists > 100)
  }

  private func applying(_ fix: Fix, to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in fix.edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.replacement) }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Exact bytes

  @Test("The label's value alone is written, and that of the reference")
  func bytes() {
    let text =
      Frame.front + """
        *considering*

        *a)* one;

        *c)* two;

        - *d)* three,

        *resolves*

        to light, in line with *considering* *a)*, *c)* and *d)* above.

        """
    let after = text.replacing("*c)* two", with: "*b)* two").replacing(
      "*d)* three", with: "*c)* three"
    )
    .replacing("*a)*, *c)* and *d)*", with: "*a)*, *b)* and *c)*")
    #expect(fixed(text, rule: "numbering/gap") == after)
  }

  @Test("No fix while a reference names the missing label, or insertions keep their numbers")
  func refusals() {
    let dangling = Frame.complete(
      "*recalling*\n\na) one;\n\nc) two,\n\n*resolves*\n\nto light as in *recalling* b) above.")
    let waiting = findings(dangling, rule: "numbering/gap")
    #expect(waiting.count == 1 && waiting.allSatisfy { $0.fixes.isEmpty })
    #expect(
      waiting.first?.message
        == "`c)` follows `a)`; `b)` is missing; no fix until `recalling b) above` names a paragraph"
    )
    #expect(waiting.first?.related.map { slice(dangling, $0.range) } == ["recalling* b) above"])
    let inserted = Frame.complete("*recalling*\n\na) one;\n\na)bis more;\n\nc) two,")
    #expect(findings(inserted, rule: "numbering/gap").allSatisfy { $0.fixes.isEmpty })
    #expect(
      findings(inserted, rule: "numbering/gap").map(\.message) == [
        "`c)` follows `a)bis`; `b)` is missing"
      ])
  }

  @Test("Unsafe where a label is named without its heading, or may be no label")
  func unsafe() {
    for text in [
      "a) one;\n\nc) two as in a) above,", "b) one;\n\nc) two,", "a) one;\n\ng) two,",
      "a) one;\n\nd) two;\n\nb) three,",
    ] {
      let found = findings(Frame.complete("*recalling*\n\n" + text), rule: "numbering/gap")
      #expect(found.count == 1 && found.allSatisfy { $0.fixes.first?.safety == .unsafe }, "\(text)")
    }
  }

  @Test("A change of style carries references along")
  func style() {
    let text =
      Frame.front + """
        *considering*

        1 one;

        2 two,

        *resolves*

        to light, in line with *considering* 2 above.

        """
    #expect(
      fixed(text, rule: "numbering/style")
        == text.replacing("1 one", with: "a) one").replacing("2 two", with: "b) two").replacing(
          "* 2 above", with: "* b) above"))
  }
}
