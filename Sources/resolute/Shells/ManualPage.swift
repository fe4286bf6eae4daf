/// `resolute help --man`: the manual page resolute(1), from the same tables as the help.
struct ManualPage {
  let commands: [Command]

  var text: String {
    var out = """
      .\\" Made by `resolute help --man`.
      .TH RESOLUTE 1 "" "resolute \(version)" "User Commands"
      .SH NAME
      resolute \\- lint for drafts of resolutions
      .SH SYNOPSIS
      .B resolute
      .I COMMAND
      .RI [ OPTION ...]
      .RI [ ARGUMENT ...]
      .SH DESCRIPTION
      Checks drafts of ITU resolutions, decisions and recommendations in Markdown or plain text, and
      serves editors. Nothing is sent anywhere: the program opens no network connection.
      .SH COMMANDS

      """
    for command in commands { out += section(command) }
    return out + """
      .SH EXIT STATUS
      .TP
      .B 0
      Nothing to report.
      .TP
      .B 1
      Findings at or above the failing level remain.
      .TP
      .B 2
      Wrong usage, or something that cannot be read or written.
      .SH FILES
      .TP
      .B .resolute.json
      The settings, the nearest one upward from a text.
      .TP
      .B .resoluteignore
      Files and folders to pass over, written as in .gitignore.
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      Any value but the empty one turns colours off.

      """
  }

  private func section(_ command: Command) -> String {
    var out = ".SS \"resolute \(escaped(command.name)) [OPTION...] \(escaped(command.operands))\"\n"
    out += line(command.summary + ".")
    for paragraph in command.details { out += ".PP\n" + line(paragraph) }
    for option in command.options {
      let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
      let short = option.short.map { "\\fB\\-\(escaped($0))\\fR, " } ?? ""
      out += ".TP\n\(short)\\fB\\-\\-\(escaped(option.long))\\fR\(value)\n"
      var help = option.help
      if !option.choices.isEmpty { help += ": \(option.choices.joined(separator: ", "))" }
      if option.isRepeatable { help += " (may be repeated)" }
      out += line(help + ".")
    }
    return out
  }

  /// A line of text; one that begins with a dot or an apostrophe would be a request.
  private func line(_ text: String) -> String {
    let line = escaped(text)
    return (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
  }

  private func escaped(_ text: String) -> String {
    text.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : String($0) }.joined()
  }
}
