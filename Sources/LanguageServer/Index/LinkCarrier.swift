import Features
import LanguageServerProtocol
import Rules
import Syntax
import TextModel
import Workspace

/// Finds the Markdown links that moves of files break, in open texts and in the files of the client's
/// folders, and mends them.
struct LinkCarrier: Sendable {
  let moves: FileMoves
  let roots: WorkspaceRoots
  let names: [FilePath: DocumentURI]
  let encoding: PositionEncoding
  private var open: Set<FilePath> = []
  private var done: [TextDocumentEdit] = []

  init(
    moves: FileMoves, roots: WorkspaceRoots, names: [FilePath: DocumentURI],
    encoding: PositionEncoding
  ) {
    self.moves = moves
    self.roots = roots
    self.names = names
    self.encoding = encoding
  }

  /// - Parameter draft: `nil` for a text that cannot be edited.
  mutating func takeOpen(_ uri: DocumentURI, version: Int?, _ draft: Draft?) {
    guard let path = FilePath(uri) else { return }
    open.insert(path)
    guard let draft else { return }
    let edits = edits(draft, path)
    if !edits.isEmpty { done.append(TextDocumentEdit(uri: uri, version: version, edits: edits)) }
  }

  /// All edits: those of open texts, then those of files, which are read one by one.
  func edits() -> [TextDocumentEdit] {
    var all = done
    let reader = FileReader(limit: IndexReader.limit)
    var silent = RuleSettings()
    silent.ignore = Set(RuleInfo.groups)
    var discovery = Discovery(roots.paths)
    while let found = discovery.next() {
      guard case .file(let path, _) = found, !open.contains(path),
        let bytes = try? reader.read(path).bytes, mayHoldLinks(bytes, path)
      else { continue }
      let edits = edits(Draft(Document(bytes), settings: silent), path)
      guard !edits.isEmpty else { continue }
      let uri = names[path] ?? roots.uri(of: path)
      all.append(TextDocumentEdit(uri: uri, version: nil, edits: edits))
    }
    return all
  }

  /// A look at the bytes, so that few files are taken apart.
  private func mayHoldLinks(_ bytes: [UInt8], _ path: FilePath) -> Bool {
    guard bytes.holds(Array("](".utf8)) else { return false }
    return moves.changesFolder(of: path)
      || moves.names.contains { name in
        bytes.holds(name) || bytes.holds(Array(percentEncoded(name).utf8)) || bytes.contains(0x25)
      }
  }

  private func edits(_ draft: Draft, _ path: FilePath) -> [LanguageServerProtocol.TextEdit] {
    let map = PositionMap(document: draft.document, encoding: encoding)
    return draft.links().compactMap { link in
      guard case .file(let whole) = link.target else { return nil }
      let target = String(
        decoding: whole.utf8.prefix { $0 != 0x23 && $0 != 0x3F }, as: UTF8.self)
      guard let new = moves.target(target, in: path) else { return nil }
      let start = link.range.lowerBound
      let range = start..<start.advanced(by: target.utf8.count)
      return LanguageServerProtocol.TextEdit(range: map.range(of: range), newText: new)
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand in these.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard let head = wanted.first else { return true }
    var rest = self[...]
    while let place = rest.firstIndex(of: head) {
      rest = rest.suffix(from: place)
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
