import Features
import Rules
import Semantics
import Syntax
import Testing
import TextModel

/// What is offered is right: a text with a suggestion accepted has no finding that it had not before.
@Suite("Completion: what is offered is in order") struct CompletionAcceptTests {
  private static let queries = [
    "Resolution 1‸", "Resolution 7‸", "Resolution 20‸", "Resolution WSIS‸", "Resolution‸",
    "Council Resolution 13‸", "Decision 5‸", "UNGA Resolution 70‸", "Resolution ITU-R 6‸",
    "Recommendation ‸", "Opinion ‸", "Resolution 3 wtdc‸", "Resolution 6 wrc‸",
  ]

  @Test("Citations have the form and the edition that the rules ask for", arguments: queries)
  func citations(query: String) {
    for line in [query, "\(Self.introduction);\n\nb) \(query)"] {
      let draft = CaretDraft(Harbour.draft(recalling: "a) \(line), and lamps,"))
      let before = findings(draft.draft)
      for item in draft.suggestions(limit: 40).items where item.kind == .citation {
        let after = Document(draft.text).applying(TextEdit(range: item.range, text: item.text))
        let new = findings(Draft(after)).filter { !before.contains($0) }
        #expect(new.isEmpty, "\(item.text): \(new)")
      }
    }
  }

  private static let introduction =
    "the World Telecommunication Development Conference (WTDC) and the World Radiocommunication "
    + "Conference (WRC)"

  private func findings(_ draft: Draft) -> [String] {
    draft.judgement.findings
      .filter { $0.severity <= .warning && ($0.rule.hasPrefix("citation/")) }
      .map { "\($0.rule): \($0.message)" }
  }

  @Test("Each reference that is offered leads to the paragraph that it shows")
  func references() throws {
    for words in [
      "resolves ‸", "considering ‸", "recalling ‸", "instructs the Secretary-General ‸",
    ] {
      let draft = CaretDraft(
        Harbour.draft(
          recalling: "bells,", considering: Harbour.lettered, resolves: Harbour.numbered,
          instructs: "1 to ring;\n\n2 to stop,",
          end: "\n*invites Member States*\n\nto follow \(words)"))
      let items = draft.suggestions().items
      #expect(!items.isEmpty)
      for item in items {
        let after = Draft(
          Document(draft.text).applying(TextEdit(range: item.range, text: item.text)))
        let section = try #require(after.section(at: 0)?.meaning)
        let reference = try #require(section.references.last, "\(item.text)")
        let target = try #require(reference.targets.last, "\(item.text)")
        #expect(
          .paragraph(section.resolution.paragraphs[target].span.lower) == item.key, "\(item.text)")
        #expect(
          !after.judgement.findings.contains {
            $0.rule.hasPrefix("reference/") && $0.severity <= .warning
          }, "\(item.text)")
      }
    }
  }

  @Test("Each heading that is offered is known, and repeats none")
  func headings() {
    let places = [
      Harbour.draft(considering: "that fog is frequent,\n\n‸"), Harbour.draft(end: "\n‸"),
      Harbour.draft(end: "\ni‸"), Harbour.draft(considering: "fog,\n\nn‸"),
      Harbour.draft(considering: "fog,\n\nr‸"),
    ]
    for place in places {
      let draft = CaretDraft(place)
      let before = headingFindings(draft.draft)
      for item in draft.suggestions().items
      where item.kind == .heading && !item.text.hasSuffix(" ") {
        let after = Document(draft.text)
          .applying(TextEdit(range: item.range, text: item.text + "\n\nto ring bells,"))
        let new = headingFindings(Draft(after)).filter { !before.contains($0) }
        #expect(new.isEmpty, "\(item.text): \(new)")
      }
    }
  }

  private func headingFindings(_ draft: Draft) -> [String] {
    let rules: Set<String> = [
      "structure/heading", "structure/heading-repeated", "structure/part-order",
      "structure/addressee", "structure/heading-style", "structure/heading-further",
    ]
    return draft.judgement.findings.filter { rules.contains($0.rule) }
      .map { "\($0.rule): \($0.message)" }
  }
}
