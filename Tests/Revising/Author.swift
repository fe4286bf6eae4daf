internal import Planting

/// Writes the references of the new edition, well or badly, and notes the truth.
struct Author {
  private let old: BaseText
  private(set) var text: BaseText
  /// The bytes of each reference, by its index.
  private(set) var written: [Int: String] = [:]
  private(set) var truth: [Int: (mode: Revision.Mode, verdict: Revision.Verdict)] = [:]

  init(old: BaseText, new: BaseText) {
    self.old = old
    text = new
  }

  private static let modes: [(Revision.Mode, Int)] = [
    (.left, 45), (.carried, 25), (.miscarried, 8), (.extended, 5), (.narrowed, 4), (.toNew, 4),
    (.reworded, 5), (.redirected, 4),
  ]

  mutating func write(_ random: inout SeededRandom) {
    for index in text.references.indices {
      guard index < old.references.count else {
        let labels = text.references[index].items.compactMap { text.label(of: $0.target) }
        written[index] = text.written(index, labels: labels)
        truth[index] = (.fresh, .right)
        continue
      }
      var draw = Int.random(in: 0..<100, using: &random)
      var mode = Revision.Mode.left
      for (candidate, weight) in Self.modes {
        mode = candidate
        draw -= weight
        if draw < 0 { break }
      }
      for trial in [mode, .carried, .left] where written[index] == nil {
        write(index, trial, &random)
      }
    }
  }

  // MARK: - What is right

  /// The paragraphs that hold an old one.
  private func pieces(_ target: Int) -> [Int] {
    text.clauses.flatMap(\.members).filter { text.paragraphs[$0].sources.contains(target) }
  }

  /// What became of all old targets.
  private struct Fate {
    var pieces: [[Int]]
    var items: [BaseText.Item]
    var isDeleted: Bool { pieces.contains { $0.isEmpty } }
    var isSplit: Bool { pieces.contains { $0.count > 1 } }
  }

  private func fate(_ index: Int) -> Fate {
    let items = old.references[index].items
    return Fate(pieces: items.map { pieces($0.target) }, items: items)
  }

  /// The right labels in order, each once; `nil` where a paragraph stands in another clause.
  private func rightLabels(_ fate: Fate, in clause: Int) -> [String]? {
    var labels: [(place: Int, label: String)] = []
    for (item, pieces) in zip(fate.items, fate.pieces) {
      for piece in pieces {
        guard let place = text.clauses[clause].members.firstIndex(of: piece) else { return nil }
        let label =
          BaseText.label(place, isNumbered: text.clauses[clause].isNumbered) + item.below
        if !labels.contains(where: { $0.label == label }) { labels.append((place, label)) }
      }
    }
    return labels.sorted { ($0.place, $0.label) < ($1.place, $1.label) }.map(\.label)
  }

  private func target(_ label: String, in clause: Int) -> Int? {
    let plain = label.split(separator: " ").first.map(String.init) ?? label
    return text.clauses[clause].members.enumerated().first {
      BaseText.label($0.offset, isNumbered: text.clauses[clause].isNumbered) == plain
    }?.element
  }

  /// What is true of labels that were not meant otherwise.
  private func verdict(_ labels: [String], _ index: Int) -> Revision.Verdict {
    let fate = fate(index)
    let clause = old.references[index].clause
    if fate.isDeleted { return .deleted }
    guard let right = rightLabels(fate, in: clause) else { return .stale([]) }
    if Set(labels) == Set(right) { return .right }
    if fate.isSplit {
      let named = labels.map { target($0, in: clause) }
      let reachesAll = fate.pieces.allSatisfy { pieces in pieces.contains { named.contains($0) } }
      let all = Set(fate.pieces.joined())
      let isInside = named.allSatisfy { $0.map(all.contains) ?? false }
      return reachesAll && isInside ? .open : .staleSplit(right)
    }
    return .stale(right)
  }

  // MARK: - Modes

