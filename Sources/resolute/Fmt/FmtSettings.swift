import JSON
import Workspace

/// What the options of `fmt` ask for.
struct FmtSettings: Sendable {
  var check = false
  var diff = false
  /// What the options say of keys of the configuration.
  var options: [String: JSONValue] = [:]
  var configuration = SettingsFinder.Source.nearest
  var standardInputName: FilePath?
  var quiet = false

  /// Whether texts stay as they are.
  var isDry: Bool { check || diff }
}
