import Foundation
import Testing

@testable import Planting

@Suite("Planted citation defects")
struct PlantTests {
  let generator: PlantGenerator

  init() throws {
    generator = try PlantGenerator()
  }

  /// `before -> after` for each plant of a kind in our own draft, with what stands around it.
  func changes(_ kind: Plant.Kind) -> Set<String> {
    var random = SeededRandom(seed: 1)
    let sites = generator.sites([ownDraft])
    return Set(
      sites[0].edits(kind, &random).map { edit in
        let lower = edit.range.lowerBound
        let line = sites[0].scanner.line(lower)
        let before = string(ownDraft.bytes[max(line.lowerBound, lower - 6)..<lower])
        return "\(before)[\(string(ownDraft.bytes[edit.range]))>\(string(edit.new))]"
      })
  }

  @Test func scannerReadsWellFormedCitations() {
    let site = Site(ownDraft.bytes, generator.facts)
    let found = site.citations.map {
      "\(string(ownDraft.bytes[$0.range])) = \($0.body ?? "?")"
    }
    #expect(
      found == [
        "Resolution 71 (Rev. Dubai, 2018) of this conference = PP",
        "Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference = PP",
        "Resolution 139 (Rev. Dubai, 2018) of this conference = PP",
        "Resolution 71 (Rev. Dubai, 2018) of this conference = PP",
        "Resolution 71 (Rev. Buenos Aires, 2017) of WTDC = WTDC",
        "Resolutions 45 (Rev. Dubai, 2014) and 69 (Rev. Buenos Aires, 2017) of WTDC = WTDC",
        "Resolution 646 (Rev.WRC-15) of the World Radiocommunication Conference = WRC",
        "Resolution ITU-R 61-2 (Rev. Sharm el-Sheikh, 2019) = RA",
        "Resolution 180 (Guadalajara, 2010) of the Plenipotentiary Conference = PP",
        "Opinion 4 (Geneva, 2013) of WTPF = WTPF",
      ])
    #expect(site.scanner.actionLines().flatMap(\.members).count == 3)
    #expect(site.scanner.provisions().map(\.instrument) == ["CV", "CS"])
  }

  @Test(arguments: [
    // A malformed, false or foreign citation is no place to plant.
    "Resolution 71 (Rev. Dubai 2018)", "Resolution 71 (Rev.Dubai, 2018)",
    "Resolution 71 (Rev. Dubai, 2016)", "Resolution 71 (Rev. WRC-15)", "Resolution 71 (WRC-2015)",
    "Council Resolution 71 (Rev. Dubai, 2018)", "Resolution 140 (Rev. Antalya, 2006)",
    "Resolution 140 (Busan, 2014)", "Resolution 71 (Rev. Busan, 2014) of this conference",
    "Resolution 71 (Rev. Busan, 2014) of the Council",
  ])
  func scannerLeavesOthersAlone(_ text: String) {
    let draft =
      "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),\n\n"
    let site = Site(Array((draft + "a) \(text), on bells;\n").utf8), generator.facts)
    #expect(site.citations.isEmpty)
    #expect(Site(Array(draft.utf8), generator.facts).draft?.year == 2018)
  }

  @Test func eachKindChangesWhatItSays() {
    #expect(changes(.wrongYear).contains("ubai, [2018>2017]"))
    #expect(changes(.wrongYear).contains("v.WRC-[15>16]"))
    #expect(!changes(.wrongYear).contains("v.WRC-[15>12]"), "a session there was")
    #expect(changes(.wrongPlace).contains("(Rev. [Dubai>Busan]"))
    #expect(!changes(.wrongPlace).contains("(Rev. [Marrakesh>Marrakech]"))
    #expect(changes(.droppedComma).contains(" Dubai[,>]"))
    #expect(
      changes(.revWithoutStop) == [
        "1 (Rev[.>]", "0 (Rev[.>]", "9 (Rev[.>]", "5 (Rev[.>]",
        "6 (Rev[.>]", "2 (Rev[.>]",
      ])
    #expect(changes(.revMissing).contains("n 71 ([Rev. >]"))
    #expect(changes(.revMissing).contains(" 646 ([Rev.>]"))
    #expect(
      changes(.revNeedless) == [" 180 ([>Rev. ]", " 140 ([Rev. Busan, 2014>Rev. Antalya, 2006]"])
    #expect(
      changes(.wrongThisConference).contains(
        "4) of [the Plenipotentiary Conference>this conference]"))
    #expect(changes(.wrongThisConference).contains("(Rev. [Dubai, 2018>Busan, 2014]"))
    #expect(changes(.wrongThisConference).contains("7) of [WTDC>this conference]"))
    #expect(changes(.actionLineC12) == ["Lines [C2>C12]", "s C2, [C5>C12]", "5 and [C6>C12]"])
    #expect(
      changes(.singularNoun).isSuperset(of: [
        "e) [Resolutions>Resolution]", "h) [Action Lines>Action Line]", "n and [Nos.>No.]",
        "a) [Resolution 71>Resolution 71 and 139]",
      ]))
    for kind in [Plant.Kind.numberBeyond, .provisionBeyond] {
      for change in changes(kind) {
        let new = Int(change.split(separator: ">").last?.dropLast() ?? "") ?? 0
        #expect(new > (kind == .numberBeyond ? 115 : 242), "\(change)")
      }
      #expect(changes(kind).count >= 9)
    }
  }

  @Test func needsNameTheContradictingFact() {
    var random = SeededRandom(seed: 1)
    let site = generator.sites([ownDraft])[0]
    #expect(
      site.edits(.wrongYear, &random).contains {
        $0.needs == .session(body: "WTDC", place: "Buenos Aires", year: 2018)
      })
    #expect(site.edits(.wrongYear, &random).filter { $0.needs == .none }.count > 10)
    #expect(
      site.edits(.revMissing, &random).contains {
        $0.needs == .firstSession(body: "PP", kind: "resolution", number: "140", edition: 2014)
      })
    #expect(
      site.edits(.provisionBeyond, &random).contains {
        $0.needs == .highest(body: "CV", kind: "provision")
      })
    for kind in [Plant.Kind.droppedComma, .revWithoutStop, .wrongThisConference, .singularNoun] {
      #expect(site.edits(kind, &random).allSatisfy { $0.needs == .none })
    }
  }

  @Test func quotedWordsAreNotTouched() {
    let text = string(ownDraft.bytes)
    for plant in generator.plants(in: [ownDraft], seed: 7, count: 2000) {
      #expect(
        string(plant.text).contains(text.split(separator: "\n").first { $0.contains("\"") } ?? "?"))
    }
  }

  @Test func plantsDifferFromTheirTextOnlyInTheirBytes() throws {
    let sources = try [ownDraft] + examples() + (corpus() ?? [])
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    let plants = generator.plants(in: sources, seed: seed, count: 4000)
    #expect(plants.count > 100)
    let byName = Dictionary(uniqueKeysWithValues: sources.map { ($0.name, $0.bytes) })
    for plant in plants {
      let source = try #require(byName[plant.source])
      let lower = plant.range.lowerBound
      #expect(Array(plant.text[..<lower]) == Array(source[..<lower]))
      #expect(
        Array(plant.text[plant.range.upperBound...])
          == Array(source[(lower + plant.original.count)...]))
      #expect(Array(plant.text[plant.range]) != plant.original, "seed \(seed)")
      #expect(Array(source[lower..<lower + plant.original.count]) == plant.original)
    }
    #expect(Set(plants).count == plants.count, "no plant twice, seed \(seed)")
  }

  @Test func sameSeedSamePlants() throws {
    let sources = try [ownDraft] + examples()
    let first = generator.plants(in: sources, seed: 42, count: 300)
    #expect(first == generator.plants(in: sources, seed: 42, count: 300))
    #expect(first != generator.plants(in: sources, seed: 43, count: 300))
    #expect(
      generator.plants(in: sources, seed: 42, count: 22).map(\.kind)
        == Plant.Kind.allCases + Plant.Kind.allCases)
    #expect(generator.plants(in: [], seed: 1, count: 5).isEmpty)
    #expect(generator.plants(in: sources, seed: 1, count: -1).isEmpty)
  }

  @Test func findingsMeetPlantsAtTheirBytes() {
    func plant(_ range: Range<Int>) -> Plant {
      Plant(source: "", kind: .wrongYear, text: [], range: range, original: [], needs: .none)
    }
    #expect(plant(4..<8).isMet(by: 0..<5))
    #expect(!plant(4..<8).isMet(by: 0..<4))
    #expect(!plant(4..<8).isMet(by: 8..<9))
    #expect(plant(4..<8).isMet(by: 8..<8))
    #expect(plant(4..<4).isMet(by: 4..<9))
    #expect(plant(4..<4).isMet(by: 1..<4))
    #expect(plant(4..<4).isMet(by: 4..<4))
    #expect(!plant(4..<4).isMet(by: 5..<9))
  }
}
