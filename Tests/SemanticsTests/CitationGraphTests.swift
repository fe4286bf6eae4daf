import Catalogue
import Semantics
import Syntax
import Testing
import TextModel

@Suite("Who cites whom") struct CitationGraphTests {
  private func text(_ title: String, _ subject: String, _ words: String) -> String {
    """
    \(title)

    \(subject)

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    considering

    \(words),

    resolves

    to go on.
    """
  }

  private func graph(_ texts: [(String, String)]) -> CitationGraph {
    CitationGraph(
      texts.map { file, text in
        (file, TextSummary(TextMeaning(Document(Array(text.utf8))), encoding: .utf8))
      }, register: .standard)
  }

  /// `A -> B x2 a.md:9,9`, then the texts that no one cites and that cite no one.
  private func told(_ graph: CitationGraph) -> [String] {
    graph.edges.map { edge in
      let lines = edge.mentions.map { "\($0.file):\($0.citation.range.start.line + 1)" }
      return "\(graph.nodes[edge.from].id) -> \(graph.nodes[edge.to].id) "
        + lines.joined(separator: " ")
    }
  }

  @Test("Editions are one text; a text does not cite itself; places are kept")
  func edges() {
    let found = graph([
      (
        "901.md",
        text(
          "RESOLUTION 901 (Dubai, 2018)", "Kite aerials",
          "Resolution 902 (Rev. Busan, 2014), Resolution 902 (Rev. Dubai, 2018) and Resolution 901 "
            + "(Dubai, 2018) of this conference")
      ),
      ("902.md", text("RESOLUTION 902 (REV. DUBAI, 2018)", "Balloons", "that balloons float")),
    ])
    #expect(told(found) == ["PP/resolution/901 -> PP/resolution/902 901.md:9 901.md:9"])
    #expect(found.nodes.map(\.label) == ["Resolution 901", "Resolution 902"])
    #expect(found.nodes.map(\.subject) == ["Kite aerials", "Balloons"])
  }

  @Test("What was not read is told apart, and has its title from the register")
  func outside() {
    let found = graph([
      (
        "901.md",
        text(
          "RESOLUTION 901 (Dubai, 2018)", "Kite aerials",
          "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference")
      )
    ])
    #expect(found.nodes.map(\.isRead) == [true, false])
    #expect(found.nodes.last?.id == "PP/resolution/71")
    #expect(found.nodes.last?.subject.isEmpty == false)
  }

  @Test("A newer edition names the subject, in whatever order they come")
  func newest() {
    let old = ("old.md", text("RESOLUTION 901 (REV. BUSAN, 2014)", "Kites", "that kites fly"))
    let new = (
      "new.md", text("RESOLUTION 901 (REV. DUBAI, 2018)", "Kite aerials", "that kites fly")
    )
    for texts in [[old, new], [new, old]] {
      let found = graph(texts)
      #expect(found.nodes.map(\.subject) == ["Kite aerials"])
      #expect(found.nodes.map(\.sources.count) == [2])
    }
  }

  @Test("A text without a title is known by its file")
  func nameless() {
    let found = graph([
      (
        "draft.md",
        """
        The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

        considering

        Resolution 901 (Dubai, 2018) of this conference,

        resolves

        to go on.
        """
      )
    ])
    #expect(told(found) == ["draft.md#1 -> PP/resolution/901 draft.md:5"])
    #expect(found.nodes.first?.label == "draft.md")
  }

  @Test("A number cited without its body means the only text of that number")
  func unknownBody() {
    let found = graph([
      (
        "901.md",
        text("RESOLUTION 901 (Dubai, 2018)", "Kite aerials", "that Resolution 902 is followed")
      ),
      ("902.md", text("RESOLUTION 902 (Dubai, 2018)", "Balloons", "that balloons float")),
    ])
    #expect(told(found).map { $0.prefix(36) } == ["PP/resolution/901 -> PP/resolution/9"])
    #expect(found.nodes.count == 2)
  }
}
