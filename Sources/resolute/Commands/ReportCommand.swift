import Semantics
import Workspace

/// What `report` was told.
struct ReportSettings: Sendable {
  var format = DutyFormat.markdown
  var output: FilePath?
  var profile: String?
  /// Parts of addressees' names, in lower case.
  var addressees: [String] = []
  var isDatedOnly = false
}

extension CommandTable {
  static let report = Command(
    "report", "Show who must do what: addressee, action, deadline, report", operands: "[PATH...]",
    details: [
      "Reads the operative clauses of the texts; folders are walked as by lint. Deadlines, how often"
        + " and who gets a report are in the words of the text.",
      "Exit status: 0, or 2 for wrong usage or something that cannot be read or written.",
    ],
    settings: ReportSettings(),
    options: [
      OptionRow<ReportSettings>(
        "format", short: "f", value: "FORMAT", choices: DutyFormat.allCases.map(\.rawValue),
        "How to write it; markdown unless given"
      ) { (settings: inout ReportSettings, value: Argument) throws(UsageError) in
        guard let format = DutyFormat(rawValue: value.text) else {
          throw .unknown("format", value.text, among: DutyFormat.allCases.map(\.rawValue))
        }
        settings.format = format
      },
      OptionRow<ReportSettings>("output", short: "o", value: "FILE", "Write to FILE") {
        (settings: inout ReportSettings, value: Argument) throws(UsageError) in
        settings.output = try outputFile(value)
      },
      OptionRow<ReportSettings>(
        "addressee", value: "NAME", isRepeatable: true, "Only duties of those with NAME in theirs"
      ) { (settings: inout ReportSettings, value: Argument) throws(UsageError) in
        settings.addressees.append(value.text.lowercased())
      },
      OptionRow<ReportSettings>("dated", "Only what has a deadline, comes again, or is a report") {
        $0.isDatedOnly = true
      },
      OptionRow<ReportSettings>("profile", value: "NAME", "Read as this body's text, or 'auto'") {
        (settings: inout ReportSettings, value: Argument) throws(UsageError) in
        settings.profile = value.text
      },
    ]
  ) {
    (settings: ReportSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    let survey = TextSurvey(session: session, profile: settings.profile) { path, bytes, meaning in
      DutyRow.rows(path: path, bytes: bytes, meaning: meaning)
    }
    let result = try survey.read(operands)
    let rows = result.values.flatMap(\.value).filter { row in
      let who = row.who.lowercased()
      return (settings.addressees.isEmpty || settings.addressees.contains { who.contains($0) })
        && (!settings.isDatedOnly || row.duty.isDated)
    }
    let text = DutyReport(rows: rows, problems: result.problems).text(settings.format)
    return max(result.status, session.write(text, to: settings.output))
  }

  /// The operand of `--output`.
  static func outputFile(_ value: Argument) throws(UsageError) -> FilePath? {
    guard !value.bytes.isEmpty else { throw UsageError("option '--output' needs a file name") }
    return value.text == "-" ? nil : FilePath(bytes: value.bytes)
  }
}

extension Session {
  /// To a file, which is there whole or not at all, or to standard output.
  func write(_ text: String, to file: FilePath?) -> ExitStatus {
    guard let file else {
      console.output.write(text)
      return .clean
    }
    do throws(WorkspaceError) {
      let output = try OutputFile(file)
      try output.write(Array(text.utf8))
      try output.commit()
      return .clean
    } catch {
      console.complain("\(printable(error.path.text)): \(error.message)")
      return .failure
    }
  }
}
