/// `resolute completions zsh`, to be put as `_resolute` into a folder of `fpath`.
struct ZshCompletion {
  let commands: [Command]
  let names: NameLists

  var text: String {
    """
    #compdef resolute
    # Completion of resolute for zsh, made by `resolute completions zsh`.
    _resolute() {
      local -a commands
      commands=(
    \(commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe command commands
        return
      fi
      local command="$words[2]"
      shift words
      (( CURRENT-- ))
      case "$command" in
    \(commands.map(branch).joined(separator: "\n"))
      esac
    }
    if [ "$funcstack[1]" = _resolute ]; then _resolute "$@"; else compdef _resolute resolute; fi

    """
  }

  private func branch(_ command: Command) -> String {
    var rows = command.options.map(row)
    rows.append("        '(-h --help)'{-h,--help}'[Show the help]'")
    switch CompletionWords(operandsOf: command, names: names) {
    case .words(let words), .list(let words):
      rows.append("        \(quoted("*: :(\(words.joined(separator: " ")))"))")
    case .files: rows.append("        '*:file:_files'")
    case .nothing: break
    }
    return "    \(command.name)) _arguments -s \\\n\(rows.joined(separator: " \\\n")) ;;"
  }

  private func row(_ option: OptionDescription) -> String {
    let help = "[\(escaped(option.help))]"
    var value = ""
    if let name = option.value {
      let offer =
        switch CompletionWords(valueOf: option, names: names) {
        case .words(let words): "(\(words.joined(separator: " ")))"
        case .list(let words): "_values -s , rule \(words.joined(separator: " "))"
        case .files: "_files"
        case .nothing: " "
        }
      value = ":\(escaped(name)):\(offer)"
    }
    let sign = option.value == nil ? "" : "="
    let star = option.isRepeatable ? "*" : ""
    guard let short = option.short else {
      return "        \(quoted("\(star)--\(option.long)\(sign)\(help)\(value)"))"
    }
    let others = option.isRepeatable ? "'*'" : quoted("(-\(short) --\(option.long))")
    return "        \(others){-\(short),--\(option.long)\(sign)}\(quoted(help + value))"
  }

  /// A text in which brackets and colons mean nothing.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
