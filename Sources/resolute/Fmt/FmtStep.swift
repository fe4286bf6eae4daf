import Configuration
import Grammar
import Revision
import Rules
import Semantics
import Syntax
import TextModel
import Workspace

/// What becomes of one file. Done on worker threads.
struct FmtStep: Sendable {
  struct Outcome: Sendable {
    var path: FilePath
    var isNamed = false
    var isRecognised = true
    var isChanged = false
    /// What was wrong with the settings.
    var reports: [ProblemReport] = []
    /// What could not be read or written.
    var problem: WorkspaceError?
    /// For standard output: a difference, or the text of standard input.
    var output: [UInt8] = []
  }

  var settings: FmtSettings
  var finder: SettingsFinder
  var standardInput: Int32
  var reader = FileReader()

  func format(_ item: Discovered) -> Outcome {
    switch item {
    case .problem(let problem):
      return Outcome(path: problem.path, problem: problem)
    case .standardInput:
      var outcome = Outcome(path: settings.standardInputName ?? FilePath("-"), isNamed: true)
      do {
        let text = try reader.readStream(standardInput, as: outcome.path)
        format(text, stamp: nil, &outcome)
      } catch {
        outcome.problem = error
      }
      return outcome
    case .file(let path, let named):
      var outcome = Outcome(path: path, isNamed: named)
      do {
        let contents = try reader.read(path)
        format(contents.bytes, stamp: contents.stamp, &outcome)
      } catch {
        outcome.problem = error
      }
      return outcome
    }
  }

  /// - Parameter stamp: the state of the file; `nil` for standard input.
  private func format(_ text: [UInt8], stamp: FileStamp?, _ outcome: inout Outcome) {
    let found = finder.settings(for: outcome.path)
    outcome.reports = found.reports
    let profile = found.settings.profile.flatMap(Profile.named)
    let meaning = TextMeaning(Document(text), profile: profile)
    outcome.isRecognised = meaning.isRecognised
    let new = text.applying(meaning.formatting(found.settings.dialect))
    outcome.isChanged = new != text
    if settings.diff {
      outcome.output = UnifiedDiff.make(path: outcome.path.bytes, from: text, to: new)
    } else if stamp == nil, !settings.check {
      outcome.output = new
    } else if outcome.isChanged, !settings.check {
      do {
        try outcome.path.replaceContents(with: new, expecting: stamp)
      } catch {
        outcome.problem = error
      }
    }
  }
}
