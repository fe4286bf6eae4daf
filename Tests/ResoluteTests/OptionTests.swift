import TestSupport
import Testing

@testable import resolute

/// A run with an option and one without it, which must not end alike. A new option needs a row here.
struct OptionCase: Sendable, CustomTestStringConvertible {
  var command: String
  /// As `--help` calls it, without dashes.
  var option: String
  var files: [String: String] = ["a.md": "R\nBAD\nODD\n", "b.md": "not one: BAD\n"]
  /// What both runs have.
  var shared: [String] = []
  /// The option and its value.
  var with: [String]
  /// What stands in its place in the other run.
  var without: [String] = []
  var input = ""
  var real = false

  var testDescription: String { "\(command) --\(option)" }

  static let settings = ["c.json": #"{"ignore": ["case"]}"#]

  static let all: [OptionCase] =
    [
      lint("format", ["--format", "compact"]), lint("output", ["--output", "~/out"]),
      lint("select", ["--select", "case/odd"]), lint("ignore", ["--ignore", "case"]),
      lint("fail-on", ["--fail-on", "never"]),
      OptionCase(
        command: "lint", option: "profile", files: ["a.md": "R\nTHIRD\n"], shared: ["~"],
        with: ["--profile", "third"]),
      lint("all-texts", ["--all-texts"]),
      OptionCase(
        command: "lint", option: "as-of",
        files: ["a.md": drafted], shared: ["~", "-fcompact"], with: ["--as-of", "2014"],
        without: ["--as-of", "2026"], real: true),
      OptionCase(
        command: "lint", option: "base",
        files: [
          "a.md": resolution(2018, "1 to keep a chart;\n\n2 to paint all buoys red;\n\n"),
          "old.md": resolution(2014, "1 to paint all buoys red;\n\n"),
        ], shared: ["~/a.md", "-fcompact"], with: ["--base", "~/old.md"],
        without: ["--base", "none"], real: true),
      OptionCase(
        command: "lint", option: "config",
        files: ["a.md": "R\nBAD\n", "c.json": settings["c.json"] ?? ""],
        shared: ["~/a.md"], with: ["--config", "~/c.json"]),
      OptionCase(
        command: "lint", option: "stdin-filename", shared: ["-"],
        with: ["--stdin-filename", "n.md"],
        input: "R\nBAD\n"),
      lint("fix", ["--fix"]), lint("diff", ["--diff"]),
      OptionCase(
        command: "lint", option: "unsafe-fixes", shared: ["~", "--diff"], with: ["--unsafe-fixes"]),
      OptionCase(
        command: "lint", option: "baseline",
        files: [
          "a.md": "R\nBAD\n",
          "b.json": #"{"version": 1, "files": {"a.md": {"case/bad": ["2b340dba3d7ab9d7"]}}}"#,
        ], shared: ["~/a.md"], with: ["--baseline", "~/b.json"]),
      lint("write-baseline", ["--write-baseline", "~/b.json"]),
      lint("statistics", ["--statistics"]),
      lint("quiet", ["--quiet"], among: ["~/b.md"]), lint("color", ["--color", "always"]),
      OptionCase(
        command: "outline", option: "format", files: ["a.md": drafted], shared: ["~/a.md"],
        with: ["--format", "json"]),
      OptionCase(
        command: "outline", option: "profile", files: ["a.md": drafted],
        shared: ["~/a.md", "--format", "json"], with: ["--profile", "itu-ra"]),
      OptionCase(command: "help", option: "man", with: ["--man"]),
      OptionCase(command: "config", option: "format", shared: ["~"], with: ["--format", "json"]),
      OptionCase(
        command: "config", option: "config", files: settings, shared: ["~"],
        with: ["--config", "~/c.json"]),
    ]
    + ["graph", "report"].flatMap { command in
      [
        OptionCase(
          command: command, option: "format", files: ["a.md": drafted], shared: ["~"],
          with: ["--format", "json"]),
        OptionCase(
          command: command, option: "output", files: ["a.md": drafted], shared: ["~"],
          with: ["--output", "~/out"]),
      ]
    } + [
      OptionCase(
        command: "graph", option: "outside", files: ["a.md": drafted], shared: ["~"],
        with: ["--outside"]),
      OptionCase(
        command: "graph", option: "profile", files: ["a.md": recast], shared: ["~", "-fjson"],
        with: ["--profile", "itu-wtsa"]),
      OptionCase(
        command: "report", option: "profile", files: ["a.md": recast], shared: ["~", "-fjson"],
        with: ["--profile", "itu-wtsa"]),
      OptionCase(
        command: "report", option: "addressee", files: ["a.md": drafted], shared: ["~"],
        with: ["--addressee", "Council"]),
      OptionCase(
        command: "report", option: "dated", files: ["a.md": drafted], shared: ["~"],
        with: ["--dated"]),
    ] + compare + fmt

  private static let compare: [OptionCase] =
    [
      ("output", ["--output", "~/out"]), ("format", ["--format", "markdown"]),
      ("color", ["--color", "always"]),
    ].map { option, with in
      OptionCase(
        command: "compare", option: option,
        files: ["a.md": drafted, "b.md": drafted.replacing("buoys in order", with: "lamps lit")],
        shared: ["~/a.md", "~/b.md"], with: with)
    } + [
      // Read as one body's texts, the two are editions of one resolution.
      OptionCase(
        command: "compare", option: "profile",
        files: ["a.md": "WTSA " + recast, "b.md": drafted], shared: ["~/a.md", "~/b.md"],
        with: ["--profile", "itu-wtsa"])
    ]

  private static let fmt: [OptionCase] =
    [
      ("check", ["--check"]), ("diff", ["--diff"]), ("dialect", ["--dialect", "plain"]),
      ("config", ["--config", "~/c.json"]), ("quiet", ["--quiet"]),
      // No two bodies label paragraphs differently, so only a wrong name is seen.
      ("profile", ["--profile", "fourth"]),
    ].map { option, with in
      OptionCase(
        command: "fmt", option: option,
        files: ["a.md": drafted, "c.json": #"{"fmt": {"dialect": "plain"}}"#],
        shared: ["~/a.md"], with: with)
    } + [
      OptionCase(
        command: "fmt", option: "stdin-filename",
        files: [".resolute.json": #"{"fmt": {"dialect": "plain"}}"#], shared: ["-"],
        with: ["--stdin-filename", "~/a.md"], input: drafted)
    ]

  /// Elsewhere, since it takes a session of the protocol, in `Tests/reports` a terminal, or in
  /// `PipelineTests` a gauge of threads.
  static let elsewhere: Set<String> = [
    "lsp --stdio", "lsp --log", "lsp --clientProcessId", "lint --watch", "lint --jobs",
  ]

  private static func lint(_ option: String, _ with: [String], among shared: [String] = ["~"])
    -> OptionCase
  {
    OptionCase(command: "lint", option: option, shared: shared, with: with)
  }

  /// What it resolves is of the session's year; what it instructs is not.
  private static func resolution(_ year: Int, _ items: String) -> String {
    """
    RESOLUTION 900 (\(year == 2014 ? "Busan, 2014" : "Rev. Dubai, 2018"))

    On buoys

    The Plenipotentiary Conference of the International Telecommunication Union \
    (\(year == 2014 ? "Busan, 2014" : "Dubai, 2018")),

    *recalling*

    the report on buoys,

    *resolves*

    \(items)\(year == 2014 ? 2 : 3) to light all lamps at dusk,

    *instructs the Secretary-General*

    to report on *resolves* 1 above.

    """
  }

  private static let drafted = """
    RESOLUTION 900 (Busan, 2014)

    On buoys

    The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),

    *recalling*

    Resolution 71 (Rev. Busan, 2014), on the strategic plan for the Union,

    *resolves*

    to keep buoys in order,

    *instructs the Secretary-General*

    to count the buoys.

    """
  /// A text that does not say whose it is.
  private static let recast = """
    RESOLUTION 900

    On buoys

    *recalling*

    Resolution 71, on the strategic plan for the Union,

    *resolves*

    to keep buoys in order.

    """
}

@Suite struct OptionTests {
  @Test func everyOptionOfTheHelpHasItsTest() {
    let options = CommandTable.all.flatMap { command in
      command.options.map { "\(command.name) --\($0.long)" }
    }
    let tested = Set(OptionCase.all.map(\.testDescription)).union(OptionCase.elsewhere)
    #expect(Set(options).subtracting(tested) == [])
    #expect(tested.subtracting(options) == [])
  }

  @Test(arguments: OptionCase.all) func theOptionMakesADifference(_ one: OptionCase) throws {
    func outcome(_ words: [String]) throws -> [String] {
      var scene = try Scene(one.files)
      scene.input = one.input
      if one.real { scene.linter = .standard }
      let run = try scene.run([one.command] + one.shared + words)
      let files = try scene.folder.names().map { "\($0): \(try scene.folder.text($0))" }
      return [run.output, run.errors, "\(run.status)"] + files
    }
    let with = try outcome(one.with)
    #expect(with != (try outcome(one.without)), "\(with)")
  }
}
