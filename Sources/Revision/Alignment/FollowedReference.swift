/// A reference of the new edition whose labels do not name the paragraphs that the reference of the old
/// edition named.
public struct FollowedReference: Sendable {
  /// What became of one paragraph that the old reference named.
  public struct Target: Sendable {
    /// Index in the old edition.
    public let old: Int
    /// Indices in the new edition; several where it was split; empty where it is gone or in doubt.
    public let new: [Int]
    /// Where it is in doubt: what it may have become.
    public let candidates: [Alignment.Candidate]
    /// It went into one paragraph with others.
    public let isMerged: Bool

    /// Nothing in the new edition comes from it, as far as anyone can tell.
    public var isGone: Bool { new.isEmpty && candidates.isEmpty }
    /// Exactly one paragraph is what it was.
    public var isCertain: Bool { new.count == 1 && !isMerged }
  }

  /// Index in `EditionDigest.references` of the new edition.
  public let reference: Int
  /// Index of the reference that it was, in the old edition.
  public let oldReference: Int
  public let targets: [Target]
  /// The labels that would be right, in order, ranges expanded: `["2", "4"]`. With those of all
  /// candidates where a target is in doubt; `nil` where one stands in another clause, or none is left.
  public let labels: [String]?
  /// Whether the labels are the only ones that can be meant.
  public let isCertain: Bool

  /// A target is gone.
  public var namesDeleted: Bool { targets.contains(where: \.isGone) }
}

extension Alignment {
  /// The references of the new edition that no longer name what they named in the old one. Only content
  /// decides: whether the labels were touched since does not matter, unless it shows that the author
  /// meant other paragraphs.
  public var followedReferences: [FollowedReference] {
    let follower = ReferenceFollower(self)
    return new.references.indices.compactMap { follower.follow($0) }
  }
}

/// Looks where the targets of references went.
struct ReferenceFollower {
  private let alignment: Alignment
  private var old: EditionDigest { alignment.old }
  private var new: EditionDigest { alignment.new }
  /// References by the paragraph they stand in.
  private let oldReferences: [Int: [Int]]
  private let newReferences: [Int: [Int]]

  init(_ alignment: Alignment) {
    self.alignment = alignment
    oldReferences = Self.byParagraph(alignment.old)
    newReferences = Self.byParagraph(alignment.new)
  }

  private static func byParagraph(_ digest: EditionDigest) -> [Int: [Int]] {
    var references: [Int: [Int]] = [:]
    for (index, reference) in digest.references.enumerated()
    where reference.paragraph >= 0 && reference.clause >= 0 && !reference.labels.isEmpty {
      references[reference.paragraph, default: []].append(index)
    }
    return references
  }

  func follow(_ index: Int) -> FollowedReference? {
    let reference = new.references[index]
    guard reference.paragraph >= 0, reference.clause >= 0, !reference.labels.isEmpty,
      !reference.isAmbiguous, let origin = origin(of: index)
    else { return nil }
    let before = old.references[origin]
    let targets = before.targets.map { target in
      let places = alignment.places(ofOld: target)
      return FollowedReference.Target(
        old: target, new: places, candidates: alignment.candidates(forOld: target),
        isMerged: places.contains { alignment.origins(ofNew: $0).count > 1 })
    }
    guard isStale(reference, before, targets) else { return nil }
    let labels = labels(targets, in: reference.clause)
    let isCertain =
      targets.allSatisfy(\.isCertain) && reference.targets.count <= before.targets.count
    return FollowedReference(
      reference: index, oldReference: origin, targets: targets, labels: labels,
      isCertain: isCertain && labels != nil)
  }

  // MARK: - Which reference it was

