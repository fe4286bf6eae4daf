internal import TextModel

/// Edits made one list after the other, as one list on the first text.
struct EditComposition {
  private enum Piece {
    case kept(Range<Int>)
    case written([UInt8])

    var count: Int {
      switch self {
      case .kept(let range): range.count
      case .written(let bytes): bytes.count
      }
    }

    /// The bytes behind the first ones.
    func dropping(_ count: Int) -> Piece {
      switch self {
      case .kept(let range): .kept((range.lowerBound + min(count, range.count))..<range.upperBound)
      case .written(let bytes): .written(Array(bytes.dropFirst(count)))
      }
    }

    func prefix(_ count: Int) -> Piece {
      switch self {
      case .kept(let range): .kept(range.lowerBound..<(range.lowerBound + min(count, range.count)))
      case .written(let bytes): .written(Array(bytes.prefix(count)))
      }
    }
  }

  private var pieces: [Piece]
  private let size: Int

  init(size: Int) {
    self.size = size
    pieces = [.kept(0..<size)]
  }

  /// - Parameter edits: on the text behind all edits so far, by offset, not overlapping.
  mutating func append(_ edits: [TextEdit]) {
    var result: [Piece] = []
    var rest = pieces[...]
    var at = 0
    func take(_ count: Int, keep: Bool) {
      var count = count
      while count > 0, let first = rest.first {
        let part = min(count, first.count)
        if keep, part > 0 { result.append(first.prefix(part)) }
        rest.removeFirst()
        if part < first.count { rest = [first.dropping(part)] + rest }
        count -= part
        at += part
      }
    }
    for edit in edits where edit.range.lowerBound >= at {
      take(edit.range.lowerBound - at, keep: true)
      take(edit.range.count, keep: false)
      if !edit.replacement.isEmpty { result.append(.written(edit.replacement)) }
    }
    pieces = result + rest
  }

  /// By offset in the first text, not overlapping.
  var edits: [TextEdit] {
    var edits: [TextEdit] = []
    var at = 0
    var written: [UInt8] = []
    func close(_ next: Int) {
      if next > at || !written.isEmpty {
        edits.append(TextEdit(range: at..<next, replacement: written))
      }
      written = []
    }
    for piece in pieces {
      switch piece {
      case .written(let bytes): written += bytes
      case .kept(let range):
        guard !range.isEmpty else { continue }
        close(range.lowerBound)
        at = range.upperBound
      }
    }
    close(size)
    return edits
  }
}
