internal import Catalogue
internal import Semantics
internal import Syntax

/// What the numbers behind one bracket say of "Rev." in it.
struct RevisionMark {
  enum Verdict {
    case agrees
    /// The number was first adopted before the cited session, which must have revised it.
    case missing(first: String, certain: Bool)
    /// The cited session adopted the number as new.
    case needless(certain: Bool)
  }

  let verdict: Verdict
  /// Index of the citation that the verdict is about.
  let member: Int

  /// Looks at the citation with the bracket and at the members of its list that share it.
  /// - Parameter index: of a citation with a session of its own.
  init(_ index: Int, _ text: SectionContext) {
    let all = text.citations
    let facts = text.citationNotes.facts
    var first = index
    while first > 0, all[first - 1].list == all[index].list, all[first - 1].bracketSpan.isEmpty {
      first -= 1
    }
    for member in (first...index).reversed() {
      guard let known = facts[member] else { continue }
      let found = Self.verdict(all, member, known, shared: first < index)
      if case .agrees = found { continue }
      verdict = found
      self.member = member
      return
    }
    verdict = .agrees
    member = index
  }

  private static func verdict(
    _ all: [Citation], _ index: Int, _ known: CitedFacts, shared: Bool
  ) -> Verdict {
    guard let year = all[index].year, all[index].body != .council else { return .agrees }
    if all[index].body == .radioAssembly { return assembly(all[index]) }
    // Opinions begin anew at each forum.
    guard all[index].kind != .opinion else { return .agrees }
    let isRevised = all[index].revised
    if let first = known.firstYear {
      if !isRevised, first < year {
        let name =
          known.entry?.firstEdition?.bracket
          ?? known.first?.session.map {
            "\($0.place), \($0.year)"
          }
        return .missing(first: name ?? String(first), certain: true)
      }
      if isRevised, first == year { return .needless(certain: !shared) }
      return .agrees
    }
    guard let adoption = known.first else { return .agrees }
    if !isRevised, let latest = adoption.latest, latest.year < year {
      return .missing(first: "\(latest.place), \(latest.year)", certain: false)
    }
    if isRevised, let earliest = adoption.earliest, let latest = adoption.latest,
      earliest == latest, latest.year == year
    {
      return .needless(certain: false)
    }
    return .agrees
  }

  /// `ITU-R 61-2` was revised twice, `ITU-R 69` never.
  private static func assembly(_ citation: Citation) -> Verdict {
    guard citation.place != nil, citation.kind == .resolution,
      !citation.defects.contains(.assemblySeries)
    else { return .agrees }
    let counts = citation.number.utf8.contains(0x2D)
    if counts, !citation.revised { return .missing(first: "", certain: false) }
    if !counts, citation.revised { return .needless(certain: false) }
    return .agrees
  }
}
