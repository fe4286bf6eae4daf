/// What help, completions and manual pages know of an option.
struct OptionDescription: Sendable {
  /// Without dashes.
  var long: String
  /// One letter, without its dash.
  var short: String?
  /// What stands for the value in help; `nil` for a switch.
  var value: String?
  /// The values there are, where they are a closed list.
  var choices: [String] = []
  /// Whether each use adds to those before. Otherwise the last one counts.
  var isRepeatable = false
  var help: String
}

/// One option of a command: what it is called and what it does to the settings.
struct OptionRow<Settings>: Sendable {
  typealias Apply = @Sendable (inout Settings, Argument) throws(UsageError) -> Void

  var description: OptionDescription
  var apply: Apply

  /// An option with a value.
  init(
    _ long: String, short: String? = nil, value: String, choices: [String] = [],
    isRepeatable: Bool = false, _ help: String, apply: @escaping Apply
  ) {
    description = OptionDescription(
      long: long, short: short, value: value, choices: choices, isRepeatable: isRepeatable,
      help: help)
    self.apply = apply
  }

  /// A switch.
  init(
    _ long: String, short: String? = nil, _ help: String,
    apply: @escaping @Sendable (inout Settings) -> Void
  ) {
    description = OptionDescription(long: long, short: short, help: help)
    self.apply = { (settings: inout Settings, _: Argument) throws(UsageError) in apply(&settings) }
  }
}
