import Grammar
import Syntax
import TestSupport
import Testing

/// The places that a block notes of its words, against a look at each of its tokens.
@Suite("Words that may concern a reader")
struct WordIndexTests {
  private func block(_ text: String) throws -> Block {
    let section = try #require(Document(text).sections.first)
    return try #require(section.blocks.first)
  }

  private func words(_ places: WordIndex.Places, _ block: Block, _ text: String) -> [String] {
    var found: [String] = []
    var at = places.next(from: 0)
    while at < block.tokens.count {
      let span = block.tokens[at].span
      found.append(String(decoding: Array(text.utf8)[span.range], as: UTF8.self))
      at = places.next(from: at + 1)
    }
    return found
  }

  @Test func nounsOfCitations() throws {
    let text = "under Resolution 71 (Rev. Dubai, 2018), No. 81 of the lamps and § 64"
    let block = try block(text)
    #expect(words(block.index.citations, block, text) == ["Resolution", "No", "§"])
  }

  @Test func numbersThatAreNoneAlone() throws {
    let text = "of 20142018 and 12 13 lamps"
    let block = try block(text)
    #expect(words(block.index.unusual, block, text) == ["20142018", "13"])
  }

  @Test(arguments: [0, 3, 60, 63, 64, 126, 127, 128, 129, 190, 192, 193, 500, 1_000])
  func oneAmongMany(place: Int) throws {
    let text =
      Array(repeating: "lamp", count: place).joined(separator: " ")
      + " resolution of McLamps " + Array(repeating: "lamp", count: 70).joined(separator: " ")
    let block = try block(text)
    #expect(block.tokens.count == place + 73)
    #expect(block.index.citations.next(from: 0) == place)
    #expect(block.index.citations.next(from: place) == place)
    #expect(block.index.citations.next(from: place + 1) >= block.tokens.count)
    #expect(block.index.names.next(from: 0) == place + 2)
    #expect(block.index.hasNames)
    #expect(block.index.count == place + 73)
  }

  /// Lower-case openers, nouns and capitals at random places of texts of random length. The index may
  /// tell of too many words, but then of each of its kind.
  @Test func likeALookAtEachToken() throws {
    var generator = SeededGenerator()
    let seed = generator.seed
    let list = [
      "lamp", "resolves", "Annex", "document", "of", "C07", "recognizing,", "(Article",
      "ITU", "interGroup", "Harbourmaster", "McLamps,", "LampsAndBuoys", "[see", "so]", "(2018),",
      "\"lit\"", "5G", "70th", "Buoy-Lamps", "no.4", "12;", "2018-2021", "(12)",
    ]
    let nouns = Set(CitationNouns.all.map { wordHash($0) })
    for _ in 0..<300 {
      let count = Int.random(in: 1...400, using: &generator)
      let text =
        "the "
        + (0..<count).map { _ in list.randomElement(using: &generator) ?? "lamp" }
        .joined(separator: " ")
      let block = try block(text)
      func check(_ places: WordIndex.Places, _ name: String, _ isMeant: (Token) -> Bool) {
        let told = Set(
          sequence(first: places.next(from: 0)) { places.next(from: $0 + 1) }
            .prefix { $0 < block.tokens.count })
        let words = block.tokens.indices.filter { block.tokens[$0].kind == .word }
        let meant = words.filter { isMeant(block.tokens[$0]) }
        #expect(told.isSuperset(of: meant), "seed \(seed), \(name): \(text)")
        let kinds = Set(told.map { Kind(block.tokens[$0]) })
        let alike = words.filter { kinds.contains(Kind(block.tokens[$0])) }
        #expect(told == Set(alike), "seed \(seed), \(name): \(text)")
      }
      check(block.index.citations, "citations") { nouns.contains($0.hash) }
      check(block.index.openers, "openers") {
        Vocabulary.english.mayOpenHeading($0.hash) && !$0.flags.contains(.capital)
      }
      let found = { (places: WordIndex.Places) in
        Set(
          sequence(first: places.next(from: 0)) { places.next(from: $0 + 1) }
            .prefix { $0 < block.tokens.count })
      }
      let (names, unusual, pairs) = (
        found(block.index.names), found(block.index.unusual), found(block.index.pairs)
      )
      for (place, token) in block.tokens.enumerated() {
        let written = text.utf8.dropFirst(Int(token.start)).prefix(Int(token.length))
        let hasInner = written.dropFirst().contains { (0x41...0x5A).contains($0) }
        let isCapitals = token.flags.contains(.capitals)
        let isName =
          token.kind == .word && !token.flags.isDisjoint(with: [.capital, .special, .otherScript])
          && (isCapitals ? token.length > 1 : hasInner)
        #expect(names.contains(place) == isName, "seed \(seed), names \(place): \(text)")
        guard token.kind != .number else { continue }
        let isUnusual =
          !token.flags.isDisjoint(with: [.special, .otherScript])
          || isName && !isCapitals && token.length > 7
        #expect(unusual.contains(place) == isUnusual, "seed \(seed), unusual \(place): \(text)")
        let isPair = token.kind == .quote || [0x28, 0x29, 0x5B, 0x5D].contains { token.isMark($0) }
        #expect(pairs.contains(place) == isPair, "seed \(seed), pairs \(place): \(text)")
      }
    }
  }

  private struct Kind: Hashable {
    var hash: UInt32
    var capital: Bool

    init(_ token: Token) {
      hash = token.hash
      capital = token.flags.contains(.capital)
    }
  }

  @Test func runsTooLongForOneTokenAreCut() throws {
    let text = "of " + String(repeating: "lamp", count: 50_000) + " lamps"
    let block = try block(text)
    #expect(block.tokens.last?.end == text.utf8.count)
    for (one, next) in zip(block.tokens, block.tokens.dropFirst()) {
      #expect(one.end + (next.hasSpaceBefore ? 1 : 0) == Int(next.start))
    }
  }
}
