import Configuration
import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

@testable import Workspace

/// Drafts on disk and the earlier editions that they are compared with.
@Suite("Bases on disk")
struct BaseLibraryTests {
  private static func edition(
    _ session: String, number: Int = 999, _ resolves: [String], reference: String = "resolves 2"
  ) -> String {
    let list = resolves.enumerated().map {
      "\($0.offset + 1) that \($0.element)" + ($0.offset + 1 == resolves.count ? "," : ";")
    }
    return """
      # RESOLUTION \(number) (\(session))

      ## Lamps and buoys of small harbours

      The Plenipotentiary Conference of the International Telecommunication Union (\(session)),

      *recalling*

      the report on harbour radio,

      *resolves*

      \(list.joined(separator: "\n\n"))

      *instructs the Secretary-General*

      to report on work under \(reference) above.

      """
  }

  private static let buoys = "buoys shall be painted red by their owners"
  private static let lamps = "lamps shall be lit at dusk and put out at dawn"
  private static let chart = "every port shall keep a chart of its channels"
  private static let old = edition("Busan, 2014", [buoys, lamps])
  private static let new = edition("Dubai, 2018", [chart, buoys, lamps])

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> FilePath { FilePath("\(folder.path)/\(name)") }

  private func finder() -> SettingsFinder {
    SettingsFinder(
      root: FilePath(folder.path), bases: BaseLibrary([], encoding: .utf8))
  }

  /// Messages of `reference/stale` in a text of the folder, then what is wrong with the settings.
  private func told(_ finder: SettingsFinder, _ name: String = "new.md") throws -> [String] {
    let found = finder.settings(for: path(name))
    let text = Document(Array(try folder.text(name).utf8))
    return Judgement(TextMeaning(text), settings: found.settings.rules).findings
      .filter { $0.rule == "reference/stale" }.map(\.message)
      + found.reports.flatMap(\.problems).map(\.message)
  }

  private static let stale =
    "no longer names what it named in the edition of 2014: `resolves 2` is now `3`"

  @Test func foundBesideTheDraft() throws {
    try folder.write("new.md", Self.new)
    let finder = finder()
    #expect(try told(finder).isEmpty)
    // It comes later, changes, and goes again.
    try folder.write("old.md", Self.old)
    #expect(try told(finder) == [Self.stale])
    #expect(finder.baseFiles == [path("old.md")])
    try folder.write("old.md", Self.edition("Busan, 2014", [Self.chart, Self.buoys, Self.lamps]))
    #expect(try told(finder).isEmpty)
    try folder.write("old.md", Self.old)
    #expect(try told(finder) == [Self.stale])
    try folder.remove("old.md")
    #expect(try told(finder).isEmpty)
  }

  @Test func neitherItselfNorAnother() throws {
    try folder.write("new.md", Self.new)
    try folder.write("copy.md", Self.new)
    try folder.write(
      "other.md", Self.edition("Busan, 2014", number: 998, [Self.buoys, Self.lamps]))
    try folder.write("later.md", Self.edition("Bucharest, 2022", [Self.buoys, Self.lamps]))
    try folder.write("README.md", "# RESOLUTION\n\nNothing of the kind.\n")
    #expect(try told(finder()).isEmpty)
  }

  @Test(arguments: [
    (#""old.md""#, [stale]),
    (#""new.md""#, []),
    (#""other.md""#, []),
    (#""none""#, []),
    (#""auto""#, []),
    (#""README.md""#, ["base 'README.md': not recognised as a resolution, so it is no base"]),
  ])
  func named(base: String, expected: [String]) throws {
    // Far from the draft, so that only the setting can lead to it.
    try folder.write("drafts/new.md", Self.new)
    try folder.write("new.md", Self.new)
    try folder.write("old.md", Self.old)
    try folder.write(
      "other.md", Self.edition("Busan, 2014", number: 998, [Self.buoys, Self.lamps]))
    try folder.write("README.md", "# Read me\n\nNothing of the kind.\n")
    try folder.write(".resolute.json", "{\"base\": \(base)}")
    #expect(try told(finder(), "drafts/new.md") == expected)
  }

  @Test func namedAndMissing() throws {
    try folder.write("new.md", Self.new)
    try folder.write(".resolute.json", #"{"base": "gone.md"}"#)
    let finder = finder()
    let told = try told(finder)
    #expect(told.count == 1 && told.first?.hasPrefix("base 'gone.md': ") == true, "\(told)")
    #expect(finder.baseFiles.map(\.text) == [path("gone.md").text])
  }
}
