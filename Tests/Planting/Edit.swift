/// One change of a text: `new` in place of the bytes at `range`.
struct Edit {
  var range: Range<Int>
  var new: [UInt8]
  var kind: Plant.Kind
  var needs: Need

  init(_ kind: Plant.Kind, _ range: Range<Int>, _ new: String, _ needs: Need) {
    self.kind = kind
    self.range = range
    self.new = Array(new.utf8)
    self.needs = needs
  }
}

/// What the edits of one text are made from.
struct Site {
  var scanner: Scanner
  var draft: Draft?
  var citations: [Citation]
  var facts: Facts
  /// Of all texts together: other numbers cited with the same bracket and tail, by `neighbourKey`.
  var neighbours: [String: [Int]]

  init(_ bytes: [UInt8], _ facts: Facts) {
    scanner = Scanner(bytes: bytes)
    draft = scanner.draft()
    citations = scanner.citations(facts)
    self.facts = facts
    neighbours = [:]
  }

  /// The series and session of a citation of one text.
  func neighbourKey(_ citation: Citation) -> String? {
    guard let group = citation.single, let body = citation.body, !citation.isITUR else {
      return nil
    }
    let rev = group.bracket.rev == nil ? "" : "Rev."
    return
      "\(body) \(citation.kind) \(rev) \(group.bracket.placeName ?? "WRC") \(group.bracket.year)"
  }

  /// All defects of a kind that this text can take, in order of place. Numbers are drawn from `random`.
  func edits(_ kind: Plant.Kind, _ random: inout SeededRandom) -> [Edit] {
    switch kind {
    case .wrongYear: return brackets(wrongYears)
    case .wrongPlace: return brackets(wrongPlaces)
    case .droppedComma: return brackets(droppedComma)
    case .revWithoutStop: return brackets(revWithoutStop)
    case .revMissing: return brackets(revMissing)
    case .revNeedless: return brackets(revNeedless)
    case .wrongThisConference: return citations.flatMap(wrongThisConference)
    case .numberBeyond: return citations.flatMap { numberBeyond($0, &random) }
    case .provisionBeyond: return provisionBeyond(&random)
    case .actionLineC12:
      return scanner.actionLines().flatMap(\.members).map { Edit(.actionLineC12, $0, "C12", .none) }
    case .singularNoun: return singularNoun(&random)
    }
  }

  private func brackets(_ make: (Bracketed) -> [Edit]) -> [Edit] {
    citations.flatMap { citation in
      citation.groups.enumerated().flatMap { index, group in
        make(Bracketed(citation, group, isLast: index == citation.groups.count - 1))
      }
    }
  }
}

/// A bracket and what is known of the texts before it.
struct Bracketed {
  var citation: Citation
  var group: Citation.Group
  /// The body, where the words of the citation tell it.
  var namedBody: String?
  /// The body, where its session tells it.
  var body: String?
  var isOwnSession: Bool

  var bracket: Citation.Bracket { group.bracket }

  init(_ citation: Citation, _ group: Citation.Group, isLast: Bool) {
    self.citation = citation
    self.group = group
    body = isLast ? citation.body : nil
    namedBody = isLast && citation.namesBody ? citation.body : nil
    isOwnSession = isLast && citation.tail == .ownSession
  }
}
