/// `resolute completions bash`, to be read by `source` or put where bash-completion looks.
struct BashCompletion {
  let commands: [Command]
  let names: NameLists

  var text: String {
    """
    # Completion of resolute for bash, made by `resolute completions bash`.
    _resolute_list() {
      local head="${cur%"${cur##*,}"}"
      COMPREPLY=($(compgen -P "$head" -W "$1" -- "${cur##*,}"))
      compopt -o nospace
    }
    _resolute() {
      local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"
      local command="${COMP_WORDS[1]}"
      [ "$cur" = "=" ] && cur=""
      [ "$prev" = "=" ] && prev="${COMP_WORDS[COMP_CWORD-2]}"
      COMPREPLY=()
      if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W \(quoted(names.commands.joined(separator: " ") + " --help --version")) -- "$cur"))
        return
      fi
      case "$command" in
    \(commands.map(branch).joined(separator: "\n"))
      esac
    }
    complete -o default -F _resolute resolute

    """
  }

  private func branch(_ command: Command) -> String {
    let options = command.options.flatMap { option in
      ["--\(option.long)"] + (option.short.map { ["-\($0)"] } ?? [])
    }
    let values = command.options.filter { $0.value != nil }.map { option in
      let spellings = ["--\(option.long)"] + (option.short.map { ["-\($0)"] } ?? [])
      let offer = offer(CompletionWords(valueOf: option, names: names))
      return "        \(spellings.joined(separator: "|"))) \(offer)return ;;"
    }
    let prior =
      values.isEmpty
      ? ""
      : """
            case "$prev" in
      \(values.joined(separator: "\n"))
            esac

      """
    return """
          \(command.name))
      \(prior)      case "$cur" in
              -*) COMPREPLY=($(compgen -W \(quoted((options + ["--help"]).joined(separator: " "))) -- "$cur")) ;;
              *) \(offer(CompletionWords(operandsOf: command, names: names)));;
            esac ;;
      """
  }

  private func offer(_ words: CompletionWords) -> String {
    switch words {
    case .words(let words):
      "COMPREPLY=($(compgen -W \(quoted(words.joined(separator: " "))) -- \"$cur\")); "
    case .list(let words): "_resolute_list \(quoted(words.joined(separator: " "))); "
    // An empty reply leads to files.
    case .files, .nothing: ": ; "
    }
  }
}
