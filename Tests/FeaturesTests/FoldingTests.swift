import Features
import Syntax
import Testing
import TextModel

@Suite("Folding") struct FoldingTests {
  @Test("Resolution, clauses, lists, comments")
  func folds() {
    let text = lamps("to act") + "<!-- one\ntwo -->\n"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let shown = FoldingRanges(Draft(Document(text))).folds.map {
      "\($0.kind) \(lines[$0.lines.lowerBound].prefix(12)) ... \(lines[$0.lines.upperBound].prefix(12))"
    }
    #expect(
      shown == [
        "resolution RESOLUTION 1 ... two -->", "clause *recalling* ... ii) on oil,",
        "paragraph b) the repor ... ii) on oil,", "clause *recognizing ... the sea,",
        "clause *resolves* ... 3 to thank t", "clause *instructs t ... 2 to act.",
        "comment <!-- one ... two -->",
      ])
  }

  @Test("Folds made from those before an edit equal fresh ones")
  func incremental() {
    var document = Document(lamps("to act") + "\n" + lamps("to wait", number: "2"))
    var folds = FoldingRanges(Draft(document))
    for offset in [30, 400, document.count - 20] {
      document.apply(TextEdit(range: offset..<offset, text: "\n\nnew\n\n"))
      let draft = Draft(document)
      folds = FoldingRanges(draft, previous: folds)
      #expect(folds.folds == FoldingRanges(draft).folds)
    }
  }
}
