import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import resolute

/// A text about kites that cites another; nasty where markup would break.
func kite(_ number: String, subject: String = "Kites", cites: String) -> String {
  """
  RESOLUTION \(number) (Dubai, 2018)

  \(subject)

  The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

  considering

  \(cites),

  instructs the Secretary-General

  1\tto report annually to the ITU Council | on "kites" & winds < 5;

  2\tto fly,

  invites Member States

  to look on.

  """
}

@Suite struct GraphCommandTests {
  private func scene() throws -> Scene {
    try Scene([
      "a/901.<!--.md": kite(
        "901", subject: "Kites < 5 & \"strings\"",
        cites: "Resolution 902 (Dubai, 2018) of this conference and Resolution 902 (Dubai, 2018)"),
      "a/902.md": kite("902", cites: "Resolution 71 (Rev. Dubai, 2018) of this conference"),
      "a/README.md": "No resolution.",
    ])
  }

  @Test func dot() throws {
    let run = try scene().run("graph", "~/a")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("digraph citations {\n"))
    #expect(run.output.contains(#""PP/resolution/901" -> "PP/resolution/902" [label="2"];"#))
    #expect(run.output.contains(#"label="Resolution 901 (PP)\nKites < 5 & \"strings\"""#))
    #expect(!run.output.contains("PP/resolution/71"))
  }

  @Test func outsideDrawsWhatIsOnlyCited() throws {
    let run = try scene().run("graph", "--outside", "~/a")
    #expect(run.output.contains(#""PP/resolution/902" -> "PP/resolution/71";"#))
    #expect(run.output.contains("style=dashed"))
  }

  @Test func mermaid() throws {
    let run = try scene().run("graph", "--format", "mermaid", "--outside", "~/a")
    #expect(
      run.output == """
        flowchart LR
          n0["Resolution 901 (PP)"]
          n1["Resolution 902 (PP)"]
          n2(["Resolution 71 (PP)"])
          n0 -->|2| n1
          n1 --> n2

        """)
  }

  @Test func json() throws {
    let run = try scene().run("graph", "-f", "json", "~/a", "~/gone")
    #expect(run.status == 2 && run.errors.contains("gone"))
    let graph = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let texts = try #require(graph["texts"] as? [[String: Any]])
    #expect(
      texts.map { $0["id"] as? String } == [
        "PP/resolution/901", "PP/resolution/902", "PP/resolution/71",
      ])
    #expect(texts.map { $0["read"] as? Bool } == [true, true, false])
    #expect(texts.map { $0["citedBy"] as? Int } == [0, 1, 1])
    let edges = try #require(graph["citations"] as? [[String: Any]])
    #expect(edges.map { $0["count"] as? Int } == [2, 1])
    let places = try #require(edges.first?["places"] as? [[String: Any]])
    #expect(places.map { $0["line"] as? Int } == [9, 9])
    #expect(places.map { $0["column"] as? Int } == [1, 53])
    #expect((graph["errors"] as? [Any])?.count == 1)
  }

  @Test func pageIsWholeAndHoldsTheGraphUnbroken() throws {
    let scene = try scene()
    let run = try scene.run("graph", "-f", "html", "-o", "~/graph.html", "~/a")
    #expect(run.status == 0 && run.output.isEmpty)
    let page = try scene.folder.text("graph.html")
    // Nothing is fetched, and a name does not end the data.
    #expect(!page.contains("http://") || !page.contains("src="))
    #expect(page.components(separatedBy: "</script>").count == 3)
    let start = try #require(page.range(of: #"id="graph">"#))
    let data = page[start.upperBound...].prefix { $0 != "<" }
    #expect(data.contains("901.\\u003c!--.md"))
    let graph = try #require(
      JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    #expect((graph["texts"] as? [Any])?.count == 3)
    #expect(page.contains("role=\"listbox\""))
  }

  @Test func drawingIsWellFormed() throws {
    let run = try scene().run("graph", "-f", "svg", "--outside", "~/a")
    let parser = XMLParser(data: Data(run.output.utf8))
    #expect(parser.parse())
    #expect(run.output.contains("Resolution 901 cites Resolution 902 (2 times)"))
    #expect(run.output.components(separatedBy: "marker-end").count == 3)
  }

  @Test func standardInputAndProfile() throws {
    var scene = try scene()
    scene.input = kite("903", cites: "Resolution 904")
    scene.linter = .standard
    #expect(try scene.run("graph", "-").output.contains("PP/resolution/903"))
    #expect(
      try scene.run("graph", "--profile", "itu-wtdc", "-").output.contains("WTDC/resolution/903"))
    let wrong = try scene.run("graph", "--profile", "itu-pq", "-")
    #expect(wrong.status == 2 && wrong.errors.contains("itu-pp"))
    #expect(try scene.run("graph", "-f", "dott", "-").errors.contains("'dot'"))
  }
}
