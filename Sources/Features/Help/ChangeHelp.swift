internal import Semantics
internal import Syntax

extension SectionMeaning {
  /// The innermost mark of a tracked change at an offset in the section as written.
  func change(at offset: Int) -> TrackedChanges.Mark? {
    section.changes?.marks.last { $0.range.contains(offset) }
  }

  /// What a tracked change does at an offset, with the words of its other side.
  func help(for mark: TrackedChanges.Mark, at offset: Int) -> HelpText {
    var help = HelpText()
    switch mark.kind {
    case .comment: help.title("Comment", words(mark.old))
    case .highlight: help.title("Marked")
    case .insertion:
      help.title("Inserted")
      if let old = neighbour(of: mark, { $0.kind == .deletion })?.old {
        help.title("Deleted", words(old))
      }
    case .deletion:
      help.title("Deleted", words(mark.old))
      if let new = neighbour(of: mark, { $0.kind == .insertion })?.new {
        help.title("Inserted", words(new))
      }
    case .substitution:
      help.title("Deleted", words(mark.old))
      help.title("Inserted", words(mark.new))
    }
    for note in comments(behind: mark) { help.title("Comment", words(note.old)) }
    return help
  }

  /// The mark that touches another one: what was written in place of what was deleted.
  private func neighbour(
    of mark: TrackedChanges.Mark, _ isWanted: (TrackedChanges.Mark) -> Bool
  ) -> TrackedChanges.Mark? {
    section.changes?.marks.first {
      ($0.range.lowerBound == mark.range.upperBound
        || $0.range.upperBound == mark.range.lowerBound) && isWanted($0)
    }
  }

  private func comments(behind mark: TrackedChanges.Mark) -> [TrackedChanges.Mark] {
    guard mark.kind != .comment else { return [] }
    return section.changes?.marks.filter {
      $0.kind == .comment && $0.range.lowerBound == mark.range.upperBound
    } ?? []
  }

  /// Bytes as written on one line, cut when there are many.
  private func words(_ range: Range<Int>) -> String {
    let limit = 300
    let bytes = section.source.dropFirst(range.lowerBound).prefix(range.count)
    let text = String(decoding: bytes.prefix(limit), as: UTF8.self)
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    return bytes.count > limit ? line + " …" : line
  }
}
