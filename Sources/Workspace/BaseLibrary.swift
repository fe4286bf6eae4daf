internal import Configuration
public import Rules
internal import Semantics
internal import Synchronization
public import TextModel

/// Earlier editions on disk, found by title and read when a draft is compared with them. What was read
/// is kept as long as the file stays as it is.
public final class BaseLibrary: Sendable {
  private struct Kept {
    var stamp: FileStamp
    var editions: [BaseEdition]
  }

  private struct Memory {
    var files: [FilePath: Kept] = [:]
    /// Shelves of folders that no walk has come to.
    var folders: [FilePath: (stamp: FileStamp?, shelf: BaseShelf)] = [:]
    var reports: [FilePath: ProblemReport] = [:]
  }

  /// Texts of a folder whose titles are read because a draft stands beside them.
  private static let most = 300
  /// Bytes of a text that is read whole.
  private static let limit = 16 << 20

  private let known: BaseShelf
  private let walked: Set<String>
  private let encoding: PositionEncoding
  private let naming: @Sendable (FilePath) -> String
  private let memory: Memories

  private final class Memories: Sendable {
    let memory = Mutex(Memory())
  }

  /// - Parameters:
  ///   - texts: those that are known already; a draft that is not among them is looked for in its own
  ///     folder.
  ///   - encoding: of the columns of places in bases.
  ///   - naming: how findings name a file; as its path unless given.
  public init(
    _ texts: [NearbyText], encoding: PositionEncoding,
    naming: @escaping @Sendable (FilePath) -> String = { $0.text }
  ) {
    self.encoding = encoding
    self.naming = naming
    walked = Set(texts.map(\.name))
    let memory = Memories()
    self.memory = memory
    known = BaseShelf(texts) { Self.read(FilePath($0), encoding, naming, memory) }
  }

  /// Finds the earlier edition beside a text, or among those that are known.
  public func finder(for path: FilePath) -> BaseFinder {
    if walked.contains(path.text) { return known.finder(for: path.text) }
    // Read when a reference asks for the first time, not for every text that is named.
    let folder = path.folder
    return BaseFinder { name, year in
      self.shelf(of: folder).base(of: name, year, for: path.text)
    }
  }

  private func shelf(of folder: FilePath) -> BaseShelf {
    // A text that comes, goes or is renamed leaves its mark on the folder.
    let stamp = folder.status().map { FileStamp($0) }
    if let known = memory.memory.withLock({ $0.folders[folder] }), known.stamp == stamp {
      return known.shelf
    }
    let reader = FileReader()
    var walk = FolderWalk(folder, named: NamedEntries(), reader: reader, isFlat: true)
    var texts: [NearbyText] = []
    var count = 0
    while count < Self.most, let found = walk.next() {
      guard case .file(var path, _) = found else { continue }
      count += 1
      // A bare name stays one, so that a text is known again.
      if folder == FilePath(".") { path = FilePath(bytes: Array(path.name)) }
      if let front = try? reader.readFront(path, count: NearbyText.frontLength),
        let text = NearbyText(front: front, name: path.text)
      {
        texts.append(text)
      }
    }
    let shelf = BaseShelf(texts) { [encoding, naming, memory] in
      Self.read(FilePath($0), encoding, naming, memory)
    }
    memory.memory.withLock { $0.folders[folder] = (stamp, shelf) }
    return shelf
  }

  private static func read(
    _ path: FilePath, _ encoding: PositionEncoding, _ naming: (FilePath) -> String,
    _ memory: Memories
  ) -> [BaseEdition] {
    let reader = FileReader(limit: limit)
    guard let stamp = reader.stamp(path) else { return [] }
    if let kept = memory.memory.withLock({ $0.files[path] }), kept.stamp == stamp {
      return kept.editions
    }
    guard let contents = try? reader.read(path) else { return [] }
    let editions = BaseEdition.editions(
      of: contents.bytes, file: naming(path), encoding: encoding)
    memory.memory.withLock { memory in
      if memory.files.count >= 64 { memory.files = [:] }
      memory.files[path] = Kept(stamp: contents.stamp, editions: editions)
    }
    return editions
  }

  /// The bases that texts were compared with, and those that could not be read: whose change may change
  /// findings.
  var files: [FilePath] {
    memory.memory.withLock { Array(Set($0.files.keys).union($0.reports.keys)) }
  }

  // MARK: - A base that someone named

  /// - Parameter isOption: it was named on the command line.
  /// - Returns: no finder, and what is wrong, where the file cannot be read or holds no resolution.
  func finder(reading file: FilePath, for path: FilePath, named: NamedFile, isOption: Bool)
    -> (finder: BaseFinder?, report: ProblemReport?)
  {
    if file == path || file.name == path.name && file.resolved() == path.resolved() {
      return (nil, nil)
    }
    do {
      _ = try FileReader(limit: Self.limit).readFront(file, count: 1)
    } catch {
      return (nil, report(named, file, error.message, isOption))
    }
    let editions = Self.read(file, encoding, naming, memory)
    guard !editions.isEmpty else {
      return (
        nil, report(named, file, "not recognised as a resolution, so it is no base", isOption)
      )
    }
    return (BaseFinder { name, _ in BaseEdition.named(name, among: editions) }, nil)
  }

  /// One report for each file, however many texts it concerns.
  private func report(
    _ named: NamedFile, _ file: FilePath, _ message: String, _ isOption: Bool
  ) -> ProblemReport {
    let new = problem(named, message, isOption: isOption)
    return memory.memory.withLock { memory in
      if let known = memory.reports[file] { return known }
      memory.reports[file] = new
      return new
    }
  }

  func problem(_ named: NamedFile, _ message: String, isOption: Bool = false) -> ProblemReport {
    if isOption {
      return ProblemReport([
        ConfigurationProblem(file: "--base '\(named.path)'", message: message)
      ])
    }
    return ProblemReport([
      ConfigurationProblem(
        file: named.file, line: named.line, column: named.column,
        message: "base '\(named.path)': \(message)")
    ])
  }
}
