// Defects in numbers and in the noun before them.

extension Site {
  func numberBeyond(_ citation: Citation, _ random: inout SeededRandom) -> [Edit] {
    guard let body = citation.body, let last = citation.groups.last,
      let highest = facts.highest(body, citation.kind)
    else { return [] }
    return last.numbers.flatMap { number -> [Edit] in
      // Of "61-2" the number alone.
      let end = scanner.digits(number.lowerBound) ?? number.upperBound
      let range = number.lowerBound..<end
      let bound = highest < 999 ? 999 : 4999
      return (0..<3).map { _ in
        let wrong = Int.random(in: min(highest + 41, bound)...bound, using: &random)
        return Edit(
          .numberBeyond, range, String(wrong), .highest(body: body, kind: citation.kind))
      }
    }
  }

  func provisionBeyond(_ random: inout SeededRandom) -> [Edit] {
    scanner.provisions().flatMap { provisions -> [Edit] in
      guard let highest = facts.highest(provisions.instrument, "provision"), highest < 990 else {
        return []
      }
      return provisions.numbers.flatMap { number in
        (0..<4).map { _ in
          // Numbers from 1001 on are those of the annexes.
          let wrong = Int.random(in: highest + 1...999, using: &random)
          return Edit(
            .provisionBeyond, number, String(wrong),
            .highest(body: provisions.instrument, kind: "provision"))
        }
      }
    }
  }

  /// "Resolution 50 and 52": the noun of a list loses its s, or a single citation takes a second
  /// number that other texts cite with the same session.
  func singularNoun(_ random: inout SeededRandom) -> [Edit] {
    var edits: [Edit] = []
    let plural = citations.filter { $0.isPlural && $0.groups.flatMap(\.numbers).count > 1 }
      .map(\.noun)
    let lists = (scanner.plainLists() + scanner.actionLines())
      .filter { $0.isPlural && $0.members.count > 1 }.map(\.noun)
    for noun in Set(plural + lists).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let text = String(scanner.text(noun).dropLast())
      edits.append(Edit(.singularNoun, noun, text, .none))
    }
    for provisions in scanner.provisions()
    where provisions.isPlural && provisions.numbers.count > 1 {
      edits.append(Edit(.singularNoun, provisions.noun, "No.", .none))
    }
    for citation in citations {
      guard let group = citation.single, let key = neighbourKey(citation),
        let number = scanner.number(group.numbers[0]),
        let other = (neighbours[key] ?? []).filter({ $0 > number }).randomElement(using: &random)
      else { continue }
      let range = citation.noun.lowerBound..<group.numbers[0].upperBound
      edits.append(Edit(.singularNoun, range, scanner.text(range) + " and \(other)", .none))
    }
    return edits
  }
}
