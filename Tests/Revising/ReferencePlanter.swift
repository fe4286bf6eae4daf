internal import Planting

/// Gives a base text more references: real texts have few.
struct ReferencePlanter {
  static let phrases = [
    "in accordance with", "as outlined in", "in line with", "pursuant to", "as set out in",
    "taking into account", "as described in", "to implement", "with regard to",
    "for the purposes identified in",
  ]

  static func plant(in text: inout BaseText, _ random: inout SeededRandom) {
    let clauses = text.cleanClauses
    let places = text.paragraphs.indices.filter { index in
      let paragraph = text.paragraphs[index]
      return !paragraph.holdsReference && !paragraph.hasTail && paragraph.words.utf8.count > 50
        && ";,.".contains(BaseText.lastLetter(paragraph.words)) && !paragraph.words.contains("\"")
        && text.clause(of: index).map { text.clauses[$0].isClean } == true
    }.shuffled(using: &random)
    for place in places.prefix(Int.random(in: 1...4, using: &random)) {
      guard let clause = clauses.randomElement(using: &random),
        let reference = reference(from: place, to: clause, in: text, &random)
      else { continue }
      add(reference, to: place, in: &text, &random)
    }
  }

  static func reference(
    from place: Int, to clause: Int, in text: BaseText, _ random: inout SeededRandom
  ) -> BaseText.Reference? {
    let members = text.clauses[clause].members.filter { $0 != place }
    guard members.count >= 2, let own = text.clause(of: place) else { return nil }
    let count = min([1, 1, 1, 2, 2, 3, 3, 4].randomElement(using: &random) ?? 1, members.count)
    var targets: [Int]
    var isRange = false
    if count >= 3, Int.random(in: 0..<3, using: &random) == 0 {
      let all = text.clauses[clause].members
      let from = Int.random(in: 0...(all.count - count), using: &random)
      targets = Array(all[from..<from + count])
      guard !targets.contains(place) else { return nil }
      isRange = true
    } else {
      let chosen = Set(members.shuffled(using: &random).prefix(count))
      targets = members.filter { chosen.contains($0) }
    }
    var direction = ""
    if own != clause {
      direction = own > clause ? " above" : " below"
    } else if targets.allSatisfy({ $0 < place }) {
      direction = " above"
    }
    if direction.isEmpty { direction = " of this resolution" }
    let marks = Bool.random(using: &random) ? "*" : ""
    return BaseText.Reference(
      head: marks + (text.clauses[clause].names.last ?? "") + marks + " ", clause: clause,
      items: targets.map { BaseText.Item(target: $0, below: "") }, isRange: isRange,
      hasSerialComma: targets.count > 2 && Int.random(in: 0..<4, using: &random) == 0,
      emphasis: "", direction: direction)
  }

  /// At the end of a paragraph, or behind its first words.
  static func add(
    _ reference: BaseText.Reference, to place: Int, in text: inout BaseText,
    _ random: inout SeededRandom
  ) {
    guard case .words(var words)? = text.paragraphs[place].text.first,
      let phrase = phrases.randomElement(using: &random)
    else { return }
    while words.last == " " { words.removeLast() }
    guard let mark = words.popLast() else { return }
    text.paragraphs[place].text = [
      .words(words + ", " + phrase + " "), .reference(text.references.count),
      .words(String(mark)),
    ]
    text.references.append(reference)
  }
}

extension BaseText {
  static func lastLetter(_ words: String) -> Character {
    words.reversed().first { $0 != " " } ?? " "
  }
}
