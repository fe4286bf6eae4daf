/// One kind of generated text. A new kind is a new file with a `Step` and a line in `steps`.
protocol Step: Sendable {
  /// Folders, relative to the root, that hold nothing but this step's files.
  var folders: [String] { get }
  /// All files of the step, in the order of their paths.
  func outputs(root: String) throws -> [Output]
}

let steps: [any Step] = [
  GrammarStep(), RulesStep(), CatalogueStep(), SchemaStep(), EditorsStep(),
  VSCodeStep(), TrustStep(), SiteStep(),
]

/// A generated file: its path relative to the package's root, and its whole text.
struct Output: Equatable, Sendable {
  var path: String
  var text: String

  /// The paths of files that are missing or differ on disk, and of files that no step gives.
  static func stale(_ outputs: [Output], root: String, folders: [String]) throws -> [String] {
    var stale = outputs.filter { (try? Files.read(root + "/" + $0.path)) != $0.text }.map(\.path)
    stale += try strangers(outputs, root: root, folders: folders)
    return stale.sorted()
  }

  /// Writes what differs, removes what no step gives, and says which paths were touched.
  static func write(_ outputs: [Output], root: String, folders: [String]) throws -> [String] {
    let stale = Set(try stale(outputs, root: root, folders: folders))
    for output in outputs where stale.contains(output.path) {
      try Files.write(output.text, to: root + "/" + output.path)
    }
    for path in try strangers(outputs, root: root, folders: folders) {
      try Files.remove(root + "/" + path)
    }
    return stale.sorted()
  }

  private static func strangers(_ outputs: [Output], root: String, folders: [String]) throws
    -> [String]
  {
    let known = Set(outputs.map(\.path))
    return try folders.flatMap { folder in
      try Files.list(root + "/" + folder).map { folder + "/" + $0 }
    }.filter { !known.contains($0) }
  }
}
