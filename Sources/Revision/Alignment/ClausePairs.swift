/// Which clause of one edition is which of the other: by heading, then by a heading that begins alike,
/// each in order.
struct ClausePairs: Sendable {
  let newOf: [Int?]
  let oldOf: [Int?]

  init(_ old: EditionDigest, _ new: EditionDigest) {
    var newOf = [Int?](repeating: nil, count: old.clauses.count)
    var oldOf = [Int?](repeating: nil, count: new.clauses.count)
    func pair(_ isPair: (EditionDigest.Clause, EditionDigest.Clause) -> Bool) {
      for (index, clause) in new.clauses.enumerated() where oldOf[index] == nil {
        let match = old.clauses.indices.first {
          newOf[$0] == nil && old.clauses[$0].annex == clause.annex
            && old.clauses[$0].part == clause.part && isPair(old.clauses[$0], clause)
        }
        guard let match else { continue }
        oldOf[index] = match
        newOf[match] = index
      }
    }
    pair { $0.words == $1.words }
    pair { $0.words.prefix($0.coreCount) == $1.words.prefix($1.coreCount) }
    // "invites Member States and Sector Members" and the same with another addressee.
    pair { old, new in
      guard old.words.first == new.words.first, old.words.count > 1, new.words.count > 1 else {
        return false
      }
      let shared = SharedWords(old.words[...]).shared(with: new.words[...])
      return 3 * shared >= 2 * max(old.words.count, new.words.count)
        || shared == min(old.words.count, new.words.count) && shared > 2
    }
    self.newOf = newOf
    self.oldOf = oldOf
  }

  var links: [Alignment.ClauseLink] {
    var links: [Alignment.ClauseLink] = []
    var next = 0
    func takeGone(until old: Int) {
      while next < old {
        if newOf[next] == nil { links.append(Alignment.ClauseLink(old: next, new: nil)) }
        next += 1
      }
    }
    for (index, old) in oldOf.enumerated() {
      if let old, old >= next { takeGone(until: old) }
      links.append(Alignment.ClauseLink(old: old, new: index))
    }
    takeGone(until: newOf.count)
    return links
  }
}
