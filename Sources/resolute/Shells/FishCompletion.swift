/// `resolute completions fish`, to be put as `resolute.fish` into a folder of completions.
struct FishCompletion {
  let commands: [Command]
  let names: NameLists

  var text: String {
    var out = """
      # Completion of resolute for fish, made by `resolute completions fish`.
      complete -c resolute -n __fish_use_subcommand -l help -s h -d 'Show the help'
      complete -c resolute -n __fish_use_subcommand -l version -s V -d 'Show the version'

      """
    for command in commands {
      out +=
        "complete -c resolute -n __fish_use_subcommand -f -a \(command.name)"
        + " -d \(quoted(command.summary))\n"
    }
    for command in commands {
      let here = "complete -c resolute -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options { out += "\(here) \(row(option))\n" }
      out += "\(here) -l help -s h -d 'Show the help'\n"
      switch CompletionWords(operandsOf: command, names: names) {
      case .words(let words), .list(let words):
        out += "\(here) -f -a \(quoted(words.joined(separator: " ")))\n"
      case .files: break
      case .nothing: out += "\(here) -f\n"
      }
    }
    return out
  }

  private func row(_ option: OptionDescription) -> String {
    var row = "-l \(option.long)"
    if let short = option.short { row += " -s \(short)" }
    if option.value != nil {
      switch CompletionWords(valueOf: option, names: names) {
      case .words(let words): row += " -x -a \(quoted(words.joined(separator: " ")))"
      case .list(let words):
        let all = words.joined(separator: "\\n")
        row += " -x -a \(quoted("(__fish_append , (printf \"\(all)\\n\"))"))"
      case .files: row += " -r -F"
      case .nothing: row += " -x"
      }
    }
    return row + " -d \(quoted(option.help))"
  }
}
