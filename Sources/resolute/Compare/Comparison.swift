import Grammar
import Revision
import Semantics
import Syntax
import TextModel

/// One of the two editions.
struct ComparedText {
  let path: String
  /// As written.
  let bytes: [UInt8]
  /// Where both editions are sides of one text with tracked changes, which one this is.
  let shownSide: TrackedChanges.Side?
  /// Of the resolution that is compared.
  let meaning: SectionMeaning
  let digest: EditionDigest
  /// Byte offset of the resolution in the side that was read.
  private let start: Int
  private let side: ResolvedText

  /// - Parameters:
  ///   - side: which of the two editions of a text with tracked changes is meant; `nil` where it is one
  ///     of two texts, which then counts as all its changes accepted.
  ///   - name: which resolution of the text is wanted; the first where none is called so.
  init?(
    path: String, bytes: [UInt8], side shownSide: TrackedChanges.Side? = nil, profile: Profile?,
    like name: TextName? = nil
  ) {
    let side = ResolvedText(bytes, side: shownSide ?? .accepted)
    let text = TextMeaning(Document(side.bytes), profile: profile)
    let recognised = text.sections.indices.filter { text.sections[$0].resolution.isRecognised }
    let wanted = recognised.first { name != nil && TextName(of: text.sections[$0]) == name }
    guard let index = wanted ?? recognised.first,
      let digest = EditionDigest(text, resolution: index)
    else { return nil }
    self.path = path
    self.bytes = bytes
    self.shownSide = shownSide
    self.digest = digest
    self.side = side
    meaning = text.sections[index]
    start = text.document.starts[index]
  }

  var title: String { digest.title }
  var subject: String { meaning.plainText(meaning.resolution.subject) }

  /// The path, and which side of the text it is.
  var source: String {
    switch shownSide {
    case nil: path
    case .rejected: path + ", all changes rejected"
    case .accepted: path + ", all changes accepted"
    }
  }

  func text(of paragraph: Int) -> String {
    let paragraphs = meaning.resolution.paragraphs
    return paragraphs.indices.contains(paragraph)
      ? meaning.plainText(paragraphs[paragraph].text) : ""
  }

  func texts(of paragraphs: [Int]) -> String {
    // The border between two paragraphs that became one, or one that became two.
    paragraphs.map { text(of: $0) }.joined(separator: " ¶ ")
  }

  /// In the whole text as written.
  func range(of span: Span) -> Range<Int> {
    side.origin(of: (span.lower + start)..<(max(span.lower, span.upper) + start))
  }

  func label(of paragraph: Int) -> String {
    let label = digest.paragraphs[paragraph].label
    if !label.isEmpty { return label }
    return meaning.resolution.paragraphs[paragraph].kind == .bullet ? "–" : ""
  }

  /// "instructs the Council 2"; a paragraph of an annex without clauses says so.
  func name(of paragraph: Int) -> String {
    let name = digest.name(of: paragraph)
    guard digest.paragraphs[paragraph].clause < 0 else { return name }
    return name.isEmpty ? "annex" : "annex \(name)"
  }
}

/// What a revision changed, in the order of the new edition.
struct Comparison {
  /// Paragraphs that belong together and what happened to them.
  struct Row {
    var link: Alignment.Link
    var pieces: [WordDifference.Piece]
    /// The clause that it comes from, where that is another one.
    var origin: String?

    var change: Alignment.Change { link.change }
    var isSame: Bool { change.isEmpty }
  }

  /// A clause, or what an annex has outside clauses.
  struct Group {
    var old: String?
    var new: String?
    var rows: [Row] = []

    var isNew: Bool { old == nil }
    var isDeleted: Bool { new == nil }
    var isRenamed: Bool { old != nil && new != nil && old != new }
    var isSame: Bool { !isNew && !isDeleted && !isRenamed && rows.allSatisfy(\.isSame) }
  }

  let old: ComparedText
  let new: ComparedText
  let alignment: Alignment
  private(set) var groups: [Group] = []
  let followed: [FollowedReference]

  init(_ old: ComparedText, _ new: ComparedText) {
    self.old = old
    self.new = new
    alignment = Alignment(AlignmentBase(old.digest), new.digest)
    followed = alignment.followedReferences
    groups = makeGroups()
  }

  /// The two are editions of one resolution, as far as their titles tell.
  var isSameResolution: Bool {
    guard let one = old.digest.name, let other = new.digest.name else { return true }
    return one == other
  }

  // MARK: - Groups

  private func makeGroups() -> [Group] {
    var groups = alignment.clauses.map { link in
      Group(
        old: link.old.map { old.digest.clauses[$0].heading },
        new: link.new.map { new.digest.clauses[$0].heading })
    }
    var ofNew: [Int: Int] = [:]
    var ofOld: [Int: Int] = [:]
    for (index, link) in alignment.clauses.enumerated() {
      if let clause = link.new { ofNew[clause] = index }
      if let clause = link.old { ofOld[clause] = index }
    }
    var annex = Group(old: "annex", new: "annex")
    for link in alignment.links {
      let row = row(link)
      let clause = clause(of: link)
      let group = clause.isNew ? ofNew[clause.index] : ofOld[clause.index]
      if let group { groups[group].rows.append(row) } else { annex.rows.append(row) }
    }
    return annex.rows.isEmpty ? groups : groups + [annex]
  }

  private func clause(of link: Alignment.Link) -> (index: Int, isNew: Bool) {
    if let first = link.new.first { return (new.digest.paragraphs[first].clause, true) }
    return (link.old.first.map { old.digest.paragraphs[$0].clause } ?? -1, false)
  }

  private func row(_ link: Alignment.Link) -> Row {
    let pieces: [WordDifference.Piece]
    if link.old.isEmpty || link.new.isEmpty {
      let kind = link.old.isEmpty ? WordDifference.Kind.inserted : .deleted
      pieces = [.init(kind: kind, text: new.texts(of: link.new) + old.texts(of: link.old))]
    } else {
      pieces = WordDifference.pieces(from: old.texts(of: link.old), to: new.texts(of: link.new))
    }
    var origin: String?
    if link.change.contains(.moved), let from = link.old.first, let to = link.new.first {
      let (was, now) = (old.digest.paragraphs[from].clause, new.digest.paragraphs[to].clause)
      let isOther = now < 0 || was < 0 ? now != was : alignment.origin(ofNewClause: now) != was
      if isOther { origin = old.name(of: from) }
    }
    return Row(link: link, pieces: pieces, origin: origin)
  }

  // MARK: - Words

  /// What happened to a row, in words.
  func kinds(of row: Row) -> [String] {
    var kinds = Self.names.filter { row.change.contains($0.change) }.map(\.name)
    if let origin = row.origin, let at = kinds.firstIndex(of: "moved") {
      kinds[at] = "moved from \(origin)"
    }
    return kinds
  }

  static let names: [(change: Alignment.Change, name: String)] = [
    (.inserted, "new"), (.deleted, "deleted"), (.moved, "moved"), (.split, "split"),
    (.merged, "merged"), (.relabelled, "relabelled"), (.reworded, "reworded"),
    (.references, "references changed"),
  ]

  /// `b) → c)`; one label where it is the same.
  func labels(of row: Row) -> String {
    let before = row.link.old.map { old.label(of: $0) }.joined(separator: " + ")
    let after = row.link.new.map { new.label(of: $0) }.joined(separator: " + ")
    if row.link.old.isEmpty || before == after { return after }
    if row.link.new.isEmpty { return before }
    return "\(before.isEmpty ? "(none)" : before) → \(after.isEmpty ? "(none)" : after)"
  }
}
