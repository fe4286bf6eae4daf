extension CommandTable {
  static let help = Command(
    "help", "Show the help of a command", operands: "[COMMAND]", settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    guard operands.count <= 1 else { throw UsageError("help takes one command") }
    guard let name = operands.first else {
      session.console.output.write(HelpText.program(session.commands))
      return .clean
    }
    let command = try find(name.text, among: session.commands)
    session.console.output.write(HelpText.command(command))
    return .clean
  }
}
