import Configuration
import Workspace

/// The baselines of one run: the one that hides findings and the one that is written.
struct BaselineRun {
  let filter: BaselineFilter?
  private let read: FilePath?
  private let written: FilePath?
  private var new = Baseline()
  private var stale: [(name: String, count: Int)] = []
  private var seen: Set<String> = []

  /// - Throws: what is wrong with the baseline that is to be read.
  init(_ settings: LintSettings) throws(UsageError) {
    read = settings.baseline
    written = settings.newBaseline
    guard let path = read ?? written else {
      filter = nil
      return
    }
    var baseline: Baseline?
    if let read {
      do {
        let bytes = try FileReader(limit: 256 << 20).read(read).bytes
        baseline = try Baseline(bytes, file: read.text)
      } catch let error as WorkspaceError {
        throw UsageError("\(printable(error.path.text)): \(error.message)")
      } catch {
        throw UsageError(printable("\(error)"))
      }
    }
    filter = BaselineFilter(baseline: baseline, folder: path.absoluteFolder)
  }

  /// Whether all findings are accepted from now on.
  var acceptsAll: Bool { written != nil }

  mutating func take(_ outcome: Examination.Outcome) {
    guard let filter else { return }
    let name = filter.name(of: outcome.path)
    seen.insert(name)
    if !outcome.stale.isEmpty { stale.append((name, outcome.stale.count)) }
    guard let written else { return }
    let ownName = outcome.path.name(below: written.absoluteFolder)
    for entry in outcome.entries { new.insert(entry, path: ownName) }
  }

  /// What the user is to be told: of accepted findings that are gone, and of what was written.
  func finish() throws(WorkspaceError) -> [String] {
    var notices: [String] = []
    if let read, let filter {
      let gone = (filter.baseline?.entries ?? [:]).filter { name, _ in
        !seen.contains(name) && !filter.folder.appending(name.utf8).exists
      }
      let all = (stale + gone.map { ($0.key, $0.value.count) }).sorted { $0.name < $1.name }
      if !all.isEmpty, written == nil {
        let count = all.reduce(0) { $0 + $1.count }
        let names = all.prefix(5).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        let more = all.count > 5 ? " and \(all.count - 5) more files" : ""
        notices.append(
          "\(read.text): \(count == 1 ? "1 entry is" : "\(count) entries are") no longer found"
            + " (\(names)\(more)); --write-baseline writes it anew")
      }
    }
    if let written {
      try written.replaceContents(with: Array(new.text.utf8))
      let count = new.count
      notices.append(
        "\(count == 1 ? "1 finding" : "\(count) findings") in \(new.entries.count)"
          + " \(new.entries.count == 1 ? "file" : "files") written to \(written.text)")
    }
    return notices
  }
}
