import Configuration

/// Writes the schema of `.resolute.json` from the table of its keys. The names of rules are taken from
/// their declarations, so that a new rule is in it at once.
struct SchemaStep: Step {
  let folders: [String] = []

  func outputs(root: String) throws -> [Output] {
    let rules = try RulesStep().rules(root: root).map(\.id)
    let groups = Set(rules.map { String($0.prefix { $0 != "/" }) }).sorted()
    let known = KnownNames.standard
    let names = KnownNames(
      rules: groups + rules, profiles: known.profiles, languages: known.languages)
    return [
      Output(
        path: "editors/schema/configuration.schema.json",
        text: ConfigurationSchema.text(names: names))
    ]
  }
}
