import Rules
import Semantics
import Syntax
import Testing

@Suite("Word lists of the user")
struct WordListTests {
  private func findings(_ text: String, _ list: String) -> [String] {
    let added = WordList.standard.adding(tsv: Array(list.utf8))
    #expect(added.problems == [])
    var settings = RuleSettings()
    settings.select = ["wording"]
    settings.allTexts = true
    settings.knowledge = Knowledge(register: nil, words: added.list)
    let meaning = TextMeaning(Document(Array(text.utf8)))
    return Judgement(meaning, settings: settings).findings.map {
      "\($0.severity.name) \($0.message) \($0.fixes.first?.title ?? "-")"
    }
  }

  private let text =
    "*recalling*\n\nthat a harbour master and the member states of the internet agree,\n"

  @Test("entries add to the list of the house")
  func add() {
    #expect(
      findings(text, "form\tright\nharbour master\tport captain\n") == [
        "warning `harbour master`: the house writes `port captain` Write `port captain`",
        "warning `member states`: the house writes `Member States` Write `Member States`",
        "warning `internet`: the house writes `Internet` Write `Internet`",
      ])
  }

  @Test("entries replace those of the house, or take them out")
  func replace() {
    let list = """
      # ours
      right\tform\tlevel\tnext
      net\tinternet\thint\tagree
      x\tMember States\toff\t-

      """
    #expect(
      findings(text, list) == ["hint `internet`: the house writes `net` Write `net`"])
  }

  @Test(
    "what is wrong in a list is told with its place",
    arguments: [
      (
        "forms\tright\n",
        "1:1 no column is called 'forms'; known: form, right, kind, level, next, unless"
      ),
      ("form\tlevel\n", "1:1 the column 'right' is missing in the first line"),
      ("form\tright\na\n", "2:2 an entry has a form and how it is written right"),
      ("form\tright\na  b\tc\n", "2:1 'a  b' is not made of words with one blank between them"),
      ("form\tright\na/b c\td\n", "2:1 'a/b c' is not made of words with one blank between them"),
      (
        "form\tright\tlevel\r\na\tb\terror\r\n",
        "2:5 'error' is no level; known: warning, hint, off"
      ),
      (
        "form\tright\tkind\na\tb\tplaceholder\n",
        "2:5 'placeholder' is no kind; known: term, spelling"
      ),
      ("# nothing\n", "1:1 no line names the columns"),
    ])
  func problems(_ list: String, _ message: String) {
    let problem = WordList.standard.adding(tsv: Array(list.utf8)).problems.first
    #expect(problem.map { "\($0.line):\($0.column) \($0.message)" } == message)
  }

  @Test("no bytes of a list stop the program")
  func noise() {
    for list in [
      "form\tright\n-\t-\n'\t'\n-'- -\tx y\né\té\n1 2 3\t\n", "\u{FEFF}form\tright\n", "",
    ] {
      _ = WordList.standard.adding(tsv: Array(list.utf8))
    }
    _ = findings(text, "form\tright\n--\tx\n'' ''\ty\nA-A a\ta-a A\n")
  }
}
