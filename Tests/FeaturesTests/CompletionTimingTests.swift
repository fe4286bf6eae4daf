import Features
import Syntax
import Testing

/// A request costs what its resolution costs, whatever the text holds beside it. The bounds are generous,
/// for debug builds on a busy machine; the figures are printed.
@Suite("Completion: time", .serialized) struct CompletionTimingTests {
  @Test("The same at each size of text")
  func flat() {
    let one = Harbour.draft(
      recalling: "a) Resolution 146 (Rev. Dubai, 2018);\n\nb) Resolution 14;",
      considering: Harbour.lettered, resolves: Harbour.numbered, end: "\n\n")
    var times: [(suggestions: Duration, hover: Duration)] = []
    for copies in [1, 400] {
      let text = String(repeating: one, count: copies)
      let draft = Draft(Document(text))
      let caret = (copies / 2) * one.utf8.count + Self.place(of: "Resolution 14;", in: one) + 13
      #expect(!draft.suggestions(at: caret).items.isEmpty)
      #expect(draft.hover(at: caret - 60) != nil)
      times.append(
        (
          Self.median { draft.suggestions(at: caret).items.count },
          Self.median { draft.hover(at: caret - 60) == nil }
        ))
    }
    print("completion, hover: 1 resolution \(times[0]), 400 resolutions \(times[1])")
    #expect(times[1].suggestions < times[0].suggestions * 5 + .milliseconds(2))
    #expect(times[1].hover < times[0].hover * 5 + .milliseconds(2))
  }

  private static func place(of words: String, in text: String) -> Int {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
  }

  private static func median<Result>(_ body: () -> Result) -> Duration {
    let clock = ContinuousClock()
    let times = (0..<21).map { _ in clock.measure { withExtendedLifetime(body()) {} } }.sorted()
    return times[times.count / 2]
  }
}
