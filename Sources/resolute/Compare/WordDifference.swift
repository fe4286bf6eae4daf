/// What became of the words of a paragraph.
enum WordDifference {
  enum Kind: String, Sendable, Equatable {
    case same
    case deleted
    case inserted
  }

  /// Words that stand together, blanks between them.
  struct Piece: Sendable, Equatable {
    var kind: Kind
    var text: String
  }

  /// Between two changes, so few equal words are read more easily as changed.
  private static let islet = 2

  static func pieces(from old: String, to new: String) -> [Piece] {
    let (old, new) = (words(old), words(new))
    var changes = LineDifference.changes(from: old, to: new)
    changes = joined(changes, old)
    var pieces: [Piece] = []
    func add(_ kind: Kind, _ words: ArraySlice<ArraySlice<UInt8>>) {
      guard !words.isEmpty else { return }
      let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      pieces.append(Piece(kind: kind, text: text))
    }
    var at = 0
    for change in changes {
      add(.same, old[at..<change.old.lowerBound])
      add(.deleted, old[change.old])
      add(.inserted, new[change.new])
      at = change.old.upperBound
    }
    add(.same, old[at...])
    return pieces
  }

  private static func words(_ text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: 0x20)
  }

  /// Replacements with an islet between them become one; what is only put in or taken out stays apart.
  private static func joined(
    _ changes: [LineDifference.Change], _ old: [ArraySlice<UInt8>]
  ) -> [LineDifference.Change] {
    var result: [LineDifference.Change] = []
    for change in changes {
      if let last = result.last, change.old.lowerBound - last.old.upperBound <= islet,
        !last.old.isEmpty, !last.new.isEmpty, !change.old.isEmpty, !change.new.isEmpty
      {
        result[result.count - 1] = LineDifference.Change(
          old: last.old.lowerBound..<change.old.upperBound,
          new: last.new.lowerBound..<change.new.upperBound)
      } else {
        result.append(change)
      }
    }
    return result
  }
}
