public import JSON

extension PathSettings {
  /// Every key that may hold for a path, with the value in force and where it comes from: nothing for a
  /// standard value. Of a key whose members may have any name (`severity`), the members that are set.
  public var everyValue: [(key: String, value: JSONValue, origins: [SettingOrigin])] {
    ConfigurationKey.forPaths.flatMap { every($0, $0.name) }
  }

  private func every(_ key: ConfigurationKey, _ name: String)
    -> [(key: String, value: JSONValue, origins: [SettingOrigin])]
  {
    switch key.shape {
    case .group(let keys, _):
      return keys.flatMap { every($0, "\(name).\($0.name)") }
    case .map:
      let members = values.keys.filter { $0.hasPrefix(name + ".") }.sorted()
      guard !members.isEmpty else { return [(name, key.standard, [])] }
      return members.map { ($0, values[$0] ?? .null, origins[$0] ?? []) }
    default:
      return [(name, values[name] ?? key.standard, origins[name] ?? [])]
    }
  }
}
