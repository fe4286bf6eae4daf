import Configuration
import JSON
import Workspace

/// What `config` was told.
struct ConfigSettings: Sendable {
  var json = false
  var source = SettingsFinder.Source.nearest
}

extension CommandTable {
  static let config = Command(
    "config", "Show the settings in force for a path and where they come from",
    operands: "[PATH]",
    details: [
      "Each key with its value and the file and line that give it. PATH is a text, which need not exist,"
        + " or a folder; without one, the current folder."
    ],
    settings: ConfigSettings(),
    options: [
      OptionRow<ConfigSettings>(
        "format", value: "FORMAT", choices: ["text", "json"], "A table, or JSON"
      ) { (settings: inout ConfigSettings, value: Argument) throws(UsageError) in
        switch value.text {
        case "text": settings.json = false
        case "json": settings.json = true
        default: throw .unknown("format", value.text, among: ["text", "json"])
        }
      },
      OptionRow<ConfigSettings>(
        "config", value: "FILE|none", "Settings from this file instead of the nearest one"
      ) { (settings: inout ConfigSettings, value: Argument) throws(UsageError) in
        settings.source = value.text == "none" ? .none : .file(FilePath(bytes: value.bytes))
      },
    ]
  ) {
    (settings: ConfigSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    guard operands.count <= 1 else { throw UsageError("config takes one path") }
    let path = operands.first.map { FilePath(bytes: $0.bytes) } ?? FilePath(".")
    let text = path.isFolder ? path.appending("-".utf8) : path
    let finder = SettingsFinder(settings.source, names: session.linter.names)
    let found = finder.settings(for: text)
    let report = ConfigReport(path: path.text, found: found)
    session.console.output.write(settings.json ? report.json : report.table)
    for problem in found.reports.flatMap(\.problems) {
      session.console.complain(printable(problem.description))
    }
    return found.reports.isEmpty ? .clean : .failure
  }
}

/// The settings of a path, for people and for programs.
struct ConfigReport {
  let path: String
  let found: SettingsFinder.Found

  private struct Row {
    var key: String
    var value: JSONValue
    var origins: [SettingOrigin]
  }

  /// Every key; of one that takes members of any name, those that are set.
  private var rows: [Row] {
    found.settings.everyValue.map { Row(key: $0.key, value: $0.value, origins: $0.origins) }
  }

  var table: String {
    let rows = rows.map { row in
      let origins = row.origins.map(Self.name).joined(separator: ", ")
      return (row.key, Self.written(row.value), origins.isEmpty ? "standard" : origins)
    }
    let key = rows.map(\.0.count).max() ?? 0
    // One long list does not push all origins off the screen.
    let value = min(40, rows.map(\.1.count).max() ?? 0)
    var text = found.files.isEmpty ? "No file has a say for \(printable(path)).\n" : ""
    if !found.files.isEmpty {
      text += "For \(printable(path)), from\n"
      for file in found.files { text += "  \(printable(file.text))\n" }
    }
    text += "\n"
    for row in rows {
      let first = row.0 + String(repeating: " ", count: key - row.0.count + 2)
      let second = row.1 + String(repeating: " ", count: max(0, value - row.1.count) + 2)
      text += printable(first + second + row.2) + "\n"
    }
    return text
  }

  var json: String {
    var json = JSONWriter(indentation: 2)
    json.beginObject()
    json.key("version")
    json.int(1)
    json.key("path")
    json.string(path)
    json.key("files")
    json.beginArray()
    for file in found.files { json.string(file.text) }
    json.endArray()
    json.key("settings")
    json.beginArray()
    for row in rows {
      json.beginObject()
      json.key("key")
      json.string(row.key)
      json.key("value")
      json.value(row.value)
      json.key("from")
      json.beginArray()
      for origin in row.origins { json.string(Self.name(origin)) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }

  private static func name(_ origin: SettingOrigin) -> String {
    switch origin {
    case .file(let name, let line): "\(name):\(line)"
    case .editor: "editor"
    case .option(let name): name
    }
  }

  private static func written(_ value: JSONValue) -> String {
    if value == .null { return "as each text shows" }
    var json = JSONWriter()
    json.value(value)
    return json.text
  }
}
