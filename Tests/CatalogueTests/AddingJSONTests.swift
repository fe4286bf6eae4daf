import Catalogue
import Testing

@Suite struct AddingJSONTests {
  private func adding(_ text: String) -> (register: Register, problems: [RegisterProblem]) {
    Register.standard.adding(json: Array(text.utf8), name: "own.json")
  }

  @Test func addsAndOverrides() {
    let result = adding(
      """
      { // ours
        "texts": [
          {"body": "PP", "kind": "resolution", "number": 225, "title": "A new text",
           "editions": ["Bucharest, 2022"], "status": "in force", "as-of": "2022-10"},
          {"body": "PP", "kind": "resolution", "number": "140", "title": null,
           "editions": "Rev. Bucharest, 2022"},
        ]
      }
      """)
    #expect(result.problems == [])
    let new = result.register.entry(body: "PP", kind: .resolution, number: "225")
    #expect(new?.title == "A new text")
    #expect(new?.standing == .inForce)
    let old = result.register.entry(body: "PP", kind: .resolution, number: "140")
    #expect(old?.title?.hasPrefix("ITU's role") == true)
    #expect(old?.editions.last?.description == "Rev. Bucharest, 2022")
    #expect(old?.origin == "own.json")
  }

  @Test func sameRowsAsTSV() {
    let tsv = "body\tkind\tnumber\ttitle\teditions\nPP\tdecision\t30\tBudget\tDoha, 2026\n"
    let json =
      #"[{"body":"PP","kind":"decision","number":"30","title":"Budget","editions":["Doha, 2026"]}]"#
    let first = Register.standard.adding(tsv: Array(tsv.utf8), name: "x").register
    let second = Register.standard.adding(json: Array(json.utf8), name: "x").register
    let id = EntryID(body: "PP", kind: .decision, number: "30")
    #expect(first.entries(id) == second.entries(id))
    #expect(!first.entries(id).isEmpty)
  }

  @Test(arguments: [
    ("3", "line 1, column 1: an array of texts is wanted"),
    ("[\n 3]", "line 2, column 2: a text is an object"),
    (#"[{"body":"PP","kind":"resolution","nr":3}]"#, "line 1, column 2: a text needs its number"),
    (
      "[{\"body\":\"PP\",\n\"kind\":\"x\",\"number\":3}]",
      "line 2, column 8: no kind of text is called 'x'"
    ),
    (#"[{"body":["PP"],"kind":"resolution","number":3}]"#, "line 1, column 10: 'body' has a value"),
    (
      #"[{"body":"PP","kind":"resolution","number":3,"editions":["x"]}]"#,
      "line 1, column 57: 'x' is no edition"
    ),
  ])
  func problems(text: String, message: String) {
    let found = adding(text).problems.map(\.description)
    #expect(found.first?.hasPrefix(message) == true, "\(found)")
  }

  @Test func unknownMember() {
    let found = adding("[{\"body\":\"PP\",\"kind\":\"resolution\",\n  \"number\":3,\"year\":1}]")
    #expect(found.problems.map { "\($0.line):\($0.column)" } == ["2:14"])
    #expect(found.problems.first?.message.hasPrefix("no member is called 'year'") == true)
    #expect(found.register.entry(body: "PP", kind: .resolution, number: "3") != nil)
  }

  @Test(arguments: ["", "{", "[{]", "{\"texts\": }", "\u{0}", "[1,2"])
  func brokenJSON(text: String) {
    let result = adding(text)
    #expect(result.problems.count == 1)
    #expect(result.register.count == Register.standard.count)
  }
}
