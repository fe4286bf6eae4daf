import Revision
import Semantics

/// How much of what happened.
struct ComparisonSummary {
  struct Count {
    /// In JSON: `paragraphsNew`.
    var key: String
    var value: Int
    /// "3 paragraphs new"; later ones may leave the noun out.
    var noun: String
    var state: String
  }

  let counts: [Count]

  init(_ comparison: Comparison) {
    let links = comparison.alignment.links
    func paragraphs(_ change: Alignment.Change) -> Int {
      links.filter { $0.change.contains(change) }
        .reduce(0) { $0 + max(1, change == .deleted ? $1.old.count : $1.new.count) }
    }
    func pieces(_ change: Alignment.Change) -> Int {
      links.count { $0.change.contains(change) }
    }
    counts = [
      Count(key: "new", value: paragraphs(.inserted), noun: "paragraph", state: "new"),
      Count(key: "deleted", value: paragraphs(.deleted), noun: "paragraph", state: "deleted"),
      Count(key: "moved", value: pieces(.moved), noun: "paragraph", state: "moved"),
      Count(key: "relabelled", value: pieces(.relabelled), noun: "paragraph", state: "relabelled"),
      Count(key: "reworded", value: pieces(.reworded), noun: "paragraph", state: "reworded"),
      Count(key: "split", value: pieces(.split), noun: "paragraph", state: "split"),
      Count(key: "merged", value: pieces(.merged), noun: "paragraph", state: "merged"),
      Count(
        key: "clausesNew", value: comparison.groups.count { $0.isNew }, noun: "clause",
        state: "new"),
      Count(
        key: "clausesDeleted", value: comparison.groups.count { $0.isDeleted }, noun: "clause",
        state: "deleted"),
      Count(
        key: "clausesRenamed", value: comparison.groups.count { $0.isRenamed }, noun: "clause",
        state: "with another heading"),
      Count(
        key: "references", value: comparison.followed.count, noun: "reference", state: "to follow"),
    ]
  }

  /// "3 paragraphs new, 2 deleted, 5 relabelled, 4 references to follow"
  var text: String {
    var noun = ""
    var parts: [String] = []
    for count in counts where count.value > 0 {
      let name = count.noun == noun ? "" : " \(count.noun)\(count.value == 1 ? "" : "s")"
      parts.append("\(count.value)\(name) \(count.state)")
      noun = count.noun
    }
    return parts.isEmpty ? "no paragraph changed" : parts.joined(separator: ", ")
  }
}

/// A reference that has to follow, in words.
struct FollowedText {
  /// As the new edition has it.
  let written: String
  /// The paragraph that it stands in.
  let place: String
  /// What the old edition's named: "resolves 4 is now resolves 7".
  let targets: [String]
  /// "resolves 7"; `nil` where no label would be right.
  let proposal: String?

  init(_ followed: FollowedReference, _ comparison: Comparison) {
    let (old, new) = (comparison.old, comparison.new)
    let reference = new.digest.references[followed.reference]
    written = new.meaning.plainText(new.meaning.references[followed.reference].span)
    place = reference.paragraph >= 0 ? new.name(of: reference.paragraph) : "a footnote"
    targets = followed.targets.map { target in
      let before = old.name(of: target.old)
      if !target.new.isEmpty {
        let now = target.new.map { new.name(of: $0) }
        let verb =
          target.isMerged ? "went into" : target.new.count > 1 ? "was split into" : "is now"
        return "\(before) \(verb) \(Self.list(now))"
      }
      let candidates = target.candidates.map { candidate in
        "\(new.name(of: candidate.new)) (\(candidate.likeness.percent) % alike)"
      }
      if candidates.isEmpty { return "\(before) is deleted" }
      return "\(before) may be \(candidates.joined(separator: " or "))"
    }
    let heading =
      new.digest.clauses.indices.contains(reference.clause)
      ? new.digest.clauses[reference.clause].heading + " " : ""
    proposal = followed.labels.map { heading + Self.list($0) }
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