  private mutating func write(
    _ index: Int, _ mode: Revision.Mode, _ random: inout SeededRandom
  ) {
    let reference = old.references[index]
    let fate = fate(index)
    let before = old.oldLabels(index)
    let right = fate.isDeleted ? nil : rightLabels(fate, in: reference.clause)
    let members = text.clauses[reference.clause].members
    let named = Set(fate.pieces.joined())
    let others = members.filter { !named.contains($0) }
    func label(_ member: Int) -> String { text.label(of: member) ?? "" }
    func inOrder(_ labels: [String]) -> [String] {
      labels.sorted { left, right in
        let places = [left, right].map { target($0, in: reference.clause) ?? 0 }
          .map { members.firstIndex(of: $0) ?? 0 }
        return (places[0], left) < (places[1], right)
      }
    }
    func set(_ labels: [String], _ verdict: Revision.Verdict) {
      written[index] = text.written(index, labels: labels)
      truth[index] = (mode, labels == before ? self.verdict(labels, index) : verdict)
    }
    switch mode {
    case .left, .fresh:
      set(before, .right)
    case .carried:
      if let right {
        set(right, .right)
      } else if fate.isDeleted {
        // The author leaves out what is gone, if something stays.
        var left = fate
        left.items = zip(fate.items, fate.pieces).filter { !$0.1.isEmpty }.map(\.0)
        left.pieces = fate.pieces.filter { !$0.isEmpty }
        guard let labels = rightLabels(left, in: reference.clause), !labels.isEmpty else { return }
        set(labels, .right)
      } else {
        carryAcross(index, fate)
      }
    case .miscarried:
      guard let right, !fate.isSplit, right != before, !right.contains(where: { $0.contains(" ") })
      else { return }
      let step = [-2, -1, 1, 2].randomElement(using: &random) ?? 1
      let places = right.compactMap { target($0, in: reference.clause) }
        .compactMap { members.firstIndex(of: $0) }.map { $0 + step }
      guard places.count == right.count, places.allSatisfy(members.indices.contains) else { return }
      let wrong = places.map { members[$0] }
      let names = Set(wrong)
      guard !names.isSubset(of: named), !named.isSubset(of: names),
        !wrong.allSatisfy({ text.paragraphs[$0].sources.isEmpty }), wrong.map(label) != before
      else { return }
      set(wrong.map(label), .stale(right))
    case .extended:
      guard let right, let more = others.randomElement(using: &random) else { return }
      set(inOrder(right + [label(more)]), .right)
    case .narrowed:
      guard let right, right.count > 1, !fate.isSplit else { return }
      let dropped = Int.random(in: right.indices, using: &random)
      let fewer = right.enumerated().filter { $0.offset != dropped }.map(\.element)
      set(fewer, .right)
    case .toNew:
      guard let fresh = others.first(where: { text.paragraphs[$0].sources.isEmpty }),
        !before.contains(label(fresh))
      else { return }
      set([label(fresh)], .right)
    case .reworded, .redirected:
      guard let other = others.filter({ !before.contains(label($0)) }).randomElement(using: &random)
      else { return }
      if mode == .redirected {
        guard right == before else { return }
      } else {
        guard text.changeWords(before: index, &random) else { return }
      }
      set([label(other)], .right)
    }
  }

  /// All old paragraphs stand together in another clause.
  private mutating func carryAcross(_ index: Int, _ fate: Fate) {
    guard let first = fate.pieces.first?.first, let clause = text.clause(of: first),
      text.clauses[clause].isClean, let labels = rightLabels(fate, in: clause), !labels.isEmpty
    else { return }
    let marks = old.references[index].head.hasPrefix("*") ? "*" : ""
    text.references[index].head = marks + (text.clauses[clause].names.last ?? "") + marks + " "
    text.references[index].clause = clause
    written[index] = text.written(index, labels: labels)
    truth[index] = (.carried, .right)
  }
}

extension BaseText {
  /// The labels of a reference as the text now is.
  func oldLabels(_ index: Int) -> [String] {
    references[index].items.compactMap { item in label(of: item.target).map { $0 + item.below } }
  }

  /// A reference in the house form: "2, 4 and 5"; a range where it was one and still can be.
  func written(_ index: Int, labels: [String]) -> String {
    let reference = references[index]
    let clause = clauses[reference.clause]
    let marks = reference.emphasis
    let all = clause.members.indices.map { Self.label($0, isNumbered: clause.isNumbered) }
    let texts = labels.map { label in
      // `*c)* ii)`
      let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
      return marks + (parts.first ?? "") + marks + (parts.count > 1 ? " " + parts[1] : "")
    }
    var list = texts.last ?? ""
    let places = labels.compactMap { all.firstIndex(of: $0) }
    let runsOn = zip(places, places.dropFirst()).allSatisfy { $0 + 1 == $1 }
    if reference.isRange, labels.count > 2, runsOn || places.count < labels.count {
      list = (texts.first ?? "") + " to " + list
    } else if texts.count > 1 {
      let comma = reference.hasSerialComma && texts.count > 2 ? "," : ""
      list = texts.dropLast().joined(separator: ", ") + comma + " and " + list
    }
    return reference.head + list + reference.direction
  }

  /// Puts other words before a reference; `false` where there is no room.
  mutating func changeWords(before index: Int, _ random: inout SeededRandom) -> Bool {
    let others = [
      "having regard to the matters raised under", "without prejudice to",
      "bearing in mind the tasks given in", "and to report on what is done under",
      "subject to the conditions laid down in",
    ]
    for place in paragraphs.indices {
      let at = paragraphs[place].text.firstIndex {
        if case .reference(index) = $0 { true } else { false }
      }
      guard let at, at > 0, case .words(let words) = paragraphs[place].text[at - 1] else {
        continue
      }
      let parts = words.split(separator: " ")
      guard parts.count >= 9, let phrase = others.randomElement(using: &random) else {
        return false
      }
      paragraphs[place].text[at - 1] = .words(
        parts.dropLast(5).joined(separator: " ") + ", " + phrase + " ")
      return true
    }
    return false
  }

  /// `;` between the paragraphs of a clause and its own mark at the end.
  func withEndMarks() -> BaseText {
    var text = self
    for clause in clauses where clause.isClean && !clause.endMark.isEmpty {
      for index in clause.members where !paragraphs[index].hasTail {
        let mark = index == clause.members.last ? clause.endMark : ";"
        let last = paragraphs[index].text.count - 1
        guard last >= 0 else { continue }
        if case .words(let words) = paragraphs[index].text[last] {
          guard ";,.".contains(Self.lastLetter(words)) || words.isEmpty else { continue }
          text.paragraphs[index].text[last] = .words(Self.bare(words) + mark)
        } else {
          text.paragraphs[index].text.append(.words(mark))
        }
      }
    }
    return text
  }
}
