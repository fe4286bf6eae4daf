internal import JSON
internal import TextModel

/// Where a value in force comes from.
public enum SettingOrigin: Sendable, Hashable {
  /// The name of the file as messages give it; the line from 1.
  case file(String, line: Int)
  /// The settings of the editor.
  case editor
  /// An option of the command line, with its dashes.
  case option(String)
}

/// Something wrong in a configuration or in a register that it names. What is not wrong is used.
public struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as messages give it; `nil` for the settings of an editor.
  public var file: String?
  /// From 1; 0 where the file as a whole is meant.
  public var line: Int
  /// In UTF-8 bytes, from 1; 0 where the file as a whole is meant.
  public var column: Int
  public var message: String

  public init(file: String?, line: Int = 0, column: Int = 0, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `.resolute.json:3:5: unknown key 'ignroe'; did you mean 'ignore'?`
  public var description: String { "\(place): \(message)" }

  /// `.resolute.json:3:5`
  public var place: String {
    let name = file ?? "editor settings"
    return line > 0 ? "\(name):\(line):\(column)" : name
  }
}

/// What the places in a configuration refer to.
struct SettingsSource: Sendable {
  /// `nil` for the settings of an editor.
  var file: String?
  private var lines: LineIndex?
  private var start = 0
  private var option = false

  static let editor = SettingsSource()
  static let commandLine: SettingsSource = {
    var source = SettingsSource()
    source.option = true
    return source
  }()

  private init() {}

  init(file: String, bytes: [UInt8]) {
    self.file = file
    lines = LineIndex(bytes)
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line and column of a byte offset, both from 1; 0 where there is no file.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    guard let lines else { return (0, 0) }
    let line = lines.line(at: offset)
    let mark = line == 0 ? start : 0
    return (line + 1, max(offset - lines.start(ofLine: line) - mark, 0) + 1)
  }

  /// - Parameter key: the whole name of the key: `hints.reference`.
  func origin(_ node: JSONNode, key: String) -> SettingOrigin {
    if option { return .option("--\(key)") }
    guard let file else { return .editor }
    return .file(file, line: place(node.range.lowerBound).line)
  }

  func problem(_ message: String, at range: Range<Int>) -> ConfigurationProblem {
    let place = place(range.lowerBound)
    return ConfigurationProblem(
      file: file, line: place.line, column: place.column, message: message)
  }
}
