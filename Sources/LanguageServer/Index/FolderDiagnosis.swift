import Configuration
import Dispatch
import Features
import LanguageServerProtocol
import Rules
import Semantics
import Synchronization
import Syntax
import TextModel
import Workspace

/// What was said of files that are not open, so that a client that asks every other second costs a look at
/// each file and no more.
final class DiagnosedFiles: Sendable {
  struct Entry: Sendable {
    var stamp: FileStamp
    /// Of the settings.
    var generation: Int
    var resultID: String
    var isEmpty: Bool
  }

  private let entries = Mutex<[FilePath: Entry]>([:])

  func entry(_ path: FilePath) -> Entry? {
    entries.withLock { $0[path] }
  }

  /// Keeps what was said in one turn, in place of all before.
  func keep(_ new: [FilePath: Entry]) {
    entries.withLock { $0 = new }
  }
}

/// One answer to `workspace/diagnostic`: files are read and judged one by one on a thread of its own, and
/// none is kept.
struct FolderDiagnosis: Sendable {
  /// Bytes of a file that is judged while it is not open.
  static let limit = 2 << 20
  private static let sliceLength = 20
  private static let queue = DispatchQueue(label: "resolute.diagnosis", qos: .utility)

  /// The state of the session when the client asked.
  struct Known: Sendable {
    var roots: WorkspaceRoots
    /// Names that the client gave.
    var names: [FilePath: DocumentURI]
    var open: Set<FilePath>
    var previous: [DocumentURI: String]
    var finder: SettingsFinder
    var generation: Int
    /// What was wrong with settings as far as it was seen.
    var problems: Set<ConfigurationProblem>
    var client: ClientCapabilities
    var encoding: PositionEncoding
  }

  typealias Item = WorkspaceDiagnosticReport.Item

  let known: Known
  let openItems: [Item]
  let cache: DiagnosedFiles
  let tokens: ProgressTokens
  let connection: Client<ServerState>
  let responder: LateResponder<WorkspaceDiagnosticReport>
  private let reader = FileReader(limit: Self.limit)

  init(
    known: Known, openItems: [Item], cache: DiagnosedFiles, tokens: ProgressTokens,
    connection: Client<ServerState>, responder: LateResponder<WorkspaceDiagnosticReport>
  ) {
    self.known = known
    self.openItems = openItems
    self.cache = cache
    self.tokens = tokens
    self.connection = connection
    self.responder = responder
  }

  func start() {
    Self.queue.async { run() }
  }

  private func run() {
    show(.begin(title: "Checking texts", cancellable: true))
    var items = openItems
    var answered = Set(openItems.map(\.uri))
    var entries: [FilePath: DiagnosedFiles.Entry] = [:]
    var reports: [ProblemReport] = []
    var count = 0
    var pace = ProgressPace()
    var discovery = Discovery(known.roots.paths)
    while let found = discovery.next() {
      guard !responder.isCancelled else { return show(.end()) }
      guard case .file(let path, _) = found, !known.open.contains(path) else { continue }
      count &+= 1
      let uri = known.names[path] ?? known.roots.uri(of: path)
      guard let (entry, item) = examine(path, uri, &reports) else { continue }
      entries.updateValue(entry, forKey: path)
      if let item {
        items.append(item)
        answered.insert(uri)
      }
      if items.count >= Self.sliceLength, hand(items) {
        items = []
        if pace.isDue() { show(.report(message: "\(count) texts")) }
      }
    }
    let problems = known.problems.union(reports.flatMap(\.problems))
    let settings = SettingsReport(problems, roots: known.roots, encoding: known.encoding)
    for (uri, list) in settings.lists.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where answered.insert(uri).inserted {
      let report = DocumentDiagnosticReport(
        WrittenDiagnostics(list), previousID: known.previous[uri])
      items.append(Item(uri: uri, version: nil, report: report))
    }
    // What the client still shows of files that are gone.
    for uri in known.previous.keys.sorted(by: { $0.rawValue < $1.rawValue })
    where !answered.contains(uri) {
      items.append(
        Item(uri: uri, version: nil, report: .full(resultID: nil, .written(Array("[]".utf8)))))
    }
    cache.keep(entries)
    if !reports.isEmpty {
      connection.perform { [reports] state in state.settings.note(reports) }
    }
    show(.end())
    // What went as a part must not come again.
    responder.succeed(WorkspaceDiagnosticReport(items: hand(items) ? [] : items))
  }

  /// Sends a part of the result, where the client takes parts.
  private func hand(_ items: [Item]) -> Bool {
    guard let token = tokens.partialResult else { return false }
    if !items.isEmpty {
      connection.notify(
        ProgressNotification(token: token, value: WorkspaceDiagnosticReport(items: items)))
    }
    return true
  }

  private func show(_ value: WorkDoneProgress) {
    guard let token = tokens.workDone else { return }
    connection.notify(ProgressNotification(token: token, value: value))
  }

  /// - Returns: `nil` for what cannot be read; no item where there is nothing to say and nothing was said.
  private func examine(
    _ path: FilePath, _ uri: DocumentURI, _ reports: inout [ProblemReport]
  ) -> (DiagnosedFiles.Entry, Item?)? {
    guard let stamp = reader.stamp(path) else { return nil }
    let previous = known.previous[uri]
    if let old = cache.entry(path), old.stamp == stamp, old.generation == known.generation,
      previous == old.resultID || old.isEmpty && previous == nil
    {
      let item = previous.map {
        Item(uri: uri, version: nil, report: .unchanged(resultID: $0))
      }
      return (old, item)
    }
    let found = known.finder.settings(for: path)
    reports += found.reports
    guard let list = diagnostics(path, uri, stamp, Settings(found.settings)) else { return nil }
    let report = DocumentDiagnosticReport(list, previousID: previous)
    let isEmpty = list.bytes.count <= 2
    let entry = DiagnosedFiles.Entry(
      stamp: stamp, generation: known.generation, resultID: report.resultID ?? "",
      isEmpty: isEmpty)
    if isEmpty, previous == nil { return (entry, nil) }
    return (entry, Item(uri: uri, version: nil, report: report))
  }

  /// The diagnostics of a file as those of an open text that was saved.
  private func diagnostics(
    _ path: FilePath, _ uri: DocumentURI, _ stamp: FileStamp, _ settings: Settings
  ) -> WrittenDiagnostics? {
    var report = TextReport(
      uri: uri, client: known.client, pages: settings.rulePages, encoding: known.encoding)
    let size = Int(stamp.size)
    if let tooLarge = Finding.tooLarge(size: size, limit: Self.limit) {
      guard let front = try? reader.readFront(path, count: NearbyText.frontLength) else {
        return nil
      }
      let draft = Draft(Document(front), settings: settings.rules, profile: settings.profile)
      let isJudged = settings.rules.allTexts || draft.meaning.isRecognised
      return report.list(isJudged ? [tooLarge] : [], of: draft.judgement)
    }
    guard let bytes = try? reader.read(path).bytes else { return nil }
    let draft = Draft(Document(bytes), settings: settings.rules, profile: settings.profile)
    return report.list(draft.judgement, limit: settings.findingLimit, calm: nil)
  }
}
