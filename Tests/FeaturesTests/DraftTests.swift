import Features
import Syntax
import Testing

@Suite("Draft") struct DraftTests {
  @Test("An offset leads to its resolution")
  func sections() throws {
    let first = "RESOLUTION 1 (Dubai, 2018)\n\nOn tea\n\nresolves\n\nto drink it.\n\n"
    let second = "RESOLUTION 2 (Dubai, 2018)\n\nOn cups\n\nresolves\n\nto wash them.\n"
    let draft = Draft(Document(first + second))
    #expect(draft.section(at: 0)?.start == 0)
    #expect(draft.section(at: first.utf8.count + 3)?.start == first.utf8.count)
    #expect(Draft(Document("")).section(at: 5) == nil)
  }
}
