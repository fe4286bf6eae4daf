import JSON
import TestSupport
import Testing

@testable import resolute

@Suite struct CompareTests {
  static func draft(_ session: String, _ clauses: String) -> String {
    """
    # RESOLUTION 999 (\(session))

    ## Lamps in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (\(session)),

    \(clauses)

    """
  }

  static let old = draft(
    "Busan, 2014",
    """
    *considering*

    a) that the lamps of small harbours go out when their keepers sleep;

    b) that horns were sold by every merchant of the old town,

    *resolves*

    1 to paint all buoys of the harbour red before the winter storms;

    2 to ring the bells of the lighthouse in every fog,

    *instructs the Secretary-General*

    to report on the bells of *resolves* 2 above to the next conference.
    """)
  static let new = draft(
    "Dubai, 2018",
    """
    *considering*

    that the lamps of small harbours go out when their keepers sleep,

    *resolves*

    1 to chart the shallow waters of the northern coast with care;

    2 to paint all buoys of the harbour green before the winter storms;

    3 to ring the bells of the lighthouse in every fog,

    *instructs the Secretary-General*

    to report on the bells of *resolves* 2 above to the next conference.
    """)

  private func scene() throws -> Scene { try Scene(["old.md": Self.old, "new.md": Self.new]) }

  @Test func textTellsTheSummaryAndThenWhatChanged() throws {
    let run = try scene().run("compare", "~/old.md", "~/new.md")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
      run.output == """
        old ~/old.md: RESOLUTION 999 (Busan, 2014)
        new ~/new.md: RESOLUTION 999 (Dubai, 2018)

        1 paragraph new, 1 deleted, 3 relabelled, 1 reworded, 1 reference to follow

        References to follow
          instructs the Secretary-General: "resolves 2 above": resolves 2 is now resolves 3; write
            "resolves 3"

        considering
          ~ a) → (none) (relabelled)
              that the lamps of small harbours go out when their keepers [-sleep;-] {+sleep,+}
          - b) (deleted)
              [-that horns were sold by every merchant of the old town,-]

        resolves
          + 1 (new)
              {+to chart the shallow waters of the northern coast with care;+}
          ~ 1 → 2 (relabelled, reworded)
              to paint all buoys of the harbour [-red-] {+green+} before the winter storms;
          ~ 2 → 3 (relabelled)
              to ring the bells of the lighthouse in every fog,

        """)
  }

  @Test func aTextAgainstItself() throws {
    let run = try scene().run("compare", "~/old.md", "~/old.md")
    #expect(run.output.hasSuffix("\n\nno paragraph changed\n") && run.status == 0)
  }

  @Test func coloursOnATerminalOnly() throws {
    var scene = try scene()
    #expect(try !scene.run("compare", "~/old.md", "~/new.md").output.contains("\u{1B}"))
    #expect(
      try scene.run("compare", "~/old.md", "~/new.md", "--color=always").output.contains(
        "\u{1B}[9;31mred\u{1B}[0m \u{1B}[4;32mgreen\u{1B}[0m before"))
    scene.isTerminal = true
    #expect(try scene.run("compare", "~/old.md", "~/new.md").output.contains("\u{1B}[9;31m"))
    #expect(
      try !scene.run("compare", "~/old.md", "~/new.md", "--color", "never").output.contains(
        "\u{1B}"))
  }

  @Test func markdown() throws {
    let scene = try scene()
    let text = try scene.run("compare", "~/old.md", "~/new.md", "-f", "markdown").output
    #expect(text.hasPrefix("# What changed\n\n- Old: RESOLUTION 999 (Busan, 2014) (~/old.md)\n"))
    #expect(text.contains("\n1 paragraph new, 1 deleted, 3 relabelled, "))
    #expect(text.contains("\n- 1 → 2 (relabelled, reworded): to paint all buoys of the harbour"))
    #expect(text.contains(" ~~red~~ **green** before"))
    #expect(text.contains("| resolves 2 above | resolves 2 is now resolves 3 | resolves 3 |\n"))
  }

  @Test func pageIsSelfContainedAndEscaped() throws {
    let scene = try scene()
    try scene.folder.write("new.md", Self.new.replacing("green", with: "1<2&green"))
    let run = try scene.run("compare", "~/old.md", "~/new.md", "-f", "html", "-o", "~/out.html")
    #expect(run.output.isEmpty && run.status == 0)
    let page = try scene.folder.text("out.html")
    #expect(page.contains("<h1>What changed</h1>") && page.contains("<h2>resolves</h2>"))
    #expect(page.contains("<del>red</del> <ins>1&lt;2&amp;green</ins>"))
    #expect(page.contains("<span class=\"kind\">reworded</span>"))
    #expect(page.contains("<td data-name=\"Right would be\">resolves 3</td>"))
    for forbidden in ["http://", "https://", "src=", "@import", "url("] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test func json() throws {
    let scene = try scene()
    let text = try scene.run("compare", "~/old.md", "~/new.md", "--format", "json").output
    let value = try JSONParser().value(text)
    #expect(value["version"]?.int == 1)
    #expect(value["old"]?["title"]?.string == "RESOLUTION 999 (Busan, 2014)")
    #expect(value["summary"]?["relabelled"]?.int == 3)
    #expect(value["summary"]?["references"]?.int == 1)
    let resolves = try #require(value["clauses"]?.array?.first { $0["new"]?.string == "resolves" })
    let rows = try #require(resolves["paragraphs"]?.array)
    #expect(
      rows.map { $0["changes"]?.array?.compactMap(\.string) } == [
        ["new"], ["relabelled", "reworded"], ["relabelled"],
      ])
    #expect(rows[1]["old"]?.array?.first?["label"]?.string == "1")
    let range = try #require(rows[1]["new"]?.array?.first?["range"])
    let offset = try #require(range["start"]?["offset"]?.int)
    #expect(String(Self.new.utf8.dropFirst(offset).prefix(12)) == "2 to paint a")
    let reference = try #require(value["references"]?.array?.first)
    #expect(reference["text"]?.string == "resolves 2 above")
    #expect(reference["labels"]?.array?.compactMap(\.string) == ["3"])
    #expect(reference["certain"]?.bool == true)
  }

  @Test func whatCannotBeCompared() throws {
    var scene = try scene()
    try scene.folder.write("README.md", "# Read me\n")
    let other = try scene.run("compare", "~/README.md", "~/new.md")
    #expect(
      other.errors == "resolute: ~/README.md: not recognised as a resolution, so not compared\n")
    #expect(other.status == 2 && other.output.isEmpty)
    #expect(try scene.run("compare", "~/gone.md", "~/new.md").status == 2)
    #expect(try scene.run("compare").errors.contains("compare takes two texts"))
    #expect(try scene.run("compare", "-", "-").status == 2)
    #expect(
      try scene.run("compare", "~/old.md", "~/new.md", "--format", "htm").errors.contains(
        "did you mean 'html'?"))
    #expect(
      try scene.run("compare", "~/old.md", "~/new.md", "--profile", "itu-p").errors.contains(
        "did you mean 'itu-pp'?"))
    scene.input = Self.old
    let piped = try scene.run("compare", "-", "~/new.md", "--profile", "itu-pp")
    #expect(piped.output.hasPrefix("old -: RESOLUTION 999 (Busan, 2014)\n") && piped.status == 0)
    try scene.folder.write("else.md", Self.new.replacing("999", with: "998"))
    #expect(
      try scene.run("compare", "~/old.md", "~/else.md").errors.contains(
        "are not editions of one resolution"))
  }

  static let tracked = old.replacing("(Busan, 2014)", with: "({~~Busan, 2014~>Dubai, 2018~~})")
    .replacing("1 to paint", with: "{++1 to rest;++}\n\n{~~1~>2~~} to paint")
    .replacing(
      "\n2 to ring the bells", with: "\n{~~2~>3~~} to ring the <del>bells</del><ins>horns</ins>")

  @Test func bothSidesOfOneText() throws {
    var scene = try scene()
    try scene.folder.write("draft.md", Self.tracked)
    let run = try scene.run("compare", "~/draft.md")
    #expect(
      run.output.hasPrefix(
        """
        old ~/draft.md, all changes rejected: RESOLUTION 999 (Busan, 2014)
        new ~/draft.md, all changes accepted: RESOLUTION 999 (Dubai, 2018)

        1 paragraph new, 2 relabelled, 1 reworded, 1 reference to follow

        """))
    #expect(run.output.contains("is now resolves 3; write\n    \"resolves 3\"\n"))
    #expect(run.output.contains("to ring the [-bells-] {+horns+} of the lighthouse"))
    #expect(try scene.run("compare", "~/draft.md", "~/draft.md").output == run.output)
    scene.input = Self.tracked
    #expect(try scene.run("compare", "-").output == run.output.replacing("~/draft.md", with: "-"))
    let none = try scene.run("compare", "~/old.md")
    #expect(none.status == 2 && none.errors.contains("no tracked changes") && none.output.isEmpty)
  }

  @Test func rangesAreThoseOfTheTextAsWritten() throws {
    let scene = try scene()
    try scene.folder.write("draft.md", Self.tracked)
    for (other, side) in [("~/draft.md", "accepted"), ("~/old.md", nil)] {
      let text = try scene.run("compare", other, "~/draft.md", "-f", "json").output
      let value = try JSONParser().value(text)
      #expect(value["new"]?["side"]?.string == side)
      let clauses = value["clauses"]?.array ?? []
      let rows = try #require(
        clauses.first { $0["new"]?.string == "resolves" }?["paragraphs"]?.array)
      let ranges = rows.compactMap { $0["new"]?.array?.first?["range"] }
      let written = try ranges.map { range in
        let start = try #require(range["start"]?["offset"]?.int)
        let end = try #require(range["end"]?["offset"]?.int)
        return String(decoding: Array(Self.tracked.utf8)[start..<end], as: UTF8.self)
      }
      #expect(written.map { $0.prefix(11) } == ["1 to rest;", "2~~} to pai", "3~~} to rin"])
    }
  }

  @Test func theSameResolutionIsFoundAmongSeveral() throws {
    let scene = try scene()
    try scene.folder.write("all.md", Self.old.replacing("999", with: "998") + "\n" + Self.old)
    let run = try scene.run("compare", "~/all.md", "~/new.md")
    #expect(run.output.hasPrefix("old ~/all.md: RESOLUTION 999 (Busan, 2014)\n"))
    #expect(run.errors.isEmpty)
  }
}

@Suite struct WordDifferenceTests {
  private func difference(_ old: String, _ new: String) -> String {
    WordDifference.pieces(from: old, to: new).map { piece in
      switch piece.kind {
      case .same: piece.text
      case .deleted: "[\(piece.text)]"
      case .inserted: "{\(piece.text)}"
      }
    }.joined(separator: " ")
  }

  @Test func words() {
    #expect(
      difference("to paint red buoys", "to paint green buoys") == "to paint [red] {green} buoys")
    #expect(difference("a b", "a b") == "a b")
    #expect(difference("", "a b") == "{a b}")
    #expect(difference("a x b", "a b") == "a [x] b")
    // Islets between replacements are not worth telling.
    #expect(difference("one of two", "three of four") == "[one of two] {three of four}")
    #expect(difference("one a b c two", "x a b c y") == "[one] {x} a b c [two] {y}")
  }
}
