internal import JSON

/// The text of a new `.resolute.json`: every key with what it does, commented out, with its standard value
/// or, where it has none, with an example.
public enum SettingsTemplate {
  public static var text: String {
    var text = """
      // Settings of resolute for the texts in this folder and below. Every key may be left out; each
      // stands here with the value that holds without it, or with an example. `resolute config PATH`
      // shows what holds for a text and where it comes from, `resolute explain` lists the rules.
      {

      """
    for key in ConfigurationKey.all where key.name != "$schema" { text += lines(of: key) }
    return text + "}\n"
  }

  private static func lines(of key: ConfigurationKey) -> String {
    var text = wrapped(key.summary).map { "  // \($0)\n" }.joined()
    switch key.shape {
    case .group(let keys, _):
      text += "  // \"\(key.name)\": {\n"
      for inner in keys {
        text += "  //   \"\(inner.name)\": \(written(inner.standard)), // \(inner.summary)\n"
      }
      text += "  // },\n"
    case .list(.group(let keys, _)):
      // One whole example shows how the parts go together.
      let names = keys.map(\.name).joined(separator: ", ")
      text += wrapped("Keys: \(names).").map { "  // \($0)\n" }.joined()
      text += "  // \"\(key.name)\": [\n"
      text += "  //   {\"paths\": [\"adopted/**\"], \"severity\": {\"punctuation\": \"hint\"}},\n"
      text += "  // ],\n"
    default:
      let value = key.standard == .null ? example(of: key.shape) : written(key.standard)
      text += "  // \"\(key.name)\": \(value),\n"
    }
    return text + "\n"
  }

  /// For a key without a standard value.
  private static func example(of shape: ValueShape) -> String {
    switch shape {
    case .address: "\"https://example.org/rules/\""
    default: "\"2018\""
    }
  }

  private static func written(_ value: JSONValue) -> String {
    var json = JSONWriter()
    json.value(value)
    return json.text
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines.removeLast()
      if line.isEmpty {
        lines.append(String(word))
      } else if line.utf8.count + word.utf8.count < 92 {
        lines.append("\(line) \(word)")
      } else {
        lines += [line, String(word)]
      }
    }
    return lines
  }
}
