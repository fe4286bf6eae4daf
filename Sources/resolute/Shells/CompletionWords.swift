import Configuration
import Rules
import TextModel

/// What a shell may offer at a place of the command line.
enum CompletionWords: Equatable {
  /// One of these.
  case words([String])
  /// Several of these with commas between them.
  case list([String])
  case files
  /// Something that cannot be foreseen.
  case nothing

  /// For the value of an option.
  init(valueOf option: OptionDescription, names: NameLists) {
    if !option.choices.isEmpty {
      self = .words(option.choices)
      return
    }
    switch option.value ?? "" {
    case "RULES": self = .list(names.rules)
    case let value where option.long == "profile" && value == "NAME": self = .words(names.profiles)
    case let value where value.holds("FILE"): self = .files
    default: self = .nothing
    }
  }

  /// For the operands of a command.
  init(operandsOf command: Command, names: NameLists) {
    switch command.name {
    case "help": self = .words(names.commands)
    case "explain": self = .words(names.rules)
    case "catalogue": self = .words(["search", "show", "stats"])
    case "completions": self = .words(Shell.allCases.map(\.rawValue))
    default: self = command.operands.isEmpty ? .nothing : .files
    }
  }
}

/// The names that options and operands take.
struct NameLists {
  /// Groups and rules.
  var rules: [String]
  var profiles: [String]
  var commands: [String]

  init(_ session: Session) {
    rules = session.linter.names.rules
    profiles = session.linter.profiles() + ["auto"]
    commands = session.commands.map(\.name)
  }
}

enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script that teaches the shell the options of all commands.
  func script(_ session: Session) -> String {
    let names = NameLists(session)
    return switch self {
    case .bash: BashCompletion(commands: session.commands, names: names).text
    case .zsh: ZshCompletion(commands: session.commands, names: names).text
    case .fish: FishCompletion(commands: session.commands, names: names).text
    }
  }
}

/// A word between single quotes, for any of the shells.
func quoted(_ text: String) -> String {
  "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
}
