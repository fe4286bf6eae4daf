import Dispatch
import LanguageServerProtocol
import Synchronization
import Workspace

/// One turn of the index: looks at some files and folders on a thread of its own and hands over what it
/// finds a few files at a time.
struct IndexJob: Sendable {
  /// Told to stop when the client's folders change.
  final class Stop: Sendable {
    private let flag = Atomic<Bool>(false)
    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
  }

  /// What a few files gave.
  struct Slice: Sendable {
    var files: [IndexedFile] = []
    /// What has nothing for the index; of a folder, all below it.
    var gone: [FilePath] = []
  }

  /// Nobody drafts in a folder with more texts; who opens a whole disk must not wait for it.
  static let most = 20_000
  private static let sliceLength = 32

  static let queue = DispatchQueue(label: "resolute.index", qos: .utility)

  let paths: Set<FilePath>
  let roots: WorkspaceRoots
  let reader: IndexReader
  let stop: Stop
  /// Takes a slice; the number is that of the files looked at so far.
  let hand: @Sendable (Slice, Int) -> Void
  /// Takes what is to be said to whoever reads the log, and the files below walked folders.
  let finish: @Sendable (_ folders: [FilePath], _ seen: Set<FilePath>, _ notes: [String]) -> Void

  func start() {
    Self.queue.async { run() }
  }

  private func run() {
    var slice = Slice()
    var seen: Set<FilePath> = []
    var folders: [FilePath] = []
    var notes: [String] = []
    var count = 0
    func look(_ path: FilePath) {
      count &+= 1
      if let file = reader.read(path) {
        seen.insert(path)
        slice.files.append(file)
        if let note = file.note { notes.append(note) }
      } else {
        slice.gone.append(path)
      }
      guard slice.files.count >= Self.sliceLength || slice.gone.count >= 256 else { return }
      hand(slice, count)
      slice = Slice()
    }
    for path in paths.sorted() where !stop.isSet {
      let isReached = roots.containing(path).contains { Discovery.reaches(path, from: $0) }
      guard isReached else {
        slice.gone.append(path)
        continue
      }
      guard path.isFolder else {
        look(path)
        continue
      }
      var discovery = Discovery([path])
      while !stop.isSet, count < Self.most, let item = discovery.next() {
        switch item {
        case .file(let file, _): look(file)
        case .problem(let problem): notes.append("\(problem.path.text): \(problem.message)")
        case .standardInput: break
        }
      }
      if count >= Self.most {
        notes.append("\(path.text) has too many texts; \(count) are in the index")
      }
      folders.append(path)
    }
    hand(slice, count)
    finish(stop.isSet ? [] : folders, seen, notes)
  }
}
