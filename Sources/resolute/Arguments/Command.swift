/// A command as data: what it is called, what it takes, what it does.
struct Command: Sendable {
  typealias Run = @Sendable ([Argument], Session) throws(UsageError) -> ExitStatus

  var name: String
  /// One line, without a full stop.
  var summary: String
  /// What follows the options in the usage line: `[PATH...]`.
  var operands: String
  /// Paragraphs between usage and options.
  var details: [String]
  var options: [OptionDescription]
  var run: Run

  init<Settings: Sendable>(
    _ name: String, _ summary: String, operands: String, details: [String] = [],
    settings: Settings, options rows: [OptionRow<Settings>],
    run: @escaping @Sendable (Settings, [Argument], Session) throws(UsageError) -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.details = details
    let options = rows.map(\.description)
    self.options = options
    self.run = { (arguments: [Argument], session: Session) throws(UsageError) -> ExitStatus in
      let parser = ArgumentParser(command: name, rows: rows)
      let parsed = try parser.parse(arguments, into: settings)
      if parsed.wantsHelp {
        let command = session.commands.first { $0.name == name }
        session.console.output.write(command.map(HelpText.command) ?? "")
        return .clean
      }
      return try run(parsed.settings, parsed.operands, session)
    }
  }
}

/// What a script learns without reading; 2 wins over 1.
enum ExitStatus: Int32, Comparable {
  case clean = 0
  /// Findings at or above the failing level remain.
  case findings = 1
  /// Wrong usage, or something could not be read or written.
  case failure = 2

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}

/// What every command gets to work with.
struct Session {
  let console: Console
  let linter: Linter
  let commands: [Command]
}
