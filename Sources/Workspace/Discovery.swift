import Glibc

/// What the arguments of a command lead to.
public enum Discovered: Sendable, Equatable {
  /// A file to read; `named` if it was an argument itself.
  case file(FilePath, named: Bool)
  case standardInput
  case problem(WorkspaceError)
}

/// Finds the texts that the arguments name, one at a time.
///
/// - A file is taken as it is, whatever its extension and whatever the ignore files say.
/// - A folder is walked: extensions `.md .markdown .txt .resolution`, hidden names passed over,
///   `.gitignore` and `.resoluteignore` honoured, links to files followed, links to folders not
///   but told of.
/// - `-` is standard input.
///
/// The order is the byte order of the paths as reported, whatever the order of the arguments. What
/// two arguments lead to comes once, under the name of the argument that names it most closely.
public struct Discovery {
  private struct Source {
    var head: (key: FilePath, item: Discovered)
    var walk: FolderWalk?
  }

  /// By descending key: the next one is at the end.
  private var sources: [Source] = []

  /// - Parameter standardInputName: where `-` stands in the order.
  public init(
    _ arguments: [FilePath], standardInputName: FilePath = FilePath("-"),
    reader: FileReader = FileReader()
  ) {
    var named = NamedEntries()
    var folders: [FilePath] = []
    var heads: [(key: FilePath, item: Discovered)] = []
    var spelled: Set<FilePath> = []
    for argument in arguments where spelled.insert(argument).inserted {
      if argument.bytes == [UInt8(ascii: "-")] {
        heads.append((standardInputName, .standardInput))
      } else if let status = argument.status() {
        guard named.insert(status, name: argument.name) else { continue }
        if status.isFolder {
          folders.append(argument)
        } else if status.isRegular {
          heads.append((argument, .file(argument, named: true)))
        } else {
          let message = "\(status.kindName), not a file; use - to read a text from standard input"
          heads.append((argument, .problem(WorkspaceError(path: argument, message: message))))
        }
      } else {
        heads.append((argument, .problem(WorkspaceError(path: argument, code: errno))))
      }
    }
    sources = heads.map { Source(head: $0, walk: nil) }
    // With one argument there is nothing that another could lead to.
    let others = spelled.count > 1 ? named : NamedEntries()
    for folder in folders {
      var walk = FolderWalk(folder, named: others, reader: reader)
      if let item = walk.next() { sources.append(Source(head: (Self.key(item), item), walk: walk)) }
    }
    sources.sort { $0.head.key > $1.head.key }
  }

  public mutating func next() -> Discovered? {
    guard var source = sources.popLast() else { return nil }
    let item = source.head.item
    if let following = source.walk?.next() {
      source.head = (Self.key(following), following)
      insert(source)
    }
    return item
  }

  private mutating func insert(_ source: Source) {
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if sources[middle].head.key > source.head.key { low = middle + 1 } else { high = middle }
    }
    sources.insert(source, at: low)
  }

  private static func key(_ item: Discovered) -> FilePath {
    switch item {
    case .file(let path, _): path
    case .problem(let error): error.path
    case .standardInput: FilePath("-")
    }
  }
}
