extension CommandTable {
  static let completions = Command(
    "completions", "Write the completions for a shell", operands: "bash|zsh|fish",
    details: [
      "bash: source <(resolute completions bash). zsh: put the output as _resolute into a folder of"
        + " fpath. fish: put it as resolute.fish into ~/.config/fish/completions."
    ],
    settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    guard let word = operands.first, operands.count == 1 else {
      throw UsageError("completions takes one shell: bash, zsh or fish")
    }
    guard let shell = Shell(rawValue: word.text) else {
      throw .unknown("shell", word.text, among: Shell.allCases.map(\.rawValue))
    }
    session.console.output.write(shell.script(session))
    return .clean
  }
}
