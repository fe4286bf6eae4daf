internal import Grammar
internal import Syntax

/// Those whom a clause addresses are called by their names.
///
/// ## What it checks
/// In an operative heading: a name that misses a known office by a letter or two ("the Secretary
/// General", "the Directors of the Bureaus"); a Director whose Bureau lacks or has a word too many
/// ("the Director of the Development Bureau"); a Bureau with the abbreviation of another one; and the
/// membership out of its order, which is Member States, Sector Members, Associates and Academia. A
/// name that is like none of the known ones is left alone: the list is open.
///
/// ## Why
/// Offices and membership categories have fixed names, and the order of the membership is fixed
/// (CONVENTIONS 1.5, "Addressee strings seen").
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// to continue this work,
///
/// *invites Sector Members and Member States*
///
/// to light their lamps.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// to continue this work,
///
/// *invites Member States and Sector Members*
///
/// to light their lamps.
/// ```
///
/// ## Fix
/// Safe for a misspelt name and for the order. Unsafe for a Bureau: which one is meant is the author's
/// to say.
struct StructureAddressee: SectionRule {
  static let id = "structure/addressee"
  static let severity = Severity.warning
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    for index in text.tree.clauses.indices
    where !text.tree.clauses[index].heading.addressees.isEmpty {
      let names = AddresseeNames(index, text)
      // Nothing is wrong with what is one known name and nothing else, as most are.
      if Self.known(names.words[...]) == names.words.count { continue }
      let parts = names.parts
      MembershipOrder(parts).report(text, &report)
      // A known name may run over an "and"; its parts are not looked at on their own.
      var known = 0
      for part in parts {
        if let bureau = BureauName(part), bureau.report(text, &report) { continue }
        guard part.startIndex >= known else { continue }
        let rest = names.words[part.startIndex...]
        known = part.startIndex + (Self.known(rest) ?? 0)
        if known > part.startIndex { continue }
        nearMiss(part.first?.hash == Self.all ? part.dropFirst() : part, rest, text, &report)
      }
    }
  }

  /// How many of the words make a known name, "all" before it included.
  private static func known(_ words: ArraySlice<AddresseeNames.Word>) -> Int? {
    if let count = KnownName.prefix(of: words) { return count }
    guard words.first?.hash == all, let count = KnownName.prefix(of: words.dropFirst()) else {
      return nil
    }
    return count + 1
  }

  private static let all = wordHash("all")
  private static let directors = wordHash("directors")

  private func nearMiss(
    _ part: ArraySlice<AddresseeNames.Word>, _ rest: ArraySlice<AddresseeNames.Word>,
    _ text: SectionContext, _ report: inout Report
  ) {
    guard let first = part.first, let last = part.last else { return }
    // Two Bureaux under one word: "the Directors of the Radiocommunication Bureau and of the ...".
    if first.hash == Self.directors, rest.count > part.count { return }
    let folded = Array(part.map { text.string($0.span) }.joined(separator: " ").lowercased().utf8)
    for known in KnownName.all where Self.isOffice(known.kind) {
      let limit = known.folded.count >= 12 ? 2 : known.folded.count >= 8 ? 1 : 0
      guard limit > 0, abs(known.folded.count - folded.count) <= limit else { continue }
      let distance = editDistance(folded, known.folded, limit: limit)
      guard distance > 0, distance <= limit, !Self.isSingular(folded, of: known) else { continue }
      let span = Span(first.span.lower, last.span.upper)
      report.add(
        "`\(text.plain(span))` is called `\(known.name)`", at: span,
        fixes: [.replace(span, with: known.name, title: "Write `\(known.name)`")])
      return
    }
  }

  private static func isOffice(_ kind: Addressee.Kind) -> Bool {
    switch kind {
    case .office, .officers, .council, .members: true
    case .group, .sector, .body, .other: false
    }
  }

  /// "the Member State concerned" is no slip.
  private static func isSingular(_ folded: [UInt8], of known: KnownName) -> Bool {
    known.kind == .members && known.folded.last == 0x73 && folded == known.folded.dropLast()
  }
}
