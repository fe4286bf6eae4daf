import Features
import LanguageServerProtocol
import Rules
import Semantics
import Workspace

/// What is known of the files in the client's folders, and what is still to be looked at. Holds no text:
/// the summaries are in `TextSummaries`.
struct FolderIndex: Sendable {
  struct Entry: Sendable {
    /// The name in the index: the client's where the file is or was open.
    var uri: DocumentURI
    var nearby: NearbyText?
  }

  var roots = WorkspaceRoots()
  fileprivate(set) var files: [FilePath: Entry] = [:]
  /// To be looked at in the next turn.
  fileprivate var waiting: Set<FilePath> = []
  /// The turn that is under way.
  fileprivate var stop: IndexJob.Stop?
  fileprivate var progress: IndexProgress?

  /// Whether there is something left to look at.
  var isBusy: Bool { stop != nil || !waiting.isEmpty }

  /// The titles, in the order in which a walk finds the files.
  fileprivate var nearby: [NearbyText] {
    files.sorted { $0.key < $1.key }.compactMap(\.value.nearby)
  }
}

extension ServerState {
  /// Takes the client's folders and looks at all of them, at a time of its own.
  mutating func indexFolders(_ connection: Client<ServerState>) {
    folderIndex.stop?.set()
    folderIndex.roots = WorkspaceRoots(folders)
    for path in folderIndex.files.keys where folderIndex.roots.containing(path).isEmpty {
      dropFile(path)
    }
    let roots = folderIndex.roots.paths
    if !roots.isEmpty, client.workDoneProgress { beginProgress(connection) }
    look(at: roots, connection)
  }

  /// Looks at files and folders that may have changed.
  mutating func look(at paths: [FilePath], _ connection: Client<ServerState>) {
    let roots = folderIndex.roots
    folderIndex.waiting.formUnion(paths.filter { !roots.containing($0).isEmpty })
    startTurn(connection)
  }

  private mutating func startTurn(_ connection: Client<ServerState>) {
    guard folderIndex.stop == nil, !folderIndex.waiting.isEmpty else { return }
    let stop = IndexJob.Stop()
    let job = IndexJob(
      paths: folderIndex.waiting, roots: folderIndex.roots,
      reader: IndexReader(encoding: encoding, finder: settings.finder), stop: stop,
      hand: { slice, count in
        connection.perform { state in
          guard !stop.isSet else { return }
          state.enter(slice)
          state.folderIndex.progress?.report(count, connection)
        }
      },
      finish: { folders, seen, notes in
        connection.perform { state in
          state.endTurn(folders, seen, isStopped: stop.isSet, connection)
          for note in notes.prefix(20) { connection.log(.info, note) }
        }
      })
    folderIndex.waiting = []
    folderIndex.stop = stop
    job.start()
  }

  private mutating func enter(_ slice: IndexJob.Slice) {
    var open: [FilePath: DocumentURI] = [:]
    for uri in texts.keys {
      if let path = FilePath(uri) { open[path] = uri }
    }
    for path in slice.gone { dropFile(path) }
    for file in slice.files {
      let known = folderIndex.files.removeValue(forKey: file.path)?.uri
      let uri = open[file.path] ?? known ?? folderIndex.roots.uri(of: file.path)
      if let known, known != uri { summaries.setFile(known, nil) }
      folderIndex.files.updateValue(.init(uri: uri, nearby: file.nearby), forKey: file.path)
      summaries.setFile(uri, file.summary)
    }
  }

  private mutating func endTurn(
    _ folders: [FilePath], _ seen: Set<FilePath>, isStopped: Bool,
    _ connection: Client<ServerState>
  ) {
    folderIndex.stop = nil
    if !isStopped {
      for path in folderIndex.files.keys
      where !seen.contains(path) && folders.contains(where: { path.inside($0) != nil }) {
        dropFile(path)
      }
    }
    guard folderIndex.waiting.isEmpty else { return startTurn(connection) }
    folderIndex.progress?.end(connection)
    folderIndex.progress = nil
    if settings.take(folderIndex.nearby) { settingsChanged(connection) }
  }

  /// Forgets a file, or all files of a folder.
  private mutating func dropFile(_ path: FilePath) {
    let known = folderIndex.files
    let gone = known[path] == nil ? known.keys.filter { $0.inside(path) != nil } : [path]
    for path in gone {
      guard let entry = folderIndex.files.removeValue(forKey: path) else { continue }
      summaries.setFile(entry.uri, nil)
    }
  }

  /// The client may write the name of a file in another way than the index did.
  mutating func nameFile(_ uri: DocumentURI) {
    guard let path = FilePath(uri), let known = folderIndex.files[path]?.uri, known != uri else {
      return
    }
    let summary = summaries.index[known.rawValue]
    folderIndex.files[path]?.uri = uri
    summaries.setFile(known, nil)
    summaries.setFile(uri, summary)
  }

  private mutating func beginProgress(_ connection: Client<ServerState>) {
    guard folderIndex.progress == nil else { return }
    resultCount &+= 1
    let progress = IndexProgress(token: ProgressToken("resolute/index/\(resultCount)"))
    folderIndex.progress = progress
    connection.request(WorkDoneProgressCreateRequest(token: progress.token)) { state, result in
      // Where nothing is left to do, or the client does not want it, nothing is shown.
      guard case .success = result else { return }
      state.folderIndex.progress?.begin(progress.token, connection)
    }
  }
}

/// What the client shows of the index being made.
struct IndexProgress: Sendable {
  let token: ProgressToken
  private var isShown = false
  private var pace = ProgressPace()
  /// Files that were looked at.
  private var count = 0

  init(token: ProgressToken) { self.token = token }

  /// The client has made a place for it.
  mutating func begin(_ token: ProgressToken, _ connection: Client<ServerState>) {
    guard token == self.token else { return }
    isShown = true
    send(.begin(title: "Reading texts", cancellable: false), connection)
  }

  mutating func report(_ count: Int, _ connection: Client<ServerState>) {
    self.count = count
    guard isShown, pace.isDue() else { return }
    send(.report(message: "\(count) texts"), connection)
  }

  func end(_ connection: Client<ServerState>) {
    if isShown { send(.end(message: "\(count) texts"), connection) }
  }

  private func send(_ value: WorkDoneProgress, _ connection: Client<ServerState>) {
    connection.notify(ProgressNotification(token: token, value: value))
  }
}
