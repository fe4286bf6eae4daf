import Semantics
import Syntax
import Testing

@Suite("Numbers by hash")
struct HashIndexTests {
  @Test func keepsTheFirstNumberUnderAKey() {
    var index = HashIndex()
    #expect(index[7] == -1)
    #expect(index.insert(3, 7) == nil)
    #expect(index.insert(4, 7) == 3)
    #expect(index.insert(5, 0) == nil)
    #expect(index[7] == 3)
    #expect(index[0] == 5)
    index.removeAll()
    #expect(index[7] == -1)
    #expect(index.insert(4, 7) == nil)
  }

  /// Keys that differ in one bit, and few of them many times, against a dictionary.
  @Test(arguments: [0, 10, 5_000]) func answersAsADictionaryDoes(capacity: Int) {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    var index = HashIndex(capacity: capacity)
    var known: [UInt64: Int] = [:]
    for number in 0..<4_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = number % 3 == 0 ? 1 << (state >> 58) : state >> (state >> 58)
      #expect(index[key] == known[key] ?? -1, "seed \(seed)")
      #expect(index.insert(number, key) == known[key], "seed \(seed)")
      if known[key] == nil { known[key] = number }
    }
    for (key, number) in known { #expect(index[key] == number, "seed \(seed)") }
  }

  @Test func wordsAreFoundInAnyCase() {
    let words = WordSet(words: ["the", "of", "all"])
    #expect(words.contains(wordHash("The")))
    #expect(!words.contains(wordHash("none")))
  }
}
