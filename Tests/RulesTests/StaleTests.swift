import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

/// A base and a draft in, what the two rules say and write out.
@Suite("References against the edition before")
struct StaleTests {
  private static let resolves = """
    *resolves*

    1 that buoys shall be painted red by their owners;

    2 that lamps shall be lit at dusk and put out at dawn;

    3 that bells shall be rung while there is fog;

    4 that charts shall be corrected every month,

    """

  private static func text(_ clauses: String, title: String = "RESOLUTION 999 (Dubai, 2018)")
    -> String
  {
    Frame.complete(clauses).replacingFirst("# RESOLUTION 999 (Dubai, 2018)", with: "# " + title)
  }

  private static func base(_ reference: String) -> String {
    text(
      resolves + "\n*instructs the Secretary-General*\n\nto report on work under \(reference).")
  }

  /// What is said of a draft whose clause `resolves` is another: rule, label, first fix with its safety.
  private static func told(
    _ resolves: String, _ reference: String, base: String, instructs: String? = nil
  ) -> [String] {
    var settings = RuleSettings()
    settings.bases = baseFinder(Self.base(base))
    let draft = text(
      resolves + "\n*instructs the Secretary-General*\n\n"
        + (instructs ?? "to report on work under \(reference)."))
    return findings(draft, settings: settings)
      .filter { $0.rule == "reference/stale" || $0.rule == "reference/deleted" }
      .map { finding in
        let fix = finding.fixes.first.map { " > \($0.title) \($0.safety.name)" } ?? ""
        return "\(finding.rule) `\(slice(draft, finding.range))`: \(finding.message)" + fix
      }
  }

  private static let withChart = """
    *resolves*

    1 that every port shall keep a chart of its channels;

    2 that buoys shall be painted red by their owners;

    3 that lamps shall be lit at dusk and put out at dawn;

    4 that bells shall be rung while there is fog;

    5 that charts shall be corrected every month,

    """