  /// The reference of the old edition that a new one goes back to: in the paragraph that its own comes
  /// from, into the same clause, in the same order or behind the same words.
  private func origin(of index: Int) -> Int? {
    let reference = new.references[index]
    let origins = alignment.origins(ofNew: reference.paragraph)
    guard !origins.isEmpty, let clause = alignment.origin(ofNewClause: reference.clause) else {
      return nil
    }
    let olds = origins.flatMap { oldReferences[$0] ?? [] }
      .filter { old.references[$0].clause == clause }
    let usable = olds.filter { old.references[$0].isWhole && !old.references[$0].targets.isEmpty }
    guard usable.count == olds.count, !olds.isEmpty else { return nil }
    // All that come from the same paragraph, in all pieces that it was split into.
    let news = Set(origins.flatMap { alignment.places(ofOld: $0) }).sorted()
      .flatMap { newReferences[$0] ?? [] }
      .filter { new.references[$0].clause == reference.clause }
    if news.count == olds.count, let place = news.firstIndex(of: index) { return olds[place] }
    let alike = olds.filter { isSameContext(old.references[$0], reference) }
    guard let first = alike.first,
      alike.allSatisfy({ old.references[$0].targets == old.references[first].targets })
    else { return nil }
    return first
  }

  private func isSameContext(_ left: EditionDigest.Reference, _ right: EditionDigest.Reference)
    -> Bool
  {
    left.before.prefix(2).elementsEqual(right.before.prefix(2))
  }

  // MARK: - Whether it still names them

  private func isStale(
    _ now: EditionDigest.Reference, _ before: EditionDigest.Reference,
    _ targets: [FollowedReference.Target]
  ) -> Bool {
    let named = Set(now.targets)
    let isUntouched = now.labels == before.labels && now.hasRange == before.hasRange
    let left = targets.filter { !$0.isGone }
    let known = Set(left.flatMap { $0.new + $0.candidates.map(\.new) })
    let others = named.subtracting(known)
    let namesAll = left.allSatisfy { target in
      target.new.contains { named.contains($0) }
        || target.candidates.contains { named.contains($0.new) }
    }
    if left.count < targets.count {
      if isUntouched { return isDeletionCertain(now, targets) }
      // An author who touched the labels saw that the paragraph is gone.
      if left.isEmpty { return false }
    }
    if namesAll {
      guard now.isWhole, !others.isEmpty else { return !now.isWhole && isUntouched }
      return isUntouched && left.count == targets.count && areOthers(others)
    }
    if isUntouched {
      // In doubt about all of them, it is enough that the labels surely name others now.
      return left.contains { !$0.new.isEmpty } || !others.isEmpty && areOthers(others)
    }
    return !isMeant(now, before, left, others)
  }

  /// Paragraphs that surely come from others than the reference named.
  private func areOthers(_ paragraphs: Set<Int>) -> Bool {
    paragraphs.allSatisfy { !alignment.origins(ofNew: $0).isEmpty }
  }

  /// A paragraph that is gone may have been written anew: then the label names one without origin that
  /// has at least some words of it.
  private func isDeletionCertain(
    _ now: EditionDigest.Reference, _ targets: [FollowedReference.Target]
  ) -> Bool {
    let fresh = now.targets.filter { alignment.origins(ofNew: $0).isEmpty }
    return targets.contains { target in
      target.isGone
        && !fresh.contains {
          alignment.matching.likeness(target.old, $0).value >= Self.leastRewritten
        }
    }
  }

  private static let leastRewritten = 0.2

  /// Whether an author who wrote other labels meant other paragraphs.
  private func isMeant(
    _ now: EditionDigest.Reference, _ before: EditionDigest.Reference,
    _ targets: [FollowedReference.Target], _ others: Set<Int>
  ) -> Bool {
    // Some of the old ones and nothing else.
    if now.isWhole, others.isEmpty, !now.targets.isEmpty { return true }
    // The old labels were still right.
    let right = labels(targets, in: now.clause).map { Set($0) }
    let expanded = Set(before.targets.map { old.paragraphs[$0].label })
    if right == expanded { return true }
    // Nothing but new paragraphs.
    let kept = now.labels.contains { before.labels.contains($0) }
    if !kept, now.isWhole, now.targets.allSatisfy({ alignment.isClearlyNew($0) }) { return true }
    return !isSameContext(now, before)
  }

  // MARK: - The right labels

  private func labels(_ targets: [FollowedReference.Target], in clause: Int) -> [String]? {
    let places = Set(targets.flatMap { $0.new + $0.candidates.map(\.new) }).sorted()
    let labels = places.map { new.paragraphs[$0].label }
    guard !places.isEmpty, places.allSatisfy({ new.paragraphs[$0].clause == clause }),
      labels.allSatisfy({ !$0.isEmpty }), Set(labels).count == labels.count
    else { return nil }
    return labels
  }
}
