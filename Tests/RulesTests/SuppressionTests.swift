import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

@testable import Rules

@Suite("suppression")
struct SuppressionTests {
  private func rules(_ text: String) -> [String] {
    findings(Frame.complete(text)).filter { $0.severity <= .warning }.map(\.rule)
  }

  @Test("A directive silences the next paragraph and no other")
  func nextParagraph() {
    let found = findings(
      Frame.complete(
        """
        *recalling*

        <!-- resolute: ignore punctuation/item-end -->
        a) the report on lamps,

        b) the report on buoys,

        c) the report on bells,
        """), rule: "punctuation/item-end")
    #expect(found.count == 1)
    #expect(found.first?.message.contains("`b)`") == true)
  }

  @Test("A directive before text on its line means that paragraph")
  func sameLine() {
    let found = findings(
      Frame.complete(
        """
        *recalling*

        <!-- resolute: ignore punctuation/item-end --> a) the report on lamps,

        b) the report on buoys,

        c) the report on bells,
        """), rule: "punctuation/item-end")
    #expect(found.count == 1)
    #expect(found.first?.message.contains("`b)`") == true)
  }

  @Test("A group, several names, and none at all")
  func names() {
    for names in [
      "punctuation", "numbering/gap, punctuation/item-end", "", "numbering punctuation",
    ] {
      let left = rules(
        """
        *recalling*

        a) the report on lamps;

        <!-- resolute: ignore \(names) -->
        c) the report on buoys,

        d) the report on bells,
        """)
      #expect(
        left == (names == "punctuation" ? ["numbering/gap"] : []), "with `\(names)`: \(left)")
    }
  }

  @Test("A directive may stand without a blank line, within its paragraph, or over two lines")
  func places() {
    let drafts = [
      "a) the report on lamps, <!-- resolute: ignore punctuation/item-end -->\n\nb) the rest,",
      "<!-- resolute: ignore punctuation/item-end -->\na) the report on lamps,\nb) the rest,",
      "<!-- resolute: ignore\npunctuation/item-end -->\n\na) the report on lamps,\n\nb) the rest,",
    ]
    for draft in drafts {
      #expect(rules("*recalling*\n\n" + draft) == [], "\(draft)")
    }
  }

  @Test("A range, also one that nothing closes")
  func ranges() {
    let body = "a) lamps,\n\nb) buoys,\n\nc) bells,"
    #expect(
      rules("*recalling*\n\n<!-- resolute: ignore-start punctuation -->\n\n\(body)").isEmpty)
    #expect(
      rules(
        """
        *recalling*

        <!-- resolute: ignore-start punctuation/item-end -->

        a) lamps,

        <!-- resolute: ignore-end -->

        b) buoys,

        c) bells,
        """) == ["punctuation/item-end"])
  }

  @Test("The whole file, also from a comment before the title or behind the text")
  func file() {
    let text = Frame.complete("*recalling*\n\na) lamps,\n\nb) bells,")
    let directive = "<!-- resolute: ignore-file punctuation -->\n"
    for whole in [directive + text, text + "\n" + directive] {
      #expect(findings(whole).filter { $0.severity <= .warning }.isEmpty)
    }
  }

  @Test("A comment before the title speaks of the title")
  func beforeTitle() {
    let text = """
      <!-- resolute: ignore structure/enacting-formula -->
      # RESOLUTION 999 (Dubai, 2018)

      ## Lamps in small harbours

      *recalling*

      the report on lamps,

      *resolves*

      to continue this work.
      """
    #expect(findings(text).filter { $0.severity <= .warning }.isEmpty)
  }

  @Test("Code shows directives, other comments are no directives")
  func silent() {
    for line in [
      "`<!-- resolute: ignore-file punctuation -->`",
      "```\n<!-- resolute: ignore-file punctuation -->\n```",
      "<!-- ignore-file punctuation -->", "<!-- resolute ignore-file -->",
    ] {
      let left = rules("*recalling*\n\na) lamps,\n\nb) bells,").count
      #expect(left == 1)
      let text = Frame.complete("*recalling*\n\na) lamps,\n\nb) bells,") + "\n" + line + "\n"
      #expect(findings(text, rule: "punctuation/item-end").count == 1, "\(line)")
      #expect(findings(text, rule: "suppression/unused").isEmpty, "\(line)")
    }
  }

  @Test func unused() {
    expect(
      "suppression/unused",
      in: Frame.complete(
        """
        *recalling*

        <!-- resolute: ignore «numbering/gap», punctuation -->
        a) the report on lamps,

        b) the report on bells,

        <!-- resolute: «ignore-end» -->

        """))
    let text = Frame.complete(
      """
      *recalling*

      <!-- resolute: ignore numbering/gap, punctuation -->
      a) the report on lamps,

      b) the report on bells,
      """)
    #expect(fixed(text, rule: "suppression/unused").contains("ignore punctuation -->"))
  }

  @Test("A rule that is switched off leaves its directive alone")
  func switchedOff() {
    let text = Frame.complete(
      "*recalling*\n\n<!-- resolute: ignore numbering/gap -->\nthe report on lamps,")
    var settings = RuleSettings()
    settings.ignore = ["numbering"]
    let meaning = TextMeaning(Document(text))
    #expect(Judgement(meaning, settings: settings).findings.isEmpty)
    settings.ignore = ["suppression"]
    #expect(Judgement(meaning, settings: settings).findings.isEmpty)
    settings.ignore = []
    settings.severities = ["suppression/unused": .error]
    #expect(Judgement(meaning, settings: settings).findings.map(\.severity) == [.error])
  }

  @Test func unknownRule() {
    expect(
      "suppression/unknown-rule",
      in: Frame.complete(
        """
        *recalling*

        <!-- resolute: ignore-file «numbering/gaps» -->

        <!-- resolute: «ignroe» numbering -->
        the report on lamps,
        """))
  }

  @Test("A text that is no resolution hears nothing of its directives")
  func strangers() {
    #expect(findings("# Manual\n\nWrite `x`.\n\n<!-- resolute: ignore numbering -->\n").isEmpty)
  }

  @Test("After an edit a judgement says what a fresh one says")
  func incremental() {
    let clean = Frame.complete("*recalling*\n\na) lamps,\n\nb) buoys,\n\nc) bells,")
    let directive = "<!-- resolute: ignore punctuation/item-end -->\n"
    var document = Document(clean)
    var judgement = Judgement(TextMeaning(document), settings: RuleSettings())
    #expect(judgement.findings.count == 2)
    let offset = MarkedDraft(clean.replacingFirst("b) buoys", with: "«»b) buoys")).ranges[0]
      .lowerBound
    for edit in [
      TextEdit(range: offset..<offset, text: directive),
      TextEdit(range: offset..<(offset + directive.utf8.count), text: ""),
    ] {
      document.apply(edit)
      let meaning = TextMeaning(document, previous: judgement.meaning)
      judgement = Judgement(meaning, settings: RuleSettings(), previous: judgement)
      let fresh = Judgement(
        TextMeaning(Document(document.bytes)), settings: RuleSettings())
      #expect(judgement.findings == fresh.findings)
    }
    #expect(judgement.findings.count == 2)
  }

  @Test("Directives in, before and across resolutions are heard as if the text were read in one go")
  func acrossSections() {
    var generator = SeededGenerator()
    let paragraphs = [
      "a) lamps,", "c) bells;", "a) see considering z) above;", "the report  on buoys", "*noting*",
      "*resolves*", "RESOLUTION 7 (Dubai, 2018)", "MOD SEN/56/1", "RESOLUTION 9 (Dubai, 2018)",
      "1 to look at Resolution 1332 and 1334;", "3 to look again.",
    ]
    let names = [
      "", "numbering", "numbering/gap", "punctuation", "punctuation/item-end", "structure",
      "numbering, citation", "numbering/gaps", "suppression", "suppression/unused", "reference",
    ]
    let verbs = ["", "-start", "-start", "-end", "-end", "-file", "d"]
    func piece() -> String {
      guard Int.random(in: 0..<3, using: &generator) == 0 else {
        return paragraphs.randomElement(using: &generator) ?? ""
      }
      let verb = Bool.random(using: &generator) ? "" : verbs.randomElement(using: &generator) ?? ""
      let name = names.randomElement(using: &generator) ?? ""
      return "<!-- resolute: ignore\(verb) \(name) -->"
    }
    var silenced = 0
    for _ in 0..<60 {
      let text = (0..<30).map { _ in piece() + "\n" }.joined(separator: "\n")
      var document = Document(Frame.complete("*recalling*\n\na) lamps,") + "\n" + text)
      var judgement = Judgement(TextMeaning(document), settings: RuleSettings())
      for _ in 0..<12 {
        let expected = DirectiveOracle(judgement: judgement).findings.map { "\($0)" }.sorted()
        let found = judgement.findings
        silenced +=
          judgement.judged.reduce(0) { $0 + $1.findings.count }
          - found.count { !$0.rule.hasPrefix("suppression/") }
        #expect(found.map { "\($0)" }.sorted() == expected)
        #expect(
          found
            == Judgement(TextMeaning(Document(document.bytes)), settings: RuleSettings()).findings)
        let starts = document.bytes.indices.filter { $0 == 0 || document.bytes[$0 - 1] == 0x0A }
        let lower = starts.randomElement(using: &generator) ?? 0
        let upper = Bool.random(using: &generator) ? lower : starts.first { $0 > lower } ?? lower
        document.apply(
          TextEdit(
            range: lower..<upper, text: Bool.random(using: &generator) ? piece() + "\n\n" : ""))
        judgement = Judgement(
          TextMeaning(document, previous: judgement.meaning), settings: RuleSettings(),
          previous: judgement)
      }
    }
    #expect(silenced > 200)
  }
}

extension String {
  func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = ranges(of: part).first else { return self }
    return replacingCharacters(range, other)
  }

  private func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}

@Suite("limit")
struct LimitTests {
  @Test("The worst are kept in the order of the text, and the rest is counted")
  func findings() {
    let all = [Severity.hint, .error, .warning, .error].enumerated().map {
      Finding(rule: "a/b", severity: $1, message: "", range: $0..<$0)
    }
    let capped = all.capped(at: 3)
    #expect(capped.map(\.rule) == ["limit/findings", "a/b", "a/b", "a/b"])
    #expect(capped.dropFirst().map(\.severity) == [.error, .warning, .error])
    #expect(capped.first?.message == "1 further finding is not shown")
    #expect(all.capped(at: 4) == all)
    #expect(all.capped(at: 0).count == 2)
  }

  @Test func size() {
    #expect(Finding.tooLarge(size: 10, limit: 10) == nil)
    #expect(Finding.tooLarge(size: 11, limit: 10)?.rule == "limit/size")
  }
}
