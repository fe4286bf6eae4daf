import Catalogue
import Testing

/// Bounds are generous, for debug builds on a busy machine; the figures are printed.
@Suite(.serialized) struct TimingTests {
  @Test func figures() {
    let figures = RegisterTiming.measure(rounds: 20)
    print(figures.description)
    #expect(figures.load < .milliseconds(200))
    #expect(figures.slowestLookup < .milliseconds(200))
    #expect(figures.entry < .milliseconds(5))
  }
}
