/// What `help` was told.
struct HelpSettings: Sendable {
  var isManual = false
}

extension CommandTable {
  static let help = Command(
    "help", "Show the help of a command", operands: "[COMMAND]", settings: HelpSettings(),
    options: [
      OptionRow<HelpSettings>("man", "Write the manual page resolute(1) of all commands") {
        $0.isManual = true
      }
    ]
  ) {
    (settings: HelpSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    if settings.isManual {
      guard operands.isEmpty else { throw UsageError("help --man takes no command") }
      session.console.output.write(ManualPage(commands: session.commands).text)
      return .clean
    }
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
