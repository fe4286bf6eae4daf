import Catalogue
import Rules
import Semantics
import Syntax
import Testing

private let draft = """
  RESOLUTION 999 (Dubai, 2018)

  Lamps and radio logs in small harbours

  The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

  *recalling*

  Resolution 99 (Rev. Busan, 2014) of the Plenipotentiary Conference and [another text],

  *resolves*

  to continue the work under Resolution 185 (Busan, 2014) of the Plenipotentiary Conference.
  """

@Suite("What judges a text")
struct SettingsTests {
  @Test("as-of is the year that citations know")
  func asOf() {
    func rules(_ date: String?) -> [String] {
      var settings = RuleSettings()
      settings.asOf = date.flatMap { AsOfDate($0) }
      settings.select = ["citation/superseded", "citation/abrogated"]
      return findings(draft, settings: settings).map(\.rule)
    }
    #expect(rules(nil) == ["citation/superseded"])
    #expect(rules("2014") == [])
    #expect(rules("2014-10-20") == [])
    #expect(rules("2026") == ["citation/superseded", "citation/abrogated"])
  }

  @Test(
    "dates",
    arguments: [
      ("2018", "2018"), ("2018-11-16", "2018-11-16"), ("2024-02-29", "2024-02-29"),
      ("2000-02-29", "2000-02-29"), ("2100-02-29", nil), ("2018-02-29", nil), ("2018-11", nil),
      ("18", nil), ("2018-1-1", nil), ("2018-00-10", nil), ("2018-04-31", nil), ("1849", nil),
      ("2200", nil), ("", nil), ("+018", nil), ("2018-11-16-", nil),
    ] as [(String, String?)])
  func dates(_ text: String, _ expected: String?) {
    #expect(AsOfDate(text)?.description == expected)
  }

  @Test("a register of one's own is what citations are compared with")
  func register() {
    let row = Array("body\tkind\tnumber\teditions\nPP\tresolution\t99\tRev. Rome, 2016\n".utf8)
    let (register, problems) = Register.standard.adding(tsv: row, name: "own.tsv")
    #expect(problems.isEmpty)
    var settings = RuleSettings()
    settings.asOf = AsOfDate("2017")
    settings.select = ["citation/superseded"]
    #expect(findings(draft, settings: settings).isEmpty)
    settings.knowledge = Knowledge(register: register)
    #expect(findings(draft, settings: settings).map(\.message).joined().contains("Rome, 2016"))
  }

  @Test("settings that changed judge everything again")
  func again() {
    let meaning = TextMeaning(Document(draft))
    var settings = RuleSettings()
    let first = Judgement(meaning, settings: settings)
    settings.asOf = AsOfDate("2014")
    let second = Judgement(meaning, settings: settings, previous: first)
    #expect(second.findings == Judgement(meaning, settings: settings).findings)
    #expect(second.findings != first.findings)
    settings.knowledge = Knowledge(register: .standard)
    #expect(settings != second.settings)
    #expect(Judgement(meaning, settings: settings, previous: second).findings == second.findings)
  }

  @Test("a final text has no placeholders")
  func status() {
    var settings = RuleSettings()
    #expect(findings(draft, rule: "draft/placeholder").map(\.severity) == [.hint])
    settings.status = .final
    let found = findings(draft, rule: "draft/placeholder", settings: settings)
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("a severity for a group holds for its rules, one for a rule wins")
  func severities() {
    var settings = RuleSettings()
    settings.severities = ["citation": .error, "draft": nil]
    let all = findings(draft, settings: settings)
    #expect(all.filter { $0.rule.hasPrefix("citation/") }.map(\.severity) == [.error])
    #expect(!all.contains { $0.rule.hasPrefix("draft/") })
    settings.severities["citation/superseded"] = .some(nil)
    settings.severities["draft/placeholder"] = .information
    let left = findings(draft, settings: settings)
    #expect(left.map(\.rule) == ["draft/placeholder"])
    #expect(left.map(\.severity) == [.information])
  }
}
