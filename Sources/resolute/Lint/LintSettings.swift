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
  var select: [String] = []
  var ignore: [String] = []
  var failOn: FailLevel = .at(.warning)
  /// `nil`: as each text shows.
  var profile: String?
  var allTexts = false
  /// `nil`: the session in the title of each text.
  var asOf: AsOfDate?
  var standardInputName: FilePath?
  var fix = false
  var diff = false
  var statistics = false
  /// `nil`: as many as there are processors.
  var jobs: Int?
  var quiet = false
  var colour = ColourChoice.auto
}

enum OutputFormat: String, CaseIterable, Sendable {
  case text
  case compact
  case json
  case jsonl
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
