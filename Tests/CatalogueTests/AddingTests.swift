import Catalogue
import TestSupport
import Testing

@Suite struct AddingTests {
  private func adding(_ text: String) -> (register: Register, problems: [RegisterProblem]) {
    Register.standard.adding(tsv: Array(text.utf8), name: "own.tsv")
  }

  @Test func addsAndOverrides() throws {
    let result = adding(
      """
      # our register
      number\tbody\tkind\ttitle\teditions\tstatus\tas-of\tcertainty
      225\tPP\tresolution\tA new text\tBucharest, 2022\tin force\t2022-10\tsure
      140\tPP\tresolution\t-\tRev. Bucharest, 2022\t-\t-\t-
      71\tPP\tresolution\tStrategic plan for the Union for 2024-2027\t-\tsuperseded by PP Resolution 300\t2026-11\tsure
      """)
    #expect(result.problems == [])
    let register = result.register
    let new = try #require(register.entry(body: "PP", kind: .resolution, number: "225"))
    #expect(new.title == "A new text")
    #expect(new.origin == "own.tsv")
    let old = try #require(register.entry(body: "PP", kind: .resolution, number: "140"))
    #expect(old.title?.hasPrefix("ITU's role") == true)
    #expect(old.editions.last?.description == "Rev. Bucharest, 2022")
    #expect(old.editions.count == 5)
    #expect(old.standing == .inForce)
    let plan = register.entry(body: "PP", kind: .resolution, number: "71")
    #expect(plan?.standing == .superseded(by: "PP Resolution 300"))
    #expect(register.highestNumber(body: "PP", kind: .resolution) == 225)
    #expect(register.count == Register.standard.count + 1)
    // The built-in register is as it was.
    #expect(Register.standard.entry(body: "PP", kind: .resolution, number: "225") == nil)
    // The lookup sees the new text once, and the old one in its new form.
    #expect(register.lookup("new text").map(\.entry.number) == ["225"])
    let found = register.lookup("140", in: .init(body: "PP")).filter { $0.entry.id == old.id }
    #expect(found.map(\.edition?.year) == [2022])
  }

  @Test func windowsLineEndsAndByteOrderMark() {
    let result = adding("\u{FEFF}body\tkind\tnumber\ttitle\r\nPP\tresolution\t300\tA\r\n\r\n")
    #expect(result.problems == [])
    #expect(result.register.entry(body: "PP", kind: .resolution, number: "300")?.title == "A")
  }

  @Test(arguments: [
    ("", "line 1, column 1: no line names the columns"),
    ("body\tkind\ttitle\n", "line 1, column 1: the column 'number' is missing in the first line"),
    ("body\tkind\tnumber\tyear\n", "line 1, column 18: no column is called 'year'"),
    (
      "body\tkind\tnumber\nPP\trevolution\t3\n",
      "line 2, column 4: no kind of text is called 'revolution'"
    ),
    ("body\tkind\tnumber\nPP\tresolution\t\n", "line 2, column 15: a text needs its number"),
    ("body\tkind\tnumber\n\nPP\tresolution\n", "line 3, column 14: a text needs its number"),
    (
      "body\tkind\tnumber\teditions\nPP\tresolution\t3\tDubai 2018\n",
      "line 2, column 17: 'Dubai 2018' is no edition"
    ),
    ("body\tkind\tnumber\tstatus\nPP\tresolution\t3\tdead\n", "line 2, column 17: status is"),
    (
      "body\tkind\tnumber\nPP\tresolution\t3\tmore\n", "line 2, column 17: more fields than columns"
    ),
  ])
  func problems(text: String, message: String) {
    let found = adding(text).problems.map(\.description)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(message) == true, "\(found)")
  }

  @Test func aBadRowLeavesTheOthers() {
    let result = adding("body\tkind\tnumber\nPP\tx\t1\nPP\tresolution\t301\n")
    #expect(result.problems.count == 1)
    #expect(result.register.entry(body: "PP", kind: .resolution, number: "301") != nil)
  }

  /// The title lines of a workspace are a register too.
  @Test func titlesOfAWorkspace() throws {
    let draft = Entry(
      id: EntryID(body: "WTDC", kind: .resolution, number: "30"), title: "Role of ITU-D",
      certainty: .sure, editions: [Edition(place: "Baku", year: 2025, revised: true)],
      source: "drafts/30.md", origin: "workspace")
    let older = Entry(
      id: draft.id, editions: [Edition(place: "Istanbul", year: 2002)], origin: "workspace")
    let register = Register.standard.adding([draft]).adding([older])
    let entry = try #require(register.entry(draft.id))
    #expect(entry.title == "Role of ITU-D")
    #expect(entry.editions.first?.year == 2002)
    #expect(entry.editions.last?.year == 2025)
    #expect(entry.source.hasPrefix("drafts/30.md; "))
    #expect(register.allEntries.filter { $0.id == draft.id }.count == 1)
  }

  @Test func anOpinionOfAnotherForumIsAnotherText() {
    let id = EntryID(body: "WTPF", kind: .opinion, number: "1")
    let register = Register.standard.adding([
      Entry(id: id, title: "Another", editions: [Edition(place: "Geneva", year: 2021)])
    ])
    #expect(register.entries(id).count == 2)
    #expect(register.entry(id, year: 2013)?.title?.hasPrefix("promoting Internet") == true)
  }

  /// Cells that hold what would break a line come back harmless.
  @Test func tabsInAField() {
    let id = EntryID(body: "PP", kind: .resolution, number: "302")
    let register = Register.standard.adding([Entry(id: id, title: "a\tb\nc", source: "s")])
    #expect(register.entry(id)?.title == "a b c")
  }

  @Test func anyBytesGiveAResult() {
    var generator = SeededGenerator()
    let seed = generator.seed
    let pieces = [
      "body", "kind", "number", "title", "\t", "\n", "PP", "resolution", "1", "Rev. Dubai, 2018",
      ";", "?", "\r", "-", "é", "\u{0}", "editions",
    ]
    for _ in 0..<500 {
      var text = Bool.random(using: &generator) ? "body\tkind\tnumber\teditions\n" : ""
      for _ in 0..<Int(generator.next() % 30) {
        text += pieces[Int(generator.next() % UInt64(pieces.count))]
      }
      let result = adding(text)
      #expect(result.register.count >= Register.standard.count, "seed \(seed)")
    }
    print("user registers of random text: seed \(seed)")
  }
}
