import TestSupport
import Testing
import TextModel

@testable import Syntax

/// Tracked changes over several resolutions are read in parts; the whole text in one go is what counts.
@Suite struct TrackedRunTests {
  private static let lines = [
    "RESOLUTION 5 (Dubai, 2018)", "RESOLUTION 6 (Rev. {~~Busan~>Dubai~~}, 2018)", "MOD SEN/56/1",
    "", "", "", "*considering*", "a) that a lamp{++s++} burn;", "{--b) that oil is dear;--}",
    "{~~c~>b~~}) that wicks are short,", "resolves", "1 to rest;", "{++", "++}", "{--", "--}",
    "{~~", "~>", "~~}", "{>>", "<<}", "{==", "==}", "<ins>", "</ins>", "<del>x", "</del>", "~~",
    "~~x~~", "```", "~~~", "<!--", "-->", "`{++`", "{--RESOLUTION 7 (Dubai, 2018)--}", "x",
  ]

  private static func tree(_ document: Document) -> [String] {
    zip(document.sections, document.starts).map { section, start in
      let blocks = section.blocks.map { block in
        "\(block.kind) \(block.length) \(block.lineCount) \(block.content) \(block.contextAfter) "
          + "\(String(describing: block.label)) \(block.tokens)"
      }
      return "\(start) \(section.source) \(section.bytes) \(String(describing: section.changes)) "
        + "\(blocks) \(section.resolution)"
    }
  }

  @Test func partsAndTheWhole() {
    var generator = SeededGenerator()
    var inParts = 0
    for _ in 0..<150 {
      var document = Document(
        (0..<30).map { _ in (Self.lines.randomElement(using: &generator) ?? "") + "\n" }.joined())
      for _ in 0..<15 {
        let fresh = Document(document.bytes)
        let tree = Self.tree(fresh)
        #expect(Self.tree(document) == tree)
        #expect(document.lineStarts == fresh.lineStarts && document.count == fresh.count)
        #expect(Self.tree(Document(readingAsOne: document.bytes)) == tree)
        if fresh.hasChanges, fresh.sections.contains(where: { $0.changes == nil }) { inParts += 1 }
        let lower = Int.random(in: 0...document.count, using: &generator)
        let upper = min(document.count, lower + Int.random(in: 0..<12, using: &generator))
        let line = Self.lines.randomElement(using: &generator) ?? ""
        document.apply(TextEdit(range: lower..<upper, text: line))
      }
    }
    #expect(inParts > 100)
  }

  @Test("A letter typed leaves the resolutions alone that it does not stand in")
  func sectionsStay() {
    let one = "RESOLUTION 5 (Dubai, 2018)\n\nresolves\n\n1 to {--burn--}{++light++} lamps;\n\n"
    var document = Document(String(repeating: one, count: 6))
    let before = document.sections
    let at = one.utf8.count * 2 + one.utf8.count - 5
    document.apply(TextEdit(range: at..<at, text: "x"))
    #expect(document.sections.count == 6)
    for index in before.indices {
      #expect((document.sections[index] === before[index]) == (index != 2))
    }
    // A mark from the second into the fourth.
    document.apply(TextEdit(range: at..<at, text: "{>>"))
    document.apply(TextEdit(range: (at + one.utf8.count)..<(at + one.utf8.count), text: "<<}"))
    #expect(document.sections.count == 5)
    #expect(document.sections[0] === before[0] && document.sections[4] === before[5])
  }
}