  @Test func labelsLeftAsTheyWere() {
    #expect(
      Self.told(Self.withChart, "resolves 2 above", base: "resolves 2 above") == [
        "reference/stale `2`: no longer names what it named in the edition before: `resolves 2` is now `3`"
          + " > Write `3` safe"
      ])
    let list = Self.told(
      Self.withChart, "resolves 1, 3 and 4 above", base: "resolves 1, 3 and 4 above")
    #expect(list.count == 1)
    #expect(list.first?.hasSuffix(" > Write `2, 4 and 5` safe") == true, "\(list)")
  }

  @Test func aRangeStaysOne() {
    let told = Self.told(Self.withChart, "resolves 1 to 3 above", base: "resolves 1 to 3 above")
    #expect(told.count == 1)
    #expect(told.first?.hasSuffix("> Write `2 to 4` safe") == true, "\(told)")
  }

  /// The labels may have been touched since; only content decides.
  @Test func labelsTouchedAndStillWrong() {
    let told = Self.told(Self.withChart, "resolves 4 above", base: "resolves 2 above")
    #expect(told.count == 1)
    #expect(told.first?.hasSuffix(" > Write `3` safe") == true, "\(told)")
  }

  @Test func silentWhereTheLabelsFollowed() {
    #expect(Self.told(Self.withChart, "resolves 3 above", base: "resolves 2 above").isEmpty)
    #expect(Self.told(Self.resolves, "resolves 2 above", base: "resolves 2 above").isEmpty)
  }

  /// What an author does who means other paragraphs.
  @Test(arguments: [
    // One more than before.
    ("resolves 3 and 5 above", "resolves 2 above"),
    // Some of the old ones.
    ("resolves 3 above", "resolves 2 and 3 above"),
    // The one that is new.
    ("resolves 1 above", "resolves 2 above"),
  ])
  func silentWhereOthersAreMeant(now: String, before: String) {
    #expect(Self.told(Self.withChart, now, base: before).isEmpty)
  }

  @Test func silentWhereTheLabelsNeedNotHaveBeenTouched() {
    #expect(Self.told(Self.resolves, "resolves 3 above", base: "resolves 2 above").isEmpty)
  }

  @Test func silentWhereTheWordsBeforeAreOthers() {
    #expect(
      Self.told(
        Self.withChart, "", base: "resolves 2 above",
        instructs: "to report on work, having regard to resolves 5 above."
      ).isEmpty)
  }

  @Test func aTargetThatIsGone() {
    let without = Self.resolves.replacingFirst(
      "2 that lamps shall be lit at dusk and put out at dawn;\n\n3 that bells", with: "2 that bells"
    ).replacingFirst("4 that charts", with: "3 that charts")
    #expect(
      Self.told(without, "resolves 1 and 2 above", base: "resolves 1 and 2 above") == [
        "reference/deleted `1 and 2`: names a paragraph of the edition before that is gone: "
          + "`resolves 2` is gone > Write `1` unsafe"
      ])
    #expect(Self.told(without, "resolves 1 above", base: "resolves 1 and 2 above").isEmpty)
  }

  @Test func aTargetThatWasSplit() {
    let split = Self.withChart.replacingFirst(
      "3 that lamps shall be lit at dusk and put out at dawn;",
      with: "3 that lamps shall be lit;")
    // Too few words are left to be sure; silence.
    #expect(Self.told(split, "resolves 3 above", base: "resolves 2 above").isEmpty)
    let long =
      "that lamps of the outer mole shall be lit by keepers at dusk, and that each lamp of "
      + "the inner harbour shall burn oil from the island"
    let base = Self.base("resolves 2 above").replacingFirst(
      "that lamps shall be lit at dusk and put out at dawn", with: long)
    let parts = Self.withChart.replacingFirst(
      "3 that lamps shall be lit at dusk and put out at dawn;",
      with: "3 that lamps of the outer mole shall be lit by keepers at dusk;\n\n"
        + "4 that each lamp of the inner harbour shall burn oil from the island;"
    ).replacingFirst("4 that bells", with: "5 that bells")
      .replacingFirst("5 that charts", with: "6 that charts")
    var settings = RuleSettings()
    settings.bases = baseFinder(base)
    let draft = Self.text(
      parts + "\n*instructs the Secretary-General*\n\nto report on work under resolves 2 above.")
    let stale = findings(draft, rule: "reference/stale", settings: settings)
    #expect(
      stale.map(\.message) == [
        "no longer names what it named in the edition before: `resolves 2` was split into `3` and `4`"
      ])
    #expect(stale.first?.fixes.map(\.safety) == [.unsafe])
    #expect(stale.first?.fixes.first?.title == "Write `3 and 4`")
  }

  @Test func relatedPlacesOfBothTexts() throws {
    var settings = RuleSettings()
    settings.bases = baseFinder(Self.base("resolves 2 above"), file: "old.md")
    let draft = Self.text(
      Self.withChart
        + "\n*instructs the Secretary-General*\n\nto report on work under resolves 2 above.")
    let stale = try #require(findings(draft, rule: "reference/stale", settings: settings).first)
    let old = try #require(stale.related.first)
    #expect(old.message.contains("lamps shall be lit"))
    #expect(old.other?.file == "old.md")
    let place = try #require(old.other)
    #expect(slice(Self.base("resolves 2 above"), place.bytes).hasPrefix("2 that lamps"))
    let new = try #require(stale.related.dropFirst().first)
    #expect(slice(draft, new.range).hasPrefix("3 that lamps"))
  }

  @Test func marksOfEmphasisStay() {
    let base = Self.base("*resolves* *1* and *2* above")
    var settings = RuleSettings()
    settings.bases = baseFinder(base)
    let draft = Self.text(
      Self.withChart + "\n*instructs the Secretary-General*\n\n"
        + "to report on work under *resolves* *1* and *2* above.")
    #expect(
      fixed(draft, rule: "reference/stale", settings: settings).contains(
        "under *resolves* *2* and *3* above"))
  }

  // MARK: - The base

  @Test func silentWithAnotherText() {
    let other = Self.base("resolves 2 above")
      .replacingFirst("RESOLUTION 999", with: "RESOLUTION 998")
    var settings = RuleSettings()
    settings.bases = baseFinder(other)
    let draft = Self.text(
      Self.withChart
        + "\n*instructs the Secretary-General*\n\nto report on work under resolves 2 above.")
    #expect(findings(draft, rule: "reference/stale", settings: settings).isEmpty)
    settings.bases = baseFinder("# Read me\n\nNothing of the kind.\n")
    #expect(findings(draft, rule: "reference/stale", settings: settings).isEmpty)
  }

  @Test func theShelfGivesTheNearestEarlierEdition() throws {
    func edition(_ place: String, _ year: Int, _ resolves: String) -> String {
      Self.text(
        resolves
          + "\n*instructs the Secretary-General*\n\nto report on work under resolves 2 above."
      ).replacing("(Dubai, 2018)", with: "(\(place), \(year))")
    }
    let texts = [
      "a/2010.md": edition("Guadalajara", 2010, Self.withChart),
      "a/2014.md": edition("Busan", 2014, Self.resolves),
      "a/2018.md": edition("Dubai", 2018, Self.withChart),
      "a/2022.md": edition("Bucharest", 2022, Self.resolves),
    ]
    let titles = texts.sorted { $0.key < $1.key }.compactMap {
      NearbyText(front: Array($0.value.utf8), name: $0.key)
    }
    #expect(titles.count == 4)
    let shelf = BaseShelf(titles) { file in
      BaseEdition.editions(of: Array((texts[file] ?? "").utf8), file: file, encoding: .utf8)
    }
    func stale(_ file: String) -> [String?] {
      var settings = RuleSettings()
      settings.bases = shelf.finder(for: file)
      return findings(texts[file] ?? "", rule: "reference/stale", settings: settings)
        .map { $0.related.first?.other?.file }
    }
    #expect(stale("a/2010.md").isEmpty)
    #expect(stale("a/2018.md") == ["a/2014.md"])
    #expect(stale("a/2022.md") == ["a/2018.md"])
  }

  @Test func goingOnAfterAnEditGivesTheSame() {
    var settings = RuleSettings()
    settings.bases = baseFinder(Self.base("resolves 2 above"))
    let draft = Self.text(
      Self.withChart
        + "\n*instructs the Secretary-General*\n\nto report on work under resolves 2 above.")
    var document = Document(draft)
    var judgement = Judgement(TextMeaning(document), settings: settings)
    var random = SeededGenerator()
    for _ in 0..<300 {
      let at = Int.random(in: 0..<document.count, using: &random)
      let isDeletion = Bool.random(using: &random)
      let words = ["x", "2", " ", "\n\n3 that a new one be kept;\n\n"]
      document.apply(
        TextEdit(
          range: at..<min(document.count, at + (isDeletion ? 3 : 0)),
          text: isDeletion ? "" : words.randomElement(using: &random) ?? ""))
      let meaning = TextMeaning(document, previous: judgement.meaning)
      judgement = Judgement(meaning, settings: settings, previous: judgement)
      let fresh = Judgement(TextMeaning(Document(document.bytes)), settings: settings)
      #expect(judgement.findings == fresh.findings, "seed \(random.seed), edit at \(at)")
      if document.count < 400 { break }
    }
  }
}
