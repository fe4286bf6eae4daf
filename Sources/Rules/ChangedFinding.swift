internal import Syntax

extension SectionChanges {
  /// A finding on the accepted text in the bytes as written, with those of its fixes that stay within
  /// the marks. `nil` for blanks beside a mark: whoever accepts the change takes one away.
  func asWritten(_ finding: Finding) -> Finding? {
    var moved = finding
    moved.range = origin(of: finding.range)
    if finding.rule == PunctuationSpacing.id, touchesRemoved(moved.range) { return nil }
    moved.related = finding.related.map {
      Related(message: $0.message, range: origin(of: $0.range))
    }
    moved.fixes = finding.fixes.compactMap { fix in
      origin(of: fix.edits).map { Fix(title: fix.title, safety: fix.safety, edits: $0) }
    }
    return moved
  }
}
