internal import TextModel

/// What became of the clauses and paragraphs of an edition in the next one. A paragraph is matched only
/// where content and place leave no doubt; what is in doubt counts as deleted here and inserted there,
/// and can be asked for with `candidates(forOld:)`.
public struct Alignment: Sendable {
  /// What happened to a paragraph; empty where it is the same in words, label and place.
  public struct Change: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Its words are others; case, punctuation and the labels in references do not count.
    public static let reworded = Change(rawValue: 1)
    /// It stands in another clause, or passed paragraphs that kept their order.
    public static let moved = Change(rawValue: 2)
    /// The labels that lead to it are others.
    public static let relabelled = Change(rawValue: 4)
    /// Nothing in the old edition is surely its origin.
    public static let inserted = Change(rawValue: 8)
    /// Nothing in the new edition surely comes from it.
    public static let deleted = Change(rawValue: 16)
    /// One old paragraph became several.
    public static let split = Change(rawValue: 32)
    /// Several old paragraphs became one.
    public static let merged = Change(rawValue: 64)
    /// The labels in its references are others.
    public static let references = Change(rawValue: 128)
  }

  /// Paragraphs that belong together: one of each edition, or several where they were split or merged.
  public struct Link: Sendable {
    /// Indices in the old edition; empty for an inserted one.
    public let old: [Int]
    /// Indices in the new edition; empty for a deleted one.
    public let new: [Int]
    /// `nil` where there is nothing to compare.
    public let likeness: Likeness?
    public let change: Change
  }

  public struct ClauseLink: Sendable {
    /// `nil` for a clause that is new.
    public let old: Int?
    /// `nil` for a clause that is gone.
    public let new: Int?
  }

  /// A paragraph that may come from another.
  public struct Candidate: Sendable {
    public let new: Int
    public let likeness: Likeness
  }

  public let base: AlignmentBase
  public let new: EditionDigest
  public var old: EditionDigest { base.digest }
  /// In the order of the new edition; a clause that is gone stands behind the one it stood behind.
  public let clauses: [ClauseLink]
  let matching: Matching
  let rows: [MatchRow]

  /// - Parameter previous: the alignment of the new edition before an edit with the same base; what did
  ///   not change is taken over.
  public init(_ base: AlignmentBase, _ new: EditionDigest, previous: Alignment? = nil) {
    self.base = base
    self.new = new
    rows = Self.rows(base, new, previous)
    let pairs = ClausePairs(base.digest, new)
    matching = Matching(base: base, new: new, rows: rows, clauses: pairs)
    clauses = pairs.links
  }

  private static func rows(_ base: AlignmentBase, _ new: EditionDigest, _ previous: Alignment?)
    -> [MatchRow]
  {
    var scores = AlignmentBase.Scores(base)
    func row(_ index: Int) -> MatchRow {
      let paragraph = new.paragraphs[index]
      return MatchRow(candidates: base.candidates(new.words[paragraph.words], &scores))
    }
    guard let previous, previous.base === base else { return new.paragraphs.indices.map(row) }
    let old = previous.new.paragraphs
    let shared = SharedEnds(old: old.count, new: new.paragraphs.count) {
      old[$0].hash == new.paragraphs[$1].hash
        && old[$0].words.count == new.paragraphs[$1].words.count
    }
    return shared.merge(previous.rows, count: new.paragraphs.count, make: row)
  }

  // MARK: - Questions

  /// The paragraphs of the new edition that an old one surely became: one, several where it was split,
  /// none where it is gone or in doubt.
  public func places(ofOld paragraph: Int) -> [Int] {
    matching.newOf.indices.contains(paragraph) ? matching.newOf[paragraph] : []
  }

  /// The paragraphs of the old edition that a new one surely comes from.
  public func origins(ofNew paragraph: Int) -> [Int] {
    matching.oldOf.indices.contains(paragraph) ? matching.oldOf[paragraph] : []
  }

  /// The clause of the old edition that a new one comes from.
  public func origin(ofNewClause clause: Int) -> Int? {
    clauses.first { $0.new == clause }?.old
  }

  /// For an old paragraph in doubt: the paragraphs without origin that it may have become, the most
  /// alike first.
  public func candidates(forOld paragraph: Int) -> [Candidate] {
    matching.candidates(forOld: paragraph, rows: rows, in: self)
  }

  /// Whether a paragraph of the new edition has no origin and is like nothing that could be one.
  func isClearlyNew(_ paragraph: Int) -> Bool {
    origins(ofNew: paragraph).isEmpty
      && !rows[paragraph].candidates.contains {
        places(ofOld: $0.old).isEmpty && $0.likeness.value >= Matching.leastCandidate
      }
  }

  /// Every paragraph of both editions once, in the order of the new one; a deleted one stands behind
  /// the paragraph that it stood behind.
  public var links: [Link] { LinkList(self).links }
}

/// The paragraphs of the base that a new paragraph is most like.
struct MatchRow: Sendable {
  let candidates: [(old: Int, likeness: Likeness)]
}
