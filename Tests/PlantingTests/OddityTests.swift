import Foundation
import Testing

@testable import Planting

@Suite("Legal oddities")
struct OddityTests {
  let generator: PlantGenerator

  init() throws {
    generator = try PlantGenerator()
  }

  @Test func eachKindIsTrueInOurDraft() {
    let oddities = generator.legalOddities(in: [ownDraft], seed: 3, count: 200)
    func lines(_ kind: Oddity.Kind) -> Set<String> {
      Set(
        oddities.filter { $0.kind == kind }.map { oddity in
          let line = Scanner(bytes: oddity.text).line(oddity.range.lowerBound)
          return string(oddity.text[line])
        })
    }
    #expect(oddities.filter { $0.kind == .untouched }.map(\.text) == [ownDraft.bytes])
    #expect(
      lines(.history).contains(
        "b) Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference and, before it, "
          + "Resolution 140 (Antalya, 2006) of the Plenipotentiary Conference, on ropes;"))
    #expect(
      lines(.equalNumber).contains(
        "a) Resolution 71 (Rev. Dubai, 2018) of this conference and Resolution 71 "
          + "(Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference, on "
          + "the bells of the Union;"))
    #expect(
      lines(.revWRC).contains(
        "d) Resolution 71 (Rev. Buenos Aires, 2017) of WTDC and Resolution 646 (Rev.WRC-15) of the "
          + "World Radiocommunication Conference, on clappers;"))
    #expect(
      lines(.shortSecondMention) == [
        "c) Resolution 139 (Rev. Dubai, 2018) of this conference, and Resolution 71 "
          + "(Rev. Dubai, 2018);"
      ])
    // The draft has no older edition beside a newer one.
    #expect(lines(.olderEdition).isEmpty)
  }

  @Test func olderEditionsComeFromOtherTexts() {
    let older = Source(
      name: "older.txt", bytes: Array("see Resolution 71 (Rev. Busan, 2014), on bells\n".utf8))
    let oddities = generator.legalOddities(in: [ownDraft, older], seed: 3, count: 200)
      .filter { $0.kind == .olderEdition }
    #expect(oddities.count == 2)
    #expect(
      oddities.allSatisfy {
        string($0.text[$0.range])
          == " and the older Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference"
      })
  }

  @Test func onlyTheirBytesAreNew() throws {
    let sources = try [ownDraft] + examples() + (corpus() ?? [])
    let byName = Dictionary(uniqueKeysWithValues: sources.map { ($0.name, $0.bytes) })
    let oddities = generator.legalOddities(in: sources, seed: 5, count: 1000)
    #expect(oddities == generator.legalOddities(in: sources, seed: 5, count: 1000))
    for oddity in oddities {
      let source = try #require(byName[oddity.source])
      var restored = oddity.text
      restored.replaceSubrange(oddity.range, with: oddity.original)
      #expect(restored == source)
      #expect((oddity.text == source) == (oddity.kind == .untouched))
    }
  }
}
