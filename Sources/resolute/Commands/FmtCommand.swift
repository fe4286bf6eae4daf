import JSON
import Revision
import Workspace

extension CommandTable {
  static let fmt = Command(
    "fmt", "Format drafts; no word changes", operands: "[PATH...]",
    details: [
      "Labels, indentation, marks of emphasis around headings, blanks behind labels, the mark at the"
        + " end of a paragraph and the gaps between blocks are written as most of the text has them,"
        + " or in the dialect that is asked for. What does not parse cleanly is left alone.",
      "A file is formatted whatever its name; a folder is walked for .md, .markdown, .txt and"
        + " .resolution, ignore files honoured; - is standard input, which goes to standard output;"
        + " without a path, the current folder. Only texts recognised as resolutions are touched.",
      "Exit status: 0, or 1 if --check finds a text that would change, 2 wrong usage or something"
        + " that cannot be read or written.",
    ],
    settings: FmtSettings(), options: fmtOptions
  ) { (settings: FmtSettings, operands: [Argument], session: Session) throws(UsageError) in
    try FmtRun(settings, session).run(operands.map { FilePath(bytes: $0.bytes) })
  }

  private typealias Row = OptionRow<FmtSettings>

  private static let fmtOptions: [OptionRow<FmtSettings>] = [
    Row("check", "Name the texts that would change, and change nothing") { $0.check = true },
    Row("diff", "Show what would change, and change nothing") { $0.diff = true },
    Row(
      "dialect", value: "NAME", choices: DraftDialect.allCases.map(\.rawValue),
      "How to type labels, headings and gaps; auto: as most of each text is"
    ) { settings, value throws(UsageError) in
      let name = try choice("dialect", value, DraftDialect.allCases.map(\.rawValue))
      settings.options["fmt"] = .object(["dialect": .string(name)])
    },
    Row("profile", value: "NAME", "Format by this body's conventions; auto: as each text shows") {
      settings, value in
      settings.options["profile"] = .string(value.text)
    },
    Row(
      "config", value: "FILE|none",
      "Settings from this file; the nearest .resolute.json upward from each text unless given"
    ) { settings, value throws(UsageError) in
      settings.configuration =
        value.text == "none" ? .none : .file(try path("option '--config'", value))
    },
    Row("stdin-filename", value: "NAME", "The name whose settings hold for standard input") {
      settings, value throws(UsageError) in
      settings.standardInputName = try path("option '--stdin-filename'", value)
    },
    Row("quiet", short: "q", "No progress, no notices") { $0.quiet = true },
  ]
}
