internal import Planting

/// Makes the new edition: one to six changes of paragraphs. Each paragraph of the new edition knows which
/// ones of the old it holds.
struct RevisionMaker {
  private(set) var text: BaseText
  private(set) var changes: [String] = []
  /// Paragraphs of other texts, for preambular and for operative clauses.
  private let pool: ParagraphPool
  /// Clauses that references name; more happens there.
  private let named: [Int]

  init(_ text: BaseText, pool: ParagraphPool) {
    self.text = text
    self.pool = pool
    named = text.references.map(\.clause).filter { text.cleanClauses.contains($0) }
  }

  mutating func revise(_ random: inout SeededRandom) {
    let wanted = Int.random(in: 1...6, using: &random)
    var tries = 0
    while changes.count < wanted, tries < 40 {
      tries += 1
      let clauses = text.cleanClauses
      guard let any = clauses.randomElement(using: &random) else { return }
      let clause =
        Int.random(in: 0..<10, using: &random) < 7
        ? named.filter { clauses.contains($0) }.randomElement(using: &random) ?? any : any
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<6: insert(clause, &random)
      case 6..<9: delete(clause, &random)
      case 9..<12: move(clause, &random)
      case 12..<13: moveAcross(clause, &random)
      case 13..<17: reword(clause, &random)
      case 17..<19: split(clause, &random)
      default: merge(clause, &random)
      }
    }
  }

  private func untouched(_ clause: Int) -> [Int] {
    text.clauses[clause].members.filter { !text.paragraphs[$0].isTouched }
  }

  private mutating func note(_ what: String, _ clause: Int) {
    changes.append(what + " in " + text.clauses[clause].names[0])
  }

  private mutating func insert(_ clause: Int, _ random: inout SeededRandom) {
    guard
      let words = pool.words(isNumbered: text.clauses[clause].isNumbered)
        .randomElement(using: &random),
      let model = text.clauses[clause].members.first,
      !text.paragraphs.contains(where: { $0.words.hasPrefix(words.prefix(40)) })
    else { return }
    var paragraph = text.paragraphs[model]
    paragraph.text = [.words(words)]
    let blank = paragraph.tail.filter { line in
      if case .words(let words)? = line.first { return words.isEmpty }
      return false
    }
    paragraph.tail = Array(blank.prefix(1))
    paragraph.sources = []
    paragraph.isTouched = true
    let place = Int.random(in: 0...text.clauses[clause].members.count, using: &random)
    text.clauses[clause].members.insert(text.paragraphs.count, at: place)
    text.paragraphs.append(paragraph)
    note("inserted \(place + 1)", clause)
  }

  private mutating func delete(_ clause: Int, _ random: inout SeededRandom) {
    // A clause with one paragraph has no labels.
    guard text.clauses[clause].members.count > 2,
      let index = untouched(clause).randomElement(using: &random),
      let place = text.clauses[clause].members.firstIndex(of: index)
    else { return }
    text.clauses[clause].members.remove(at: place)
    note("deleted \(place + 1)", clause)
  }

  private mutating func move(_ clause: Int, _ random: inout SeededRandom) {
    guard let index = untouched(clause).randomElement(using: &random),
      let place = text.clauses[clause].members.firstIndex(of: index)
    else { return }
    text.clauses[clause].members.remove(at: place)
    let to = Int.random(in: 0...text.clauses[clause].members.count, using: &random)
    text.clauses[clause].members.insert(index, at: to)
    text.paragraphs[index].isTouched = true
    if to != place { note("moved \(place + 1) to \(to + 1)", clause) }
  }

  private mutating func moveAcross(_ clause: Int, _ random: inout SeededRandom) {
    let others = text.cleanClauses.filter {
      $0 != clause && text.clauses[$0].isNumbered == text.clauses[clause].isNumbered
    }
    guard text.clauses[clause].members.count > 3, let other = others.randomElement(using: &random),
      let index = untouched(clause).randomElement(using: &random),
      let place = text.clauses[clause].members.firstIndex(of: index)
    else { return }
    text.clauses[clause].members.remove(at: place)
    let to = Int.random(in: 0...text.clauses[other].members.count, using: &random)
    text.clauses[other].members.insert(index, at: to)
    text.paragraphs[index].isTouched = true
    note("moved \(place + 1) to \(text.clauses[other].names[0]) \(to + 1)", clause)
  }

  private mutating func reword(_ clause: Int, _ random: inout SeededRandom) {
    guard let index = untouched(clause).randomElement(using: &random) else { return }
    let share = Double.random(in: 0.03...0.3, using: &random)
    text.paragraphs[index].text = Rewording.reword(
      text.paragraphs[index].text, share: share, &random)
    text.paragraphs[index].isTouched = true
    note("reworded \(Int(share * 100)) %", clause)
  }

  /// At `, and ` or `; `, so that both parts have eight words.
  private mutating func split(_ clause: Int, _ random: inout SeededRandom) {
    let joints = [", and ", "; ", ", including ", ", as well as "]
    var found: [(index: Int, segment: Int, at: String.Index, after: String.Index)] = []
    for index in untouched(clause) where !text.paragraphs[index].hasTail {
      let paragraph = text.paragraphs[index]
      let total = paragraph.words.split(separator: " ").count
      var before = 0
      for (segment, part) in paragraph.text.enumerated() {
        guard case .words(let words) = part else { continue }
        for joint in joints {
          var from = words.startIndex
          while let range = words.range(of: joint, from: from) {
            let head = before + words[..<range.lowerBound].split(separator: " ").count
            if head >= 8, total - head >= 8, !words[..<range.lowerBound].contains("\"") {
              found.append((index, segment, range.lowerBound, range.upperBound))
            }
            from = range.upperBound
          }
        }
        before += words.split(separator: " ").count
      }
    }
    guard let (index, segment, at, after) = found.randomElement(using: &random),
      let place = text.clauses[clause].members.firstIndex(of: index),
      case .words(let words) = text.paragraphs[index].text[segment]
    else { return }
    var first = text.paragraphs[index]
    var second = first
    first.text = Array(first.text[..<segment]) + [.words(String(words[..<at]) + ";")]
    let opening = words.split(separator: " ").first.map(String.init) ?? ""
    let lead = segment == 0 && ["that", "to"].contains(opening) ? opening + " " : ""
    second.text =
      [.words(lead + String(words[after...]))] + second.text[(segment + 1)...]
    first.isTouched = true
    second.isTouched = true
    text.paragraphs[index] = first
    text.clauses[clause].members.insert(text.paragraphs.count, at: place + 1)
    text.paragraphs.append(second)
    note("split \(place + 1)", clause)
  }

  private mutating func merge(_ clause: Int, _ random: inout SeededRandom) {
    let members = text.clauses[clause].members
    let places = members.indices.dropLast().filter {
      let first = text.paragraphs[members[$0]]
      let second = text.paragraphs[members[$0 + 1]]
      return !first.isTouched && !second.isTouched && !first.hasTail && !second.hasTail
        && first.words.utf8.count + second.words.utf8.count < 900
    }
    guard members.count > 3, let place = places.randomElement(using: &random) else { return }
    var first = text.paragraphs[members[place]]
    let second = text.paragraphs[members[place + 1]]
    var head = first.text
    if case .words(let words)? = head.last {
      head[head.count - 1] = .words(BaseText.bare(words) + ", and ")
    } else {
      head.append(.words(", and "))
    }
    first.text = head + second.text
    first.sources.formUnion(second.sources)
    first.isTouched = true
    text.paragraphs[members[place]] = first
    text.clauses[clause].members.remove(at: place + 1)
    note("merged \(place + 1) and \(place + 2)", clause)
  }

  // MARK: - References

  /// A new paragraph that came with a reference of its own.
  mutating func addFreshReference(_ random: inout SeededRandom) {
    let fresh = text.paragraphs.indices.filter {
      text.paragraphs[$0].sources.isEmpty && text.clause(of: $0) != nil
    }
    guard let place = fresh.randomElement(using: &random),
      let clause = text.cleanClauses.randomElement(using: &random),
      let reference = ReferencePlanter.reference(from: place, to: clause, in: text, &random)
    else { return }
    ReferencePlanter.add(reference, to: place, in: &text, &random)
  }
}

extension BaseText {
  /// Without the mark at its end.
  static func bare(_ words: String) -> String {
    var words = words
    while let last = words.last, ";,. ".contains(last) { words.removeLast() }
    return words
  }
}

extension String {
  /// Where a piece stands, from an index on.
  func range(of piece: String, from start: String.Index) -> Range<String.Index>? {
    var at = start
    while at < endIndex {
      if self[at...].hasPrefix(piece) { return at..<index(at, offsetBy: piece.count) }
      at = index(after: at)
    }
    return nil
  }
}
