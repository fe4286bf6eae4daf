import JSON

/// Fills the settings of the extension for VS Code from the schema of `.resolute.json`, and puts a copy of
/// the schema beside it.
struct VSCodeStep: Step {
  let folders: [String] = []
  private static let folder = "editors/vscode"
  /// Settings of the extension itself.
  private static let own = ["resolute.path", "resolute.trace.server"]
  /// Keys that make no sense in an editor's settings.
  private static let fileOnly = ["$schema", "extends", "overrides"]

  func outputs(root: String) throws -> [Output] {
    let schema = try SchemaStep().outputs(root: root).first {
      $0.path.hasSuffix("/configuration.schema.json")
    }
    guard let schema else { throw FileError(Self.folder, reason: "there is no schema") }
    let package = try Files.read("\(root)/\(Self.folder)/package.json")
    return [
      Output(path: "\(Self.folder)/configuration.schema.json", text: schema.text),
      Output(path: "\(Self.folder)/package.json", text: try Self.filled(package, schema.text)),
    ]
  }

  static func filled(_ package: String, _ schema: String) throws -> String {
    var package = try JSONParser().value(package)
    let schema = try JSONParser().value(schema)
    guard case .object(var root) = package, case .object(var adds)? = root["contributes"],
      case .object(var settings)? = adds["configuration"],
      case .object(let old)? = settings["properties"],
      case .object(let keys)? = schema.at("properties")
    else { throw FileError(folder, reason: "package.json or the schema has another shape") }
    var properties = JSONObject()
    for key in own { properties[key] = old[key] }
    for member in keys.members where !fileOnly.contains(member.key) {
      properties["resolute.\(member.key)"] = plain(
        member.value, definitions: schema.at("definitions") ?? .null)
    }
    settings["properties"] = .object(properties)
    adds["configuration"] = .object(settings)
    root["contributes"] = .object(adds)
    package = .object(root)
    var json = JSONWriter(indentation: 2)
    json.value(package)
    return json.text + "\n"
  }

  /// A schema without references, which the settings of VS Code do not follow.
  private static func plain(_ value: JSONValue, definitions: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements):
      return .array(elements.map { plain($0, definitions: definitions) })
    case .object(let object):
      var out = JSONObject()
      for member in object.members {
        switch (member.key, member.value) {
        case ("$ref", .string(let path)):
          let name = path.split(separator: "/").last.map(String.init) ?? ""
          guard case .object(let found)? = definitions.at(name) else { continue }
          for part in found.members { out[part.key] = part.value }
        case ("allOf", .array(let parts)):
          for part in parts {
            guard case .object(let found) = plain(part, definitions: definitions) else { continue }
            for part in found.members { out[part.key] = part.value }
          }
        default: out[member.key] = plain(member.value, definitions: definitions)
        }
      }
      return .object(out)
    default: return value
    }
  }
}
