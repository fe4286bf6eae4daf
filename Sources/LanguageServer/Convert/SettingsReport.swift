import Configuration
import LanguageServerProtocol
import TextModel
import Workspace

/// What is wrong with files of settings and with registers, as diagnostics of these files.
struct SettingsReport: Sendable {
  /// One JSON list for each file that has something wrong, by the name that the client would give it.
  private(set) var lists: [DocumentURI: [UInt8]] = [:]

  init() {}

  /// Reads the files for the places in them.
  init(
    _ problems: some Sequence<ConfigurationProblem>, roots: WorkspaceRoots,
    encoding: PositionEncoding
  ) {
    for (file, problems) in Dictionary(grouping: problems, by: \.file) {
      guard let file, let path = FilePath(file).resolved() else { continue }
      let text = SettingsText((try? FileReader(limit: 1 << 20).read(path).bytes) ?? [], encoding)
      let sorted = problems.sorted {
        ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message)
      }
      let diagnostics = sorted.map { problem in
        Diagnostic(
          range: text.range(line: problem.line, column: problem.column), severity: .warning,
          source: "resolute", message: problem.message)
      }
      lists.updateValue(diagnostics.jsonBytes, forKey: roots.uri(ofResolved: path))
    }
  }
}

/// A file of settings as the client counts its places.
private struct SettingsText {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let encoding: PositionEncoding

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    // A byte order mark is none of the text's characters.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    lines = LineIndex(self.bytes)
    self.encoding = encoding
  }

  /// The value or key at a place; the beginning of the file for line 0.
  /// - Parameters: from 1; the column in bytes.
  func range(line: Int, column: Int) -> PositionRange {
    guard line > 0, line <= lines.starts.count else {
      return PositionRange(start: zero, end: zero)
    }
    let start = min(bytes.count, lines.start(ofLine: line &- 1).advanced(by: max(0, column &- 1)))
    return PositionRange(start: position(start), end: position(endOfValue(from: start)))
  }

  private var zero: Position { Position(line: 0, character: 0) }

  private func position(_ offset: Int) -> Position {
    let place = lines.position(of: offset, in: bytes, encoding: encoding)
    return Position(line: place.line, character: place.column)
  }

  /// The end of a string, else of a run without blanks and commas, on the same line.
  private func endOfValue(from start: Int) -> Int {
    let rest = bytes.dropFirst(start)
    guard rest.first == UInt8(ascii: "\"") else {
      return rest.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ",") } ?? bytes.count
    }
    var isEscaped = false
    for (offset, byte) in zip(rest.indices, rest).dropFirst() {
      if byte == 0x0A || byte == 0x0D { return offset }
      if byte == UInt8(ascii: "\""), !isEscaped { return offset.advanced(by: 1) }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return bytes.count
  }
}

extension WorkspaceRoots {
  /// The name of a file whose path is free of links, though the path of the client's folder may not be.
  func uri(ofResolved path: FilePath) -> DocumentURI {
    for root in paths {
      guard let resolved = root.resolved(), let below = path.inside(resolved) else { continue }
      return uri(of: root.appending(below))
    }
    return DocumentURI(path)
  }
}

extension ServerState {
  /// Brings what is known of files of settings up to date, and pushes it where it changed.
  mutating func publishSettings(_ connection: Client<ServerState>) {
    guard settingsMark != settings.problemMark, settings.isInUse || texts.isEmpty else { return }
    settingsMark = settings.problemMark
    let old = settingsReport
    settingsReport = SettingsReport(settings.seen, roots: folderIndex.roots, encoding: encoding)
    guard pushesDiagnostics else { return }
    for uri in Set(old.lists.keys).union(settingsReport.lists.keys).sorted(by: {
      $0.rawValue < $1.rawValue
    }) where old.lists[uri] != settingsReport.lists[uri] {
      let list = settingsReport.lists[uri] ?? Array("[]".utf8)
      connection.notify(
        PublishDiagnosticsNotification(uri: uri, diagnostics: .written(list)))
    }
  }
}
