import JSON
import Workspace

extension CommandTable {
  static let lint = Command(
    "lint", "Check drafts of resolutions", operands: "[PATH...]",
    details: [
      "A file is checked whatever its name; a folder is walked for .md, .markdown, .txt and"
        + " .resolution, ignore files honoured; - is standard input; without a path, the current"
        + " folder. Only texts recognised as resolutions are judged.",
      "Exit status: 0 clean, 1 findings at or above the failing level, 2 wrong usage or something"
        + " that cannot be read or written.",
    ],
    settings: LintSettings(), options: lintOptions
  ) { (settings: LintSettings, operands: [Argument], session: Session) throws(UsageError) in
    let paths = operands.map { FilePath(bytes: $0.bytes) }
    guard !settings.unsafeFixes || settings.fix || settings.diff else {
      throw UsageError("'--unsafe-fixes' goes with '--fix' or '--diff'")
    }
    guard settings.watch else { return try LintRun(settings, session).run(paths) }
    return try WatchRun(settings: settings, session: session).run(paths)
  }

  private typealias Row = OptionRow<LintSettings>

  private static let lintOptions: [OptionRow<LintSettings>] = [
    Row(
      "format", short: "f", value: "F[=FILE]", choices: OutputFormat.allCases.map(\.rawValue),
      isRepeatable: true, "Write findings in this format, to FILE if named"
    ) { settings, value throws(UsageError) in
      let parts = value.bytes.split(
        separator: UInt8(ascii: "="), maxSplits: 1,
        omittingEmptySubsequences: false)
      let name = Argument(bytes: parts.first ?? [])
      let format = try choice("format", name, OutputFormat.allCases.map(\.rawValue))
      var file: FilePath?
      if parts.count > 1 { file = try path("format \(name.text)", Argument(bytes: parts[1])) }
      settings.formats.append(.init(format: OutputFormat(rawValue: format) ?? .text, file: file))
    },
    Row("output", short: "o", value: "FILE", "Where formats without a file of their own go") {
      settings, value throws(UsageError) in
      settings.output = try path("option '--output'", value)
    },
    Row("select", value: "RULES", isRepeatable: true, "Only these rules or groups, with commas") {
      settings, value throws(UsageError) in
      settings.set("select", try list("select", value))
    },
    Row(
      "ignore", value: "RULES", isRepeatable: true,
      "Without these rules or groups; wins over --select"
    ) { settings, value throws(UsageError) in
      settings.set("ignore", try list("ignore", value))
    },
    Row(
      "fail-on", value: "LEVEL", choices: FailLevel.names,
      "Exit with 1 from this level on; warning unless given"
    ) { settings, value throws(UsageError) in
      let name = try choice("level", value, FailLevel.names)
      settings.failOn = FailLevel(name: name) ?? settings.failOn
    },
    Row("profile", value: "NAME", "Judge by this body's conventions; auto: as each text shows") {
      settings, value in
      settings.set("profile", .string(value.text))
    },
    Row("all-texts", "Judge texts, too, that are not recognised as resolutions") {
      $0.set("all-texts", true)
    },
    Row(
      "as-of", value: "YYYY[-MM-DD]",
      "What citations may know; the session in the title of each text unless given"
    ) { settings, value in settings.set("as-of", .string(value.text)) },
    Row(
      "base", value: "FILE|auto|none",
      "Compare references with this earlier edition; the one beside each text unless given"
    ) { settings, value throws(UsageError) in
      settings.set("base", .string(try path("option '--base'", value).text))
    },
    Row(
      "config", value: "FILE|none",
      "Settings from this file; the nearest .resolute.json upward from each text unless given"
    ) { settings, value throws(UsageError) in
      settings.configuration =
        value.text == "none" ? .none : .file(try path("option '--config'", value))
    },
    Row("stdin-filename", value: "NAME", "The name to report for standard input") {
      settings, value throws(UsageError) in
      settings.standardInputName = try path("option '--stdin-filename'", value)
    },
    Row("fix", "Apply the safe fixes; for - the text goes to standard output") { $0.fix = true },
    Row("unsafe-fixes", "With --fix or --diff: fixes, too, that may change the meaning") {
      $0.unsafeFixes = true
    },
    Row("diff", "Show what --fix would change, and change nothing") { $0.diff = true },
    Row("baseline", value: "FILE", "Leave out the findings that this file knows") {
      settings, value throws(UsageError) in
      settings.baseline = try path("option '--baseline'", value)
    },
    Row("write-baseline", value: "FILE", "Write all findings to this file, for --baseline") {
      settings, value throws(UsageError) in
      settings.newBaseline = try path("option '--write-baseline'", value)
    },
    Row("watch", "Lint again whenever a text changes, until Ctrl-C") { $0.watch = true },
    Row("statistics", "Count the findings of each rule") { $0.statistics = true },
    Row(
      "jobs", short: "j", value: "N", "Judge N files at a time; as many as processors unless given"
    ) { settings, value throws(UsageError) in
      guard let jobs = Int(value.text), (1...1024).contains(jobs) else {
        throw UsageError(
          "'\(printable(value.text))' is not a number of jobs; '--jobs' takes 1 to 1024")
      }
      settings.jobs = jobs
    },
    Row("quiet", short: "q", "No progress, no notices") { $0.quiet = true },
    Row("color", value: "WHEN", choices: ColourChoice.allCases.map(\.rawValue), "Use colours") {
      settings, value throws(UsageError) in
      let name = try choice("color", value, ColourChoice.allCases.map(\.rawValue))
      settings.colour = ColourChoice(rawValue: name) ?? .auto
    },
  ]

  static func choice(_ kind: String, _ value: Argument, _ known: [String])
    throws(UsageError) -> String
  {
    guard known.contains(value.text) else { throw .unknown(kind, value.text, among: known) }
    return value.text
  }

  static func path(_ owner: String, _ value: Argument) throws(UsageError) -> FilePath {
    guard !value.bytes.isEmpty else { throw UsageError("\(owner) needs a file name") }
    return FilePath(bytes: value.bytes)
  }

  private static func list(_ name: String, _ value: Argument) throws(UsageError) -> JSONValue {
    let names = value.text.split(separator: ",").map { $0.drop { $0 == " " } }
      .map { String($0.prefix { $0 != " " }) }.filter { !$0.isEmpty }
    guard !names.isEmpty else { throw UsageError("option '--\(name)' names no rule") }
    return .array(names.map { .string($0) })
  }
}
