import Foundation
import Testing

@testable import Planting

@Suite("What planting rests on")
struct SourceTests {
  @Test func tablesAreWhole() throws {
    let facts = try Facts()
    #expect(facts.faults == [])
    #expect(Set(facts.sessions).count == facts.sessions.count)
    #expect(facts.isSession("PP", "Dubai", 2018))
    #expect(!facts.isSession("PP", "Dubai", 2014))
    #expect(facts.onlyBody("Dubai", 2012) == nil, "WTSA and WCIT")
    #expect(facts.first("PP", "resolution", 150)?.year == 2006, "between 146 and 160")
    #expect(facts.first("PP", "resolution", 110) == nil, "between two sessions")
    #expect(facts.first("WTDC", "resolution", 60) == nil, "its series need not run on")
    for (series, firsts) in facts.firsts {
      for first in firsts {
        #expect(facts.isSession(series.body, first.place, first.year))
        #expect((facts.highest[series] ?? .max) >= first.number)
      }
      // In a series that runs on, a later session never has a lower number.
      if series.body == "PP" || series.body == "WTSA" {
        let years = firsts.sorted { $0.number < $1.number }.map(\.year)
        #expect(years == years.sorted(), "\(series)")
      }
    }
  }

  @Test func faultyRowsAreNamed() {
    let facts = Facts(
      sessions: "# comment\nbody\tplace\nPP\tDubai\t2018\tsourced\tA\nPP\tDubai\tx\tsourced\tA\n",
      first: "body\nPP\tresolution\t1\n", highest: "")
    #expect(facts.faults == ["sessions.tsv:4", "first.tsv:2"])
    #expect(facts.sessions.count == 1)
  }

  @Test func nothingOfTheProductIsImported() throws {
    let folder = root.appendingPathComponent("Tests/Planting")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 8)
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let imports = text.split(separator: "\n").filter {
        $0.split(separator: " ").prefix(2).contains("import")
      }
      #expect(imports.allSatisfy { $0.hasSuffix("import Foundation") }, "\(file)")
    }
  }

  @Test func splitGoesByFileNameAlone() {
    #expect(Split.isHeldOut("a/b/bells.txt") == Split.isHeldOut("bells.en.md"))
    let held = (0..<1000).filter { Split.isHeldOut("text-\($0).txt") }.count
    #expect((400...600).contains(held))
    // Pinned, or a changed hash would mix what was tuned on with what was not.
    let first = (0..<8).filter { Split.isHeldOut("text-\($0).txt") }
    #expect(first == [2, 5, 7])
  }

  @Test func realTextsGiveEnough() throws {
    guard let texts = try corpus() else {
      print("skipped: real texts (RESOLUTE_CORPUS is not set)")
      return
    }
    let generator = try PlantGenerator()
    for (name, part) in [
      ("tuning", texts.filter { !Split.isHeldOut($0.name) }),
      ("held out", texts.filter { Split.isHeldOut($0.name) }),
    ] {
      let capacity = generator.capacity(of: part, seed: 1000)
      let plants = generator.plants(in: part, seed: 1000, count: 1000)
      #expect(plants.count == 1000)
      let counts = Dictionary(grouping: plants, by: \.kind).mapValues(\.count)
      let oddities = Dictionary(
        grouping: generator.legalOddities(in: part, seed: 1000, count: 2000), by: \.kind)
      print("\(name): \(part.count) texts")
      for kind in Plant.Kind.allCases {
        let free = plants.filter { $0.kind == kind && $0.needs == .none }.count
        print(
          "  \(kind): \(capacity[kind] ?? 0) possible, \(counts[kind] ?? 0) of 1000, \(free) by text alone"
        )
        #expect((counts[kind] ?? 0) >= 10, "\(kind)")
      }
      for kind in Oddity.Kind.allCases {
        print("  \(kind): \(oddities[kind]?.count ?? 0)")
        #expect((oddities[kind]?.count ?? 0) >= 5, "\(kind)")
      }
    }
  }
}
