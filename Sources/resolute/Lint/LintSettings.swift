import JSON
import Rules
import Workspace

/// What the options of `lint` ask for.
struct LintSettings: Sendable {
  /// A format and where it goes; `nil` for `--output` or standard output.
  struct Destination: Sendable, Equatable {
    var format: OutputFormat
    var file: FilePath?
  }

  var formats: [Destination] = []
  var output: FilePath?
  /// What the options say of keys of the configuration: those over which they win.
  var options: [(key: String, value: JSONValue)] = []
  var configuration = SettingsFinder.Source.nearest
  var failOn: FailLevel = .at(.warning)
  var standardInputName: FilePath?
  var fix = false
  /// With `fix` or `diff`: fixes that may change the meaning, too.
  var unsafeFixes = false
  /// Lint again when something changes.
  var watch = false
  /// Findings that are known and not told.
  var baseline: FilePath?
  /// Where all findings are to be known from now on.
  var newBaseline: FilePath?
  var diff = false
  var statistics = false
  /// `nil`: as many as there are processors.
  var jobs: Int?
  var quiet = false
  var colour = ColourChoice.auto

  /// Sets a key; of a list, adds to what is there.
  mutating func set(_ key: String, _ value: JSONValue) {
    guard let index = options.firstIndex(where: { $0.key == key }) else {
      return options.append((key, value))
    }
    let before = options[index].value.array
    options[index].value = before.map { .array($0 + (value.array ?? [])) } ?? value
  }
}

enum OutputFormat: String, CaseIterable, Sendable {
  case text
  case compact
  case json
  case jsonl
  case sarif
  case github
  case gitlab
  case junit
  case markdown

  var isJSON: Bool { [.json, .jsonl, .sarif, .gitlab].contains(self) }
}

/// From which level on findings fail a run.
enum FailLevel: Sendable, Equatable {
  case at(Severity)
  case never

  static let names = Severity.allCases.map(\.name) + ["never"]

  init?(name: String) {
    if name == "never" {
      self = .never
    } else if let severity = Severity(name: name) {
      self = .at(severity)
    } else {
      return nil
    }
  }

  func fails(_ worst: Severity?) -> Bool {
    guard case .at(let level) = self, let worst else { return false }
    return worst <= level
  }
}
