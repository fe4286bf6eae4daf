internal import Grammar
internal import Syntax

/// Tells the bodies of citations that their own block leaves open, from the session in the bracket,
/// from what was cited before, and from the draft's own body.
struct CitationResolver {
  let section: Section
  let profile: Profile
  /// The body that each kind and number was last cited with.
  private var known = HashIndex()
  private var bodies: [CitedBody] = []
  /// The text that the section itself is.
  private let titleKind: Citation.Kind?
  private let titleNumber: String
  /// Its title or formula is that of one of the Union's bodies.
  private let isOfUnion: Bool
  /// The noun of the list is written in small letters, as UN texts do.
  private var isSmall = false

  init(section: Section, profile: Profile) {
    self.section = section
    self.profile = profile
    let title = section.resolution.title
    titleKind = title?.noun.cited
    titleNumber = title.map { section.string($0.number) } ?? ""
    isOfUnion = title != nil || section.resolution.formula != nil
  }

  mutating func resolve(_ blocks: [BlockMeaning]) -> [Citation] {
    var all: [Citation] = []
    let count = blocks.reduce(0) { $0 + $1.citations.count }
    all.reserveCapacity(count)
    known = HashIndex(capacity: count)
    bodies.reserveCapacity(min(count, 16))
    let own = CitedBody(rawValue: profile.body)
    let hasAnnex = !section.resolution.annexes.isEmpty
    for index in blocks.indices where !blocks[index].citations.isEmpty {
      let start = section.starts[index]
      let first = all.count
      var dropped = 0
      for place in blocks[index].citations.indices {
        if blocks[index].citations[place].isBareAnnex, !hasAnnex {
          dropped += 1
          continue
        }
        // Changed where it stands: a citation is much to be copied.
        let last = all.count
        all.append(blocks[index].citations[place])
        all[last].shift(by: start)
        all[last].list += first - dropped
        if !all[last].nounSpan.isEmpty { isSmall = all[last].defects.contains(.nounCase) }
        let name = Citation.key(all[last].kind, all[last].number)
        resolve(&all[last], name, own)
        all[last].setKey(name)
      }
    }
    return all
  }

  /// The body of the same number where it was cited before, or in the text's own title.
  private func mention(of citation: borrowing Citation, _ name: UInt64, _ own: CitedBody?)
    -> CitedBody?
  {
    let earlier = known[name]
    if earlier >= 0 { return bodies[earlier] }
    return titleKind == citation.kind && titleNumber == citation.number ? own : nil
  }

  /// - Parameter name: kind and number in one word, which is all that a look-up compares.
  private mutating func resolve(_ citation: inout Citation, _ name: UInt64, _ own: CitedBody?) {
    if citation.body == .constitution || citation.body == .convention, citation.evidence == .words,
      !isOfUnion
    {
      citation.body = nil
      citation.evidence = .none
    }
    guard citation.kind.isText else { return }
    if citation.ofThis, let own {
      citation.body = own
      citation.evidence = .words
    }
    if citation.body == nil { guess(&citation, name, own) }
    if let body = citation.body, citation.evidence != .mention {
      if let earlier = known.insert(bodies.count, name) {
        bodies[earlier] = body
      } else {
        bodies.append(body)
      }
    }
    if citation.body == .radioAssembly, citation.kind == .resolution, !citation.number.isEmpty,
      citation.numberSpan.count == citation.number.utf8.count
    {
      citation.defects.insert(.assemblySeries)
    }
  }

  private func guess(_ citation: inout Citation, _ name: UInt64, _ own: CitedBody?) {
    func settle(_ body: CitedBody, _ evidence: Citation.Evidence) {
      citation.body = body
      citation.evidence = evidence
    }
    if citation.kind == .opinion { return settle(.policyForum, .form) }
    if let place = citation.place, let year = citation.year {
      let bodies = CitationWords.english.sessions
        .bodies(place, key: citation.placeKey, year, kind: citation.kind)
      if bodies.count == 1 { return settle(bodies[0], .session) }
      if let mention = mention(of: citation, name, own), bodies.contains(mention) {
        return settle(mention, .mention)
      }
      if !bodies.isEmpty { return }
    }
    if let mention = mention(of: citation, name, own) { return settle(mention, .mention) }
    if citation.number.utf8.contains(0x2F) {
      // Sessions of the General Assembly have two digits, years of ECOSOC four.
      let head = CitationText.value(citation.number.utf8.prefix { $0 != 0x2F })
      if let head, head >= 31, head < 100 { return settle(.generalAssembly, .form) }
      if let head, head >= 1946, head < 2200 { return settle(.economicAndSocial, .form) }
      return
    }
    // Of the Union's bodies only the Council counts beyond a thousand.
    if isOfUnion, !isSmall, citation.kind == .resolution, citation.place == nil,
      let value = CitationText.value(citation.number.utf8), value >= 1000, value < 2000
    {
      return settle(.council, .form)
    }
  }
}

extension TitleShape.Noun {
  /// The kind of the citations that name such a text.
  fileprivate var cited: Citation.Kind? {
    switch self {
    case .resolution: .resolution
    case .decision: .decision
    case .recommendation: .recommendation
    case .opinion: .opinion
    case .annex: .annex
    case .section, .formula, .proposal: nil
    }
  }
}
