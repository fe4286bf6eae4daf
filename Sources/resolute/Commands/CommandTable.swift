/// All commands, in the order of the help. A command is one row here and one file beside.
enum CommandTable {
  static let all: [Command] = [
    lint, fmt, compare, outline, graph, report, explain, catalogue, config, initialize, doctor, lsp,
    replay, completions, help,
  ]

  static func find(_ name: String, among commands: [Command]) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let options = ["--help", "--version"]
    if name.hasPrefix("-") {
      throw .unknown("option", name, among: options)
    }
    throw .unknown("command", name, among: commands.map(\.name) + options)
  }
}
