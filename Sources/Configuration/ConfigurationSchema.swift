internal import JSON

/// The published schema of `.resolute.json` (JSON Schema, draft 7, which editors read best), made from
/// the table of keys.
public enum ConfigurationSchema {
  /// - Parameter names: what the schema allows as names of rules, profiles and languages.
  /// - Returns: the text of the file, with its final line feed.
  public static func text(names: KnownNames) -> String {
    var json = JSONWriter(indentation: 2)
    json.beginObject()
    json.key("$schema")
    json.string("http://json-schema.org/draft-07/schema#")
    json.key("title")
    json.string("Settings of resolute (\(SettingsDocument.fileName))")
    json.key("allowComments")
    json.bool(true)
    json.key("allowTrailingCommas")
    json.bool(true)
    SchemaWriter.write(.group(ConfigurationKey.all, required: []), to: &json)
    json.key("definitions")
    json.beginObject()
    for kind in KnownNames.Kind.allCases {
      json.key(kind.rawValue)
      json.beginObject()
      json.key("enum")
      json.beginArray()
      for name in names.all(kind) { json.string(name) }
      json.endArray()
      json.endObject()
    }
    json.endObject()
    json.endObject()
    return json.text + "\n"
  }
}

/// Writes the members of the schema object of a shape.
private enum SchemaWriter {
  static func write(_ shape: ValueShape, to json: inout JSONWriter) {
    switch shape {
    case .flag: type("boolean", &json)
    case .wholeNumber(let range):
      type("integer", &json)
      json.key("minimum")
      json.int(range.lowerBound)
      json.key("maximum")
      json.int(range.upperBound)
    case .choice(let known):
      json.key("enum")
      json.beginArray()
      for name in known { json.string(name) }
      json.endArray()
    case .name(let kind):
      json.key("$ref")
      json.string("#/definitions/\(kind.rawValue)")
    case .date:
      json.key("type")
      json.beginArray()
      json.string("string")
      json.string("integer")
      json.endArray()
      json.key("pattern")
      json.string("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$")
    case .path, .pattern:
      type("string", &json)
      json.key("minLength")
      json.int(1)
    case .address:
      type("string", &json)
      json.key("pattern")
      json.string("^(https?|file)://")
    case .other: break
    case .list(let element):
      type("array", &json)
      json.key("items")
      object(element, &json)
    case .oneOrMore(let element):
      json.key("anyOf")
      json.beginArray()
      object(element, &json)
      object(.list(element), &json)
      json.endArray()
    case .map(let name, let value):
      type("object", &json)
      json.key("propertyNames")
      object(name, &json)
      json.key("additionalProperties")
      object(value, &json)
    case .group(let keys, let required): group(keys, required, &json)
    }
  }

  private static func type(_ name: String, _ json: inout JSONWriter) {
    json.key("type")
    json.string(name)
  }

  private static func object(_ shape: ValueShape, _ json: inout JSONWriter) {
    json.beginObject()
    write(shape, to: &json)
    json.endObject()
  }

  private static func group(
    _ keys: [ConfigurationKey], _ required: [String], _ json: inout JSONWriter
  ) {
    type("object", &json)
    json.key("additionalProperties")
    json.bool(false)
    if !required.isEmpty {
      json.key("required")
      json.beginArray()
      for name in required { json.string(name) }
      json.endArray()
    }
    json.key("properties")
    json.beginObject()
    for key in keys {
      json.key(key.name)
      json.beginObject()
      json.key("description")
      json.string(key.summary)
      if case .name = key.shape {
        // Beside a reference nothing else counts in draft 7.
        json.key("allOf")
        json.beginArray()
        object(key.shape, &json)
        json.endArray()
      } else {
        write(key.shape, to: &json)
      }
      if key.hasPlainStandard {
        json.key("default")
        json.value(key.standard)
      }
      json.endObject()
    }
    json.endObject()
  }
}

extension ConfigurationKey {
  /// Whether the value that holds where nothing is said can be written down as it is.
  var hasPlainStandard: Bool {
    if case .group = shape { return false }
    return standard != .null
  }
}
