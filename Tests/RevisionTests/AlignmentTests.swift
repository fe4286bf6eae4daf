import Revision
import Semantics
import Syntax
import Testing
import TextModel

/// Two editions in, what became of each paragraph out.
@Suite("Alignment of two editions")
struct AlignmentTests {
  static func digest(_ text: String) throws -> EditionDigest {
    let meaning = TextMeaning(Document(text))
    let index = try #require(meaning.sections.firstIndex { $0.resolution.isRecognised })
    return try #require(EditionDigest(meaning, resolution: index, encoding: .utf8))
  }

  static func align(_ old: String, _ new: String) throws -> Alignment {
    Alignment(AlignmentBase(try digest(old)), try digest(new))
  }

  private static func name(_ change: Alignment.Change) -> String {
    let names: [(Alignment.Change, String)] = [
      (.reworded, "reworded"), (.moved, "moved"), (.relabelled, "relabelled"),
      (.inserted, "inserted"), (.deleted, "deleted"), (.split, "split"), (.merged, "merged"),
      (.references, "references"),
    ]
    let all = names.filter { change.contains($0.0) }.map(\.1)
    return all.isEmpty ? "same" : all.joined(separator: " ")
  }

  private static func links(_ old: String, _ new: String) throws -> [String] {
    let alignment = try align(old, new)
    return alignment.links.map { link in
      let before = link.old.map { alignment.old.name(of: $0) }.joined(separator: " + ")
      let after = link.new.map { alignment.new.name(of: $0) }.joined(separator: " + ")
      return "\(before) > \(after): \(name(link.change))"
    }
  }

  private static let old = """
    RESOLUTION 901 (DUBAI, 2018)

    *considering*

    a) that buoys drift in every gale of the winter;

    b) that lamps go out when their keepers sleep,

    *resolves*

    1 that buoys be chained with two chains of iron, and that each chain be painted red by the port;

    2 that lamps be lit at dusk by the keeper of the light;

    3 that keepers be woken at dawn, in view of *considering* b) above;

    4 that bells be rung while fog hides the light from passing ships.

    """

  @Test func theSameText() throws {
    let links = try Self.links(Self.old, Self.old)
    #expect(links.count == 6)
    #expect(links.allSatisfy { $0.hasSuffix(": same") })
    let alignment = try Self.align(Self.old, Self.old)
    #expect(alignment.followedReferences.isEmpty)
  }

  @Test func insertedAndDeleted() throws {
    let new = Self.old.replacing(
      "1 that buoys be chained",
      with: "1 that every port publish a chart of its channels;\n\n2 that buoys be chained"
    ).replacing("2 that lamps be lit at dusk by the keeper of the light;\n\n", with: "")
    #expect(
      try Self.links(Self.old, new) == [
        "considering a) > considering a): same", "considering b) > considering b): same",
        " > resolves 1: inserted", "resolves 1 > resolves 2: relabelled",
        "resolves 2 > : deleted", "resolves 3 > resolves 3: same", "resolves 4 > resolves 4: same",
      ])
  }

  @Test func rewordedAndMoved() throws {
    let new = Self.old.replacing(
      "a) that buoys drift in every gale of the winter;\n\n", with: ""
    ).replacing(
      "b) that lamps go out when their keepers sleep,",
      with: """
        a) that lamps often go out when their keepers sleep;

        b) that buoys drift in every gale of the winter,
        """)
    let links = try Self.links(Self.old, new)
    #expect(links.contains("considering b) > considering a): reworded relabelled"))
    #expect(links.contains("considering a) > considering b): moved relabelled"))
  }

  @Test func movedToAnotherClause() throws {
    let new = Self.old.replacing(
      "\n\n4 that bells be rung while fog hides the light from passing ships.",
      with: "\n\n*instructs the Secretary-General*\n\n"
        + "that bells be rung while fog hides the light from passing ships."
    )
    #expect(
      try Self.links(Self.old, new).last
        == "resolves 4 > instructs the Secretary-General: moved relabelled")
  }

  @Test func splitAndMerged() throws {
    let split = Self.old.replacing(
      "iron, and that each chain be painted red by the port;",
      with: "iron;\n\n2 that each chain be painted red by the port;"
    ).replacing("2 that lamps", with: "3 that lamps").replacing(
      "3 that keepers", with: "4 that keepers"
    )
    .replacing("4 that bells", with: "5 that bells")
    #expect(
      try Self.links(Self.old, split).contains(
        "resolves 1 > resolves 1 + resolves 2: reworded split"))
    #expect(
      try Self.links(split, Self.old).contains(
        "resolves 1 + resolves 2 > resolves 1: reworded merged"))
  }

  /// What is neither here nor there is not matched.
  @Test func silentInDoubt() throws {
    let new = Self.old.replacing(
      "2 that lamps be lit at dusk by the keeper of the light;",
      with: "2 that oil be stored in casks and counted every month by the harbour master;")
    let links = try Self.links(Self.old, new)
    #expect(links.contains("resolves 2 > : deleted"))
    #expect(links.contains(" > resolves 2: inserted"))
  }

  @Test func labelsOfReferencesAreNoWords() throws {
    let new = Self.old.replacing("*considering* b) above", with: "*considering* a) above")
    #expect(
      try Self.links(Self.old, new).contains("resolves 3 > resolves 3: references"))
  }

  @Test func likenessCountsWordsInOrder() throws {
    let new = Self.old.replacing("at dusk by the keeper", with: "at dusk and dawn by the keeper")
    let alignment = try Self.align(Self.old, new)
    let link = try #require(alignment.links.first { $0.change == .reworded })
    let likeness = try #require(link.likeness)
    #expect([likeness.shared, likeness.old, likeness.new] == [5, 5, 6])
  }

  /// An edit costs a row; the result is that of a fresh comparison.
  @Test func goingOnFromAnAlignmentGivesTheSame() throws {
    let base = AlignmentBase(try Self.digest(Self.old))
    var previous = Alignment(base, try Self.digest(Self.old))
    for (words, other) in [
      ("lamps be lit", "lights be lit"), ("two chains", "three chains"),
      ("4 that bells", "4 that oil be kept;\n\n5 that bells"), ("b) that lamps", "c) that lamps"),
    ] {
      let digest = try Self.digest(Self.old.replacing(words, with: other))
      let next = Alignment(base, digest, previous: previous)
      let fresh = Alignment(base, digest)
      for index in digest.paragraphs.indices {
        #expect(next.origins(ofNew: index) == fresh.origins(ofNew: index))
      }
      previous = next
    }
  }

  @Test func damagedTexts() throws {
    for text in ["", "*resolves*\n\n1 a", "RESOLUTION 1\n*resolves*\n\n- a\n- b\n\n1\n\n2\n"] {
      let meaning = TextMeaning(Document(text))
      for index in meaning.sections.indices {
        let digest = try #require(EditionDigest(meaning, resolution: index, encoding: .utf16))
        #expect(Alignment(AlignmentBase(digest), digest).followedReferences.isEmpty)
        _ = Alignment(AlignmentBase(digest), try Self.digest(Self.old)).links
        _ = Alignment(AlignmentBase(try Self.digest(Self.old)), digest).links
      }
    }
  }
}
