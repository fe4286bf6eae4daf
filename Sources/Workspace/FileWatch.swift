import Glibc

/// Waits for changes of texts by looking at them again and again, which works on every file system.
public struct FileWatch {
  private let operands: [FilePath]
  private var texts: [FilePath: FileStamp]
  private var others: [FilePath: FileStamp?] = [:]
  private let reader = FileReader()

  /// Between two looks, in microseconds; more where a look takes long.
  private static let pause: UInt32 = 250_000

  /// What is there now counts as known.
  /// - Parameter operands: files and folders.
  public init(_ operands: [FilePath]) {
    self.operands = operands
    texts = [:]
    texts = look()
  }

  /// Waits until a text is changed, new or gone, or another file is.
  ///
  /// - Parameter files: files beside the texts, which need not exist.
  /// - Returns: whether one of the other files has changed.
  public mutating func wait(alsoFor files: [FilePath]) -> Bool {
    for file in files where others[file] == nil { others[file] = .some(reader.stamp(file)) }
    while true {
      let start = Self.now()
      let new = look()
      let newOthers = others.keys.reduce(into: [:]) { $0[$1] = .some(reader.stamp($1)) }
      if new != texts || newOthers != others {
        let concernsOthers = newOthers != others
        texts = new
        others = newOthers
        return concernsOthers
      }
      let spent = UInt32(clamping: Int((Self.now() - start) * 1e6))
      usleep(max(Self.pause, min(spent, 500_000) * 4))
    }
  }

  private func look() -> [FilePath: FileStamp] {
    var discovery = Discovery(operands)
    var found: [FilePath: FileStamp] = [:]
    while let item = discovery.next() {
      guard case .file(let path, _) = item, let stamp = reader.stamp(path) else { continue }
      found[path] = stamp
    }
    return found
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
