import Features
import Syntax
import Testing

@Suite("Completion and hover in real texts", .enabled(if: Corpus.folder != nil))
struct CompletionTests {
  @Test("Every place is answered; few places of finished prose offer anything")
  func places() {
    var asked = 0
    var offered = 0
    var hovered = 0
    var linked = 0
    for (path, bytes) in Corpus.texts(["seeds", "pp18", "wrc", "other"]) {
      let draft = Draft(Document(bytes))
      linked += draft.links().count
      for offset in stride(from: 0, through: bytes.count, by: 97) {
        let found = draft.suggestions(at: offset)
        asked += 1
        offered += found.items.isEmpty ? 0 : 1
        for item in found.items {
          #expect(
            item.range.lowerBound >= 0 && item.range.lowerBound <= offset
              && offset <= item.range.upperBound && item.range.upperBound <= bytes.count, "\(path)")
          #expect(!bytes[item.range].contains(0x0A), "\(path)")
        }
        if let hover = draft.hover(at: offset) {
          hovered += 1
          #expect(hover.range.upperBound <= bytes.count && !hover.help.isEmpty, "\(path)")
          #expect(hover.range.contains(offset) || hover.range.upperBound == offset, "\(path)")
        }
      }
    }
    print(
      "completion: \(asked) places, \(offered) with entries; \(hovered) hovers, \(linked) links")
    #expect(asked > 1_000)
    #expect(hovered * 50 > asked)
    #expect(offered * 10 < asked)
  }
}
