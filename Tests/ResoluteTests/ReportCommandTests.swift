import Foundation
import TestSupport
import Testing

@testable import resolute

@Suite struct ReportCommandTests {
  private func scene() throws -> Scene {
    try Scene(["a/901.md": kite("901", cites: "that kites fly"), "a/README.md": "No resolution."])
  }

  private let header =
    "| Text | Who | Action | When | Reports to | Paragraph | Place |\n|---|---|---|---|---|---|---|\n"

  @Test func markdown() throws {
    let run = try scene().run("report", "~/a")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
      run.output == header + """
        | Resolution 901 | Secretary-General | to report annually to the ITU Council \\| on "kites" & \
        winds &lt; 5 | annually | ITU Council | instructs the Secretary-General 1 | ~/a/901.md:13 |
        | Resolution 901 | Secretary-General | to fly |  |  | instructs the Secretary-General 2 | \
        ~/a/901.md:15 |
        | Resolution 901 | Member States | to look on |  |  | invites Member States | ~/a/901.md:19 |

        """)
  }

  @Test func addresseeAndDatedNarrow() throws {
    let scene = try scene()
    let members = try scene.run("report", "--addressee", "member", "~/a").output
    #expect(members.split(separator: "\n").count == 3 && members.contains("to look on"))
    let both = try scene.run("report", "--addressee", "member", "--addressee", "GENERAL", "~/a")
    #expect(both.output.split(separator: "\n").count == 5)
    let dated = try scene.run("report", "--dated", "~/a").output
    #expect(dated.split(separator: "\n").count == 3 && dated.contains("annually"))
  }

  @Test func csv() throws {
    let run = try scene().run("report", "-f", "csv", "~/a")
    let lines = run.output.components(separatedBy: "\r\n")
    #expect(lines.first == "Text,Who,Action,When,Reports to,Paragraph,Place")
    #expect(
      lines.dropFirst().first == "Resolution 901,Secretary-General,"
        + #""to report annually to the ITU Council | on ""kites"" & winds < 5","#
        + "annually,ITU Council,instructs the Secretary-General 1,~/a/901.md:13")
    #expect(lines.count == 5)
  }

  @Test func formulasAreNoneInASpreadsheet() {
    #expect(Markup.csv("=1+1") == "'=1+1")
    #expect(Markup.csv("@x, y") == "\"'@x, y\"")
    #expect(Markup.csv("1 - 1") == "1 - 1")
  }

  @Test func json() throws {
    let run = try scene().run("report", "-f", "json", "~/a", "~/gone")
    #expect(run.status == 2)
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let duties = try #require(report["duties"] as? [[String: Any]])
    #expect(duties.map { $0["label"] as? String } == ["1", "2", nil])
    #expect(
      duties.map { $0["addressees"] as? [String] } == [
        ["Secretary-General"], ["Secretary-General"], ["Member States"],
      ])
    #expect((duties.first?["report"] as? [String: Any])?["to"] as? [String] == ["ITU Council"])
    #expect(duties.first?["frequencies"] as? [String] == ["annually"])
    let range = try #require(duties.first?["range"] as? [String: [String: Int]])
    #expect(range["start"]?["line"] == 13 && range["start"]?["column"] == 1)
    #expect((report["errors"] as? [Any])?.count == 1)
  }

  @Test func page() throws {
    let scene = try scene()
    let run = try scene.run("report", "-f", "html", "-o", "~/report.html", "~/a")
    #expect(run.status == 0 && run.output.isEmpty)
    let page = try scene.folder.text("report.html")
    #expect(page.contains("&quot;kites&quot; &amp; winds &lt; 5"))
    #expect(page.components(separatedBy: "<tr data-who=").count == 4)
    #expect(page.components(separatedBy: " data-dated>").count == 2)
    #expect(page.contains("<option>Member States</option>"))
  }

  @Test func profileOutputAndWrongWords() throws {
    let scene = try scene()
    #expect(try scene.run("report", "--profile", "third", "~/a").status == 0)
    #expect(try scene.run("report", "--profile", "nobody", "~/a").status == 2)
    #expect(try scene.run("report", "-o", "~/gone/x", "~/a").status == 2)
    #expect(try scene.run("report", "-f", "jsn", "~/a").errors.contains("'json'"))
  }
}
