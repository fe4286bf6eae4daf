import Configuration
import Glibc
import Grammar
import JSON
import Rules
import Semantics
import Syntax
import Workspace

/// Reads the texts that the operands name, each with the settings in force for it, several at a time,
/// and keeps of each what the caller makes of it.
struct TextSurvey<Value: Sendable> {
  let session: Session
  /// `nil`: as the configuration or the text says.
  var profile: String?
  /// Called on several threads.
  let make: @Sendable (_ path: String, _ bytes: [UInt8], _ meaning: TextMeaning) -> Value

  struct Result {
    /// In the byte order of the paths; only of texts recognised as resolutions.
    var values: [(path: String, value: Value)] = []
    var problems: [(path: String, message: String)] = []
    var status: ExitStatus { problems.isEmpty ? .clean : .failure }
  }

  private enum Outcome: Sendable {
    case value(String, Value)
    case passedOver
    case problem(WorkspaceError)
  }

  func read(_ operands: [Argument]) throws(UsageError) -> Result {
    let paths = operands.isEmpty ? [FilePath(".")] : operands.map { FilePath(bytes: $0.bytes) }
    var result = Result()
    let names = session.linter.names
    let options: SettingsLayer
    do {
      options = try SettingsLayer(
        options: profile.map { [("profile", JSONValue.string($0))] } ?? [], names: names)
    } catch {
      throw UsageError(printable(error.message))
    }
    let finder = SettingsFinder(.nearest, options: options, names: names, texts: NearbyTexts())
    var discovery = Discovery(paths)
    let input = session.console.input
    let make = make
    let pipeline = OrderedPipeline(
      jobs: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), source: { discovery.next() },
      work: { (item: Discovered) -> Outcome in
        Self.outcome(item, input, finder, make)
      })
    var told: Set<ObjectIdentifier> = []
    for path in paths {
      let place = path.isFolder ? path.appending("-".utf8) : path
      for report in finder.settings(for: place).reports
      where told.insert(ObjectIdentifier(report)).inserted {
        for problem in report.problems {
          result.problems.append((problem.file ?? "-", problem.message))
          session.console.complain(printable(problem.description))
        }
      }
    }
    pipeline.run {
    } consume: { outcome in
      switch outcome {
      case .value(let path, let value): result.values.append((path, value))
      case .passedOver: break
      case .problem(let error):
        if !error.isNotice { result.problems.append((error.path.text, error.message)) }
        session.console.complain("\(printable(error.path.text)): \(error.message)")
      }
      return true
    }
    return result
  }

  private static func outcome(
    _ item: Discovered, _ input: Int32, _ finder: SettingsFinder,
    _ make: (String, [UInt8], TextMeaning) -> Value
  ) -> Outcome {
    do throws(WorkspaceError) {
      let bytes: [UInt8]
      let path: FilePath
      switch item {
      case .problem(let problem): return .problem(problem)
      case .standardInput:
        path = FilePath("-")
        bytes = try FileReader().readStream(input, as: path)
      case .file(let found, _):
        path = found
        bytes = try FileReader().read(path).bytes
      }
      let settings = finder.settings(for: path).settings
      let meaning = TextMeaning(
        Document(bytes), profile: settings.profile.flatMap(Profile.named))
      guard meaning.isRecognised else { return .passedOver }
      return .value(path.text, make(path.text, bytes, meaning))
    } catch {
      return .problem(error)
    }
  }
}
