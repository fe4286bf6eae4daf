/// `--help` of the program and of each command, made from their tables.
enum HelpText {
  /// Columns at most.
  private static let width = 80
  /// Where the second column begins.
  private static let indent = 27

  static func program(_ commands: [Command]) -> String {
    var text =
      "Lint for drafts of resolutions.\n\nUsage: resolute COMMAND [OPTION...] [ARGUMENT...]\n"
    text += "\nCommands:\n"
    for command in commands { text += row("  \(command.name)", command.summary) }
    text += "\nOptions:\n"
    text += row("  -h, --help", "Show this help, or that of a command")
    text += row("  -V, --version", "Show the version")
    return text + "\n'resolute help COMMAND' says more about a command.\n"
  }

  static func command(_ command: Command) -> String {
    var usage = "Usage: resolute \(command.name) [OPTION...]"
    if !command.operands.isEmpty { usage += " \(command.operands)" }
    var text = "\(command.summary).\n\n\(usage)\n"
    for paragraph in command.details {
      text += "\n" + wrap(paragraph, to: width).joined(separator: "\n") + "\n"
    }
    text += "\nOptions:\n"
    for option in command.options { text += row(signature(option), explanation(option)) }
    return text + row("  -h, --help", "Show this help")
  }

  private static func signature(_ option: OptionDescription) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    return "  \(short)--\(option.long)" + (option.value.map { " \($0)" } ?? "")
  }

  private static func explanation(_ option: OptionDescription) -> String {
    var text = option.help
    if !option.choices.isEmpty { text += ": \(option.choices.joined(separator: ", "))" }
    if option.isRepeatable { text += " (may be repeated)" }
    return text
  }

  private static func row(_ left: String, _ right: String) -> String {
    let lines = wrap(right, to: width - indent)
    let blanks = String(repeating: " ", count: indent)
    var text = left
    if left.utf8.count + 2 > indent {
      text += "\n" + blanks
    } else {
      text += String(repeating: " ", count: indent - left.utf8.count)
    }
    return text + lines.joined(separator: "\n" + blanks) + "\n"
  }

  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return lines + [line]
  }
}
