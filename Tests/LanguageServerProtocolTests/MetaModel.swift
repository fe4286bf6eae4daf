import Foundation
import JSON

/// The protocol's machine-readable description, from the file that the environment variable
/// `RESOLUTE_METAMODEL` names (metaModel.json of LSP 3.18).
struct MetaModel {
  private let structures: [String: JSONValue]
  private let enumerations: [String: JSONValue]
  private let aliases: [String: JSONValue]
  private let messages: [String: JSONValue]

  static let shared: MetaModel? = {
    guard let path = ProcessInfo.processInfo.environment["RESOLUTE_METAMODEL"],
      let data = FileManager.default.contents(atPath: path),
      let json = try? JSONParser().value(Array(data))
    else { return nil }
    return MetaModel(json)
  }()

  init(_ json: JSONValue) {
    let byName = { (list: String, key: String) -> [String: JSONValue] in
      let entries = (json[list]?.array ?? []).compactMap { entry in
        entry[key]?.string.map { ($0, entry) }
      }
      return Dictionary(entries) { first, _ in first }
    }
    structures = byName("structures", "name")
    enumerations = byName("enumerations", "name")
    aliases = byName("typeAliases", "name")
    messages = byName("requests", "method").merging(byName("notifications", "method")) { $1 }
  }

  func message(_ method: String) -> JSONValue? { messages[method] }

  /// The type of that name, as the model writes types.
  static func reference(_ name: String) -> JSONValue {
    ["kind": "reference", "name": .string(name)]
  }

  // MARK: Checking

  /// What is wrong with a value of that type; empty where nothing is.
  func problems(_ value: JSONValue, _ type: JSONValue, at path: String = "") -> [String] {
    switch type["kind"]?.string {
    case "base": return base(value, type["name"]?.string ?? "", path)
    case "reference": return reference(value, type["name"]?.string ?? "", path)
    case "array":
      guard let elements = value.array, let element = type["element"] else {
        return ["\(path): no array"]
      }
      return elements.enumerated().flatMap { problems($1, element, at: "\(path)[\($0)]") }
    case "map":
      guard let object = value.object, let element = type["value"] else {
        return ["\(path): no map"]
      }
      return object.members.flatMap { problems($0.value, element, at: "\(path).\($0.key)") }
    case "or":
      let attempts = (type["items"]?.array ?? []).map { problems(value, $0, at: path) }
      return attempts.contains([]) ? [] : attempts.min { $0.count < $1.count } ?? ["\(path): or"]
    case "and":
      return (type["items"]?.array ?? []).flatMap { problems(value, $0, at: path) }
    case "literal": return object(value, type["value"]?["properties"]?.array ?? [], path)
    case "stringLiteral": return value == type["value"] ? [] : ["\(path): not \(type)"]
    default: return ["\(path): unknown kind of type"]
    }
  }

  private func base(_ value: JSONValue, _ name: String, _ path: String) -> [String] {
    let fits =
      switch name {
      case "URI", "DocumentUri", "string", "RegExp": value.string != nil
      case "integer": value.int != nil
      case "uinteger": (value.int ?? -1) >= 0
      case "decimal": value.double != nil
      case "boolean": value.bool != nil
      case "null": value.isNull
      default: false
      }
    return fits ? [] : ["\(path): no \(name)"]
  }

  private func reference(_ value: JSONValue, _ name: String, _ path: String) -> [String] {
    if name == "LSPAny" || name == "LSPObject" || name == "LSPArray" { return [] }
    if let alias = aliases[name]?["type"] { return problems(value, alias, at: path) }
    if let enumeration = enumerations[name] {
      let values = (enumeration["values"]?.array ?? []).compactMap { $0["value"] }
      if enumeration["supportsCustomValues"]?.bool == true || values.contains(value) { return [] }
      return ["\(path): no \(name)"]
    }
    guard structures[name] != nil else { return ["\(path): no type \(name)"] }
    return object(value, properties(of: name), path)
  }

  private func object(
    _ value: JSONValue, _ properties: [JSONValue], _ path: String
  ) -> [String] {
    guard let object = value.object else { return ["\(path): no object"] }
    var result: [String] = []
    var known: Set<String> = []
    for property in properties {
      guard let name = property["name"]?.string, let type = property["type"] else { continue }
      known.insert(name)
      if let member = object[name] {
        result += problems(member, type, at: "\(path).\(name)")
      } else if property["optional"]?.bool != true {
        result.append("\(path).\(name): missing")
      }
    }
    for member in object.members where !known.contains(member.key) {
      result.append("\(path).\(member.key): unknown")
    }
    return result
  }

  func properties(of name: String) -> [JSONValue] {
    guard let structure = structures[name] else { return [] }
    let own = structure["properties"]?.array ?? []
    let parents = (structure["extends"]?.array ?? []) + (structure["mixins"]?.array ?? [])
    let names = Set(own.compactMap { $0["name"]?.string })
    let inherited = parents.flatMap { properties(of: $0["name"]?.string ?? "") }
    return own + inherited.filter { !names.contains($0["name"]?.string ?? "") }
  }

  // MARK: Examples

  /// A value of the type: with every optional member, or with none. Of alternatives the one with
  /// that index is taken.
  func example(_ type: JSONValue, full: Bool, choice: Int = 0, depth: Int = 0) -> JSONValue {
    let inner = { (type: JSONValue) in example(type, full: full, choice: choice, depth: depth + 1) }
    switch type["kind"]?.string {
    case "base":
      switch type["name"]?.string {
      case "integer", "uinteger", "decimal": return 1
      case "boolean": return true
      case "null": return nil
      default: return "text"
      }
    case "array": return type["element"].map { [inner($0)] } ?? []
    case "map": return type["value"].map { ["key": inner($0)] } ?? [:]
    case "or":
      let items = type["items"]?.array ?? []
      return items.isEmpty ? nil : inner(items[choice % items.count])
    case "stringLiteral": return type["value"] ?? nil
    case "literal": return example(type["value"]?["properties"]?.array ?? [], full, choice, depth)
    case "reference":
      let name = type["name"]?.string ?? ""
      if name == "LSPAny" { return ["any": 1] }
      if name == "LSPObject" { return [:] }
      if let alias = aliases[name]?["type"] { return inner(alias) }
      if let value = enumerations[name]?["values"]?.array?.first?["value"] { return value }
      return example(properties(of: name), full, choice, depth)
    default: return nil
    }
  }

  private func example(
    _ properties: [JSONValue], _ full: Bool, _ choice: Int, _ depth: Int
  ) -> JSONValue {
    var result = JSONObject()
    for property in properties {
      guard let name = property["name"]?.string, let type = property["type"] else { continue }
      if property["optional"]?.bool == true, !full || depth > 12 { continue }
      result[name] = example(type, full: full, choice: choice, depth: depth + 1)
    }
    return .object(result)
  }
}
