import Catalogue
import Testing

@Suite struct ReportTests {
  let report = RegisterReport()

  @Test func search() {
    #expect(
      report.searchText("res 71 dub", in: .init(body: "PP", limit: 1)) == """
        PP/resolution/71  (Rev. Dubai, 2018)  in force
            Strategic plan for the Union for 2020-2023

        """)
    #expect(report.searchText("zzzz") == "nothing found for 'zzzz'\n")
  }

  @Test func showText() {
    #expect(
      report.showText("PP/resolution/185") == """
        PP/resolution/185
          title     Global flight tracking for civil aviation
          editions  Busan, 2014
          first     Busan, 2014
          status    abrogated by PP (Dubai, 2018), as of 2018-11
          source    read: PP-18 Final Acts, declarations; cited: WRC Res. 425 (Rev.WRC-19)

        """)
  }

  @Test func showProvision() {
    #expect(
      report.showText("CV 48") == """
        No. 48 of the Convention, in Article 3 of the Convention
          title     Other Conferences and Assemblies
          holds     Nos. \((23...49).map(String.init).joined(separator: ", "))
          known as  amended to 2006
          source    English text in the Dutch treaty base (BWBV0001504), as amended up to PP-06

        """)
  }

  @Test func showActionLineAndAcronym() {
    #expect(
      report.showText("C9") == """
        Action Line C9
          title     Media
          source    itu.int/en/itu-wsis/Pages/ActionLines.aspx

        """)
    #expect(report.showText("wsis")?.hasPrefix("WSIS\n  stands for  World Summit on the") == true)
  }

  @Test(arguments: [
    ("PP/resolution/140", "PP/resolution/140"), ("pp res 140", "PP/resolution/140"),
    ("pp res. 140", "PP/resolution/140"), ("PP 204", "PP/resolution/204"),
    ("ITU-R 61-2", "RA/resolution/61"), ("UNGA/resolution/70/1", "UNGA/resolution/70/1"),
    ("unga 70/1", "UNGA/resolution/70/1"), ("wtpf opinion 4", "WTPF/opinion/4"),
  ])
  func ids(typed: String, id: String) {
    guard case .texts(let entries) = report.item(typed) else {
      Issue.record("\(typed) names no text")
      return
    }
    #expect(entries.allSatisfy { $0.id.description == id })
  }

  @Test func articlesByWord() {
    guard case .article(let article, nil) = report.item("CV Article 14A") else {
      Issue.record("no article")
      return
    }
    #expect(article.title == "Telecommunication Standardization Advisory Group")
  }

  @Test(arguments: [
    "", "PP", "PP/resolution/999", "CS 999", "C12", "nothing at all", "///", "CS a b",
  ])
  func unknownIDs(typed: String) {
    #expect(report.item(typed) == nil)
    #expect(report.showText(typed) == nil)
  }

  @Test func statistics() {
    let statistics = report.statistics
    #expect(statistics.bodies.map(\.body).contains("PP"))
    #expect(statistics.bodies.reduce(0) { $0 + $1.texts } == Register.standard.count)
    let pp = statistics.bodies.first { $0.body == "PP" }
    #expect(pp?.texts == 109)
    #expect(pp?.knownUntil == "2018-11")
    let lines = report.statisticsText.split(separator: "\n")
    #expect(lines.first?.hasPrefix("body ") == true)
    #expect(lines.count == statistics.bodies.count + 3)
    #expect(lines.last?.hasPrefix("11 action lines") == true)
  }
}
