import Features
import Rules
import Semantics
import Syntax
import TextModel

/// Damaged drafts, read and judged: every byte is kept, every span lies in its text, and findings have
/// fixes that can be made.
struct TreeFuzz {
  private var generator: Generator
  private let texts: [[UInt8]]

  init(_ generator: Generator, texts: [[UInt8]]) {
    self.generator = generator
    self.texts = texts
  }

  func run(until end: UInt64) -> FuzzOutcome {
    var copy = self
    return copy.go(until: end)
  }

  private mutating func go(until end: UInt64) -> FuzzOutcome {
    var outcome = FuzzOutcome()
    var bytes = 0
    while now() < end {
      outcome.rounds += 1
      let text = draft()
      bytes += text.count
      if let fault = check(text) {
        outcome.fault = "round \(outcome.rounds): \(fault)"
        break
      }
    }
    outcome.note = "\(bytes) bytes"
    return outcome
  }

  /// Pieces of drafts in any order, damaged.
  private mutating func draft() -> [UInt8] {
    var draft: [UInt8] = []
    for _ in 0...generator.below(3) {
      guard let text = generator.pick(texts), !text.isEmpty else { continue }
      let start = generator.below(text.count)
      draft += text[start...].prefix(generator.below(3_000))
    }
    return generator.damaged(draft)
  }

  private func check(_ text: [UInt8]) -> String? {
    var settings = RuleSettings()
    settings.allTexts = true
    let draft = Draft(Document(text), settings: settings)
    if draft.document.bytes != text { return "bytes were lost" }
    for section in draft.meaning.sections {
      let whole = 0...section.section.bytes.count
      if section.section.blocks.reduce(0, { $0 + $1.length }) != whole.upperBound {
        return "the blocks of a section are not its bytes"
      }
      let tree = section.resolution
      let spans =
        tree.paragraphs.flatMap { [$0.span, $0.text] } + tree.clauses.map(\.heading.span)
        + section.references.map(\.span) + section.citations.map(\.span)
      for span in spans
      where span.lower > span.upper || !whole.contains(span.lower) || !whole.contains(span.upper) {
        return "a span lies outside its section"
      }
    }
    for finding in draft.judgement.findings {
      guard finding.range.upperBound <= text.count else {
        return "\(finding.rule): outside the text"
      }
      for fix in finding.fixes {
        let edits = fix.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        for (one, next) in zip(edits, edits.dropFirst())
        where one.range.upperBound > next.range.lowerBound {
          return "\(finding.rule): the edits of a fix overlap"
        }
        if edits.contains(where: { $0.range.upperBound > text.count }) {
          return "\(finding.rule): a fix outside the text"
        }
      }
    }
    return nil
  }
}
