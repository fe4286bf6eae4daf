import Glibc

/// The door: finds the command that the first word names and turns its outcome into a status.
enum Program {
  /// - Returns: the exit status of the process.
  static func run(_ arguments: [Argument], console: Console, linter: Linter) -> Int32 {
    let session = Session(console: console, linter: linter, commands: CommandTable.all)
    var status: ExitStatus
    do {
      status = try dispatch(arguments, session)
    } catch {
      console.complain(error.message)
      let known = arguments.first.map(\.text).flatMap { name in
        session.commands.first { $0.name == name }
      }
      console.errors.write("'resolute help\(known.map { " \($0.name)" } ?? "")' shows the usage.\n")
      status = .failure
    }
    console.output.flush()
    if case .failed(let code) = console.output.condition {
      console.complain(
        "standard output: \(strerror(code).map { String(cString: $0) } ?? "\(code)")")
      status = .failure
    }
    return status.rawValue
  }

  private static func dispatch(_ arguments: [Argument], _ session: Session)
    throws(UsageError) -> ExitStatus
  {
    guard let first = arguments.first else {
      session.console.errors.write(HelpText.program(session.commands))
      return .failure
    }
    switch first.text {
    case "--help", "-h":
      session.console.output.write(HelpText.program(session.commands))
      return .clean
    case "--version", "-V":
      session.console.output.write("resolute \(version)\n")
      return .clean
    case let name:
      let command = try CommandTable.find(name, among: session.commands)
      return try command.run(Array(arguments.dropFirst()), session)
    }
  }
}
