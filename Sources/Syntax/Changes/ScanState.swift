internal import TextModel

/// What a search for marks of tracked changes must know of the lines before: behind equal states the
/// same bytes have the same marks.
struct ScanState: Equatable, Sendable {
  enum Inside: Equatable, Sendable {
    case text, comment
    /// Fenced code with the byte of its fence.
    case fence(UInt8)
  }

  enum Sign: UInt8, Sendable {
    case insertion, deletion, substitution, comment, highlight, insertionTag, deletionTag, strike
  }

  struct Open: Equatable, Sendable {
    var sign: Sign
    /// Of a substitution: whether `~>` came.
    var hasMiddle: Bool
  }

  var inside = Inside.text
  /// Signs that wait for their partner; the outer before the inner.
  var open: [Open] = []

  var isTrivial: Bool { inside == .text && open.isEmpty }
}

/// What the search finds in one section of the text as written.
final class ScannedSection: Sendable {
  let before: ScanState
  let after: ScanState
  /// For each of `after.open`, its place in `before.open`; `nil` for a sign of this section.
  let origins: [Int?]
  /// Signs of `before.open` that find their partner here.
  let closed: [Int]
  /// Marks that end here.
  let count: Int
  /// No sign of another section ends here.
  private let isOwn: Bool

  private init(before: ScanState, _ scanner: ChangeScanner) {
    self.before = before
    after = scanner.state
    origins = scanner.origins
    closed = scanner.closed
    count = scanner.marks.count + scanner.closed.count
    isOwn = scanner.isOwn
  }

  /// `nil` where there is nothing, as in most sections.
  static func scan(_ section: Section, after state: ScanState) -> ScannedSection? {
    let scan = section.source.withByteView { view in
      var scanner = ChangeScanner(view, after: state)
      scanner.run()
      return ScannedSection(before: state, scanner)
    }
    return state.isTrivial && scan.after.isTrivial && scan.count == 0 ? nil : scan
  }

  /// Whether two scans of the same bytes have the same marks, all of them inside the section.
  static func areAlike(_ left: ScannedSection?, _ right: ScannedSection?) -> Bool {
    left === right
      || left?.isOwn != false && right?.isOwn != false
        && left?.before.inside ?? .text == right?.before.inside ?? .text
  }

  /// Whether the signs open behind the section are not those open before it, one by one.
  var changesOpen: Bool {
    !closed.isEmpty || origins.count != before.open.count
      || origins.enumerated().contains { $0.offset != $0.element }
  }
}
