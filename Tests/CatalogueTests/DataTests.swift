import Grammar
import Testing

@testable import Catalogue
@testable import Generate

/// The validator of the data that people correct by hand.
@Suite struct DataTests {
  @Test(arguments: DataFiles.bodies.keys.sorted())
  func texts(body: String) throws {
    let rows = DataFiles.rows(try DataFiles.text(DataFiles.bodies[body] ?? ""))
    #expect(!rows.isEmpty)
    #expect(DataFiles.problems(body: body, rows: rows) == [])
  }

  @Test(arguments: [
    ("resolution\t2\tsure\tA\tKyoto, 1994\t-\t-\t-", "no source"),
    ("resolution\t2\tsure\t-\tKyoto, 1994\t-\t-\tread: x", "a title and its certainty go together"),
    ("resolution\t2\tsure\tA.\t-\t-\t-\tread: x", "a stop ends the title"),
    ("resolution\t2\t-\t-\tKyoto, 1995\t-\t-\tread: x", "Kyoto, 1995: no such session of PP"),
    (
      "resolution\t2\t-\t-\tRev. Dubai, 2014\t-\t-\tread: x",
      "Rev. Dubai, 2014: no such session of PP"
    ),
    (
      "resolution\t2\t-\t-\tRev. Dubai, 2018; Kyoto, 1994\t-\t-\tread: x",
      "Kyoto, 1994 is not after 2018"
    ),
    ("resolution\t2\t-\t-\t-\tin force\t-\tread: x", "status without its date"),
    ("resolution\t2\t-\t-\tKyoto\t-\t-\tread: x", "cannot be read"),
    ("revolution\t2\t-\t-\t-\t-\t-\tread: x", "cannot be read"),
    ("resolution\t2\t-\t-\t-\t-\tread: x", "7 cells"),
  ])
  func validatorFindsFault(row: String, fault: String) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let found = DataFiles.problems(body: "PP", rows: [cells])
    #expect(found.contains { $0.hasSuffix(fault) }, "\(found)")
  }

  @Test func validatorFindsRepetition() {
    let row = ["resolution", "2", "-", "-", "-", "-", "-", "read: x"]
    #expect(DataFiles.problems(body: "PP", rows: [row, row]) == ["PP resolution 2: stands twice"])
  }

  @Test func compiledTextsAreThoseOfTheFiles() throws {
    var written: Set<Entry> = []
    for (body, file) in DataFiles.bodies {
      for cells in DataFiles.rows(try DataFiles.text(file)) {
        written.insert(try RegisterRow.entry([body] + cells))
      }
    }
    // Compared as ids, so that a failure names the entries and not the whole register.
    let different = written.symmetricDifference(Register.standard.allEntries).map(\.id.description)
    #expect(different.sorted() == [])
    #expect(Register.standard.count == written.count)
  }

  @Test func generatedFilesAreFresh() throws {
    let step = CatalogueStep()
    let root = DataFiles.root
    let outputs = try step.outputs(root: root)
    #expect(outputs.count == 5)
    #expect(try Output.stale(outputs, root: root, folders: step.folders) == [])
  }

  @Test func rangesOfNumbersAscend() throws {
    let rows = DataFiles.rows(try DataFiles.text("numbering"))
    #expect(Register.standard.numbering.ranges.count == rows.count)
    for body in ["PP", "WTSA"] {
      let ranges = Register.standard.numbering.ranges.filter {
        $0.body == body && $0.session != nil
      }
      #expect(ranges.count >= 3)
      for (a, b) in zip(ranges, ranges.dropFirst()) {
        #expect(a.to < b.from)
        #expect(a.session?.year ?? 0 < b.session?.year ?? 0)
      }
      for range in ranges {
        let session = try #require(range.session)
        #expect(Session.session(body: body, place: session.place, year: session.year) != nil)
      }
    }
  }

  /// A text whose own new edition is known must not contradict the order of the numbers.
  @Test func firstEditionsFollowTheNumbers() {
    for entry in Register.standard.allEntries where entry.body == "PP" && entry.kind == .resolution
    {
      guard let number = Int(entry.number), let first = entry.firstEdition?.session else {
        continue
      }
      let bounds = Register.standard.numbering.firstAdoption(
        body: "PP", kind: .resolution, number: number)
      #expect(bounds?.earliest?.year ?? 0 <= first.year, "\(entry.id)")
      #expect(bounds?.latest?.year ?? 9999 >= first.year, "\(entry.id)")
    }
  }

  @Test func everyArticleReadsAndItsNumbersAscend() throws {
    let rows = DataFiles.rows(try DataFiles.text("provisions"))
    #expect(Register.articles.count == rows.count)
    for instrument in Instrument.allCases {
      let articles = Register.articles.filter { $0.instrument == instrument }
      let numbers = articles.flatMap(\.provisions)
      #expect(
        Set(numbers).count == numbers.count, "a number of \(instrument) stands in two articles")
      for article in articles {
        #expect(!article.source.isEmpty)
        let values = article.provisions.compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(values == values.sorted(), "\(instrument) \(article.number)")
        guard article.isWhole else { continue }
        #expect(zip(values, values.dropFirst()).allSatisfy { $1 - $0 <= 1 }, "\(article.number)")
      }
    }
  }

  @Test func actionLinesRunFromC1ToC11() {
    #expect(Register.actionLines.map(\.number) == (1...11).map { "C\($0)" })
    #expect(Register.actionLines.allSatisfy { !$0.title.isEmpty && !$0.source.isEmpty })
    #expect(Register.summitTexts.count == 4)
  }

  @Test func acronymsAreSortedAndStandOnce() throws {
    let rows = DataFiles.rows(try DataFiles.text("acronyms"))
    #expect(Register.acronyms.count == rows.count)
    let names = Register.acronyms.map(\.name)
    #expect(Set(names).count == names.count)
    let folded = names.map { $0.lowercased() }
    #expect(folded == folded.sorted())
    #expect(Register.acronyms.allSatisfy { $0.seen > 0 && !$0.source.isEmpty })
  }
}
