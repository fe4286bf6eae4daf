internal import Grammar
internal import Syntax

/// Finds the clause and the paragraphs that each reference names.
struct ReferenceResolver {
  let section: Section
  private let tree: Resolution

  private init(section: Section) {
    self.section = section
    tree = section.resolution
  }

  static func resolve(_ section: Section, _ blocks: [BlockMeaning]) -> [Reference] {
    guard blocks.indices.contains(where: { !blocks[$0].references.isEmpty }) else { return [] }
    return ReferenceResolver(section: section).resolve(blocks)
  }

  private func resolve(_ blocks: [BlockMeaning]) -> [Reference] {
    var references: [Reference] = []
    guard !tree.clauses.isEmpty else { return [] }
    var paragraph = 0
    for index in blocks.indices where !blocks[index].references.isEmpty {
      while paragraph < tree.paragraphs.count, tree.paragraphs[paragraph].lastBlock < index {
        paragraph += 1
      }
      let standing =
        paragraph < tree.paragraphs.count && tree.paragraphs[paragraph].block <= index
        ? paragraph : -1
      let offset = section.starts[index]
      for raw in blocks[index].references {
        if let found = resolve(raw, standing, offset, section.blocks[index].kind) {
          references.append(found)
        }
      }
    }
    return references
  }

  private func resolve(_ raw: RawReference, _ standing: Int, _ offset: Int, _ kind: Block.Kind)
    -> Reference?
  {
    var raw = raw
    if raw.opensWithAgain, !raw.external,
      clauses(for: raw.words, annex: annexHolding(raw.span.lower + offset)).isEmpty
    {
      // "see also recognizing a) above"
      raw.words.removeFirst()
      raw.head = Span(raw.verb, raw.head.upper)
      raw.span = Span(raw.verb, raw.span.upper)
    }
    let span = raw.span.shifted(by: offset)
    let annex = annexHolding(span.lower)
    let inFootnote = raw.footnote || kind == .footnote
    var reference = Reference(
      span: span, head: raw.head.shifted(by: offset), items: [], direction: raw.direction,
      directionSpan: .none, isExternal: raw.external, clause: -1, rivals: [],
      paragraph: standing, inFootnote: inFootnote, targets: [])
    if let direction = raw.direction {
      reference.directionSpan = Span(span.upper - direction.name.utf8.count, span.upper)
    }
    reference.items = raw.items.map {
      Reference.Item(item: $0.shifted(by: offset), outcome: .missing, paragraph: -1, path: [])
    }
    guard !raw.external else { return reference }
    var candidates = clauses(for: raw.words, annex: annex)
    // Words of an addressee that no heading has: a sentence about what someone instructs.
    if candidates.isEmpty, raw.words.count > 1, raw.direction == nil, !raw.ofThis { return nil }
    if candidates.isEmpty, raw.items.isEmpty { return nil }
    if candidates.count > 1 { candidates = fitting(candidates, reference) }
    if let first = candidates.first {
      reference.clause = first
      reference.rivals = Array(candidates.dropFirst())
      findTargets(&reference)
    }
    if raw.mayBeExternal,
      reference.clause < 0 || reference.items.contains(where: { $0.outcome != .found })
    {
      reference.isExternal = true
      reference.targets = []
    }
    return reference
  }

  private func annexHolding(_ offset: Int) -> Int {
    for (index, annex) in tree.annexes.enumerated() where annex.span.contains(offset) {
      return index
    }
    return -1
  }

  // MARK: - Clauses

  /// The clauses whose heading these words name best: exactly, without its tail, or by its
  /// beginning. Clauses of the same annex come before those of the body.
  private func clauses(for words: [UInt32], annex: Int) -> [Int] {
    if annex >= 0 {
      let own = best(words, in: tree.annexes[annex].clauses)
      if !own.isEmpty { return own }
    }
    return best(words, in: tree.bodyClauses.indices)
  }

  private func best(_ words: [UInt32], in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var rank = 0
    for index in range {
      let quality = quality(of: words, for: tree.clauses[index])
      if quality > rank {
        rank = quality
        found = [index]
      } else if quality == rank, rank > 0 {
        found.append(index)
      }
    }
    return found
  }

  private func quality(of words: [UInt32], for clause: Clause) -> Int {
    if words == clause.words { return 4 }
    if words.elementsEqual(clause.words[..<clause.coreCount]) { return 3 }
    guard clause.words.starts(with: words) else { return 0 }
    if words.count > 1 { return 2 }
    // "resolves 2" may stand for "resolves to instruct ... 2", never "instructs 2" for any office.
    return ReferenceWords.english.deciding.contains(words[0]) ? 1 : 0
  }

  /// Of several clauses with one name, those that have the labels and lie in the direction named.
  private func fitting(_ candidates: [Int], _ reference: Reference) -> [Int] {
    let good = candidates.filter { index in
      var trial = reference
      trial.clause = index
      findTargets(&trial)
      guard trial.items.allSatisfy({ $0.outcome == .found }) else { return false }
      let before = tree.clauses[index].heading.span.lower < reference.span.lower
      switch reference.direction {
      case .above: return before
      case .below: return !before
      case nil: return true
      }
    }
    return good.isEmpty ? candidates : good
  }

  // MARK: - Paragraphs

  private func findTargets(_ reference: inout Reference) {
    let clause = tree.clauses[reference.clause]
    let labelled = clause.paragraphs.contains { tree.paragraphs[$0].isLabelled }
    var targets: [Int] = []
    if reference.items.isEmpty { targets = topLevel(clause) }
    for i in reference.items.indices {
      let item = reference.items[i]
      guard labelled else {
        reference.items[i].outcome = .unnumbered
        continue
      }
      let found = find(item.item.steps, in: clause)
      reference.items[i].outcome = found.outcome
      reference.items[i].path = found.path
      guard let target = found.path.last else { continue }
      reference.items[i].paragraph = target
      if item.endsRange, i > 0, reference.items[i - 1].paragraph >= 0 {
        targets += between(reference.items[i - 1].paragraph, target)
      }
      targets.append(target)
    }
    reference.targets = targets
  }

  private func topLevel(_ clause: Clause) -> [Int] {
    clause.paragraphs.filter { tree.paragraphs[$0].parent < 0 }
  }

  private func between(_ first: Int, _ last: Int) -> [Int] {
    guard first < last else { return [] }
    let list = tree.paragraphs[first].list
    return ((first + 1)..<last).filter { tree.paragraphs[$0].list == list }
  }

  private func find(_ steps: [ReferenceItem.Step], in clause: Clause)
    -> (outcome: Reference.Outcome, path: [Int])
  {
    var path: [Int] = []
    for step in steps {
      let level = Level(clause, under: path.last, tree)
      guard
        let match = clause.paragraphs.first(where: {
          level.holds($0, tree) && matches(tree.paragraphs[$0], step)
        })
      else {
        let first = path.isEmpty ? clause.paragraphs.first { level.holds($0, tree) } : nil
        return (outcome(step, first: first), [])
      }
      path.append(match)
    }
    return (.found, path)
  }

  /// The labelled paragraphs under one of the clause, or of the clause itself; where it has none, those
  /// under a plain lead-in.
  private struct Level {
    let parent: Int?
    let isUnderLeadIn: Bool

    init(_ clause: Clause, under parent: Int?, _ tree: Resolution) {
      self.parent = parent
      isUnderLeadIn =
        parent == nil
        && !clause.paragraphs.contains {
          tree.paragraphs[$0].isLabelled && tree.paragraphs[$0].parent < 0
        }
    }

    func holds(_ index: Int, _ tree: Resolution) -> Bool {
      guard tree.paragraphs[index].isLabelled else { return false }
      let above = tree.paragraphs[index].parent
      if let parent { return above == parent }
      return isUnderLeadIn ? above >= 0 && !tree.paragraphs[above].isLabelled : above < 0
    }
  }

  private func matches(_ paragraph: Paragraph, _ step: ReferenceItem.Step) -> Bool {
    guard Int(paragraph.label?.suffix ?? 0) == step.suffix else { return false }
    switch (paragraph.form, step.form) {
    case (.digit, .digit), (.decimal, .decimal), (.decimal, .digit):
      return paragraph.ordinal == step.ordinal
    case (.letter, .letter), (.letter, .roman): return paragraph.ordinal == step.ordinal
    case (.roman, .roman), (.roman, .letter): return paragraph.ordinal == step.roman
    default: return false
    }
  }

  /// - Parameter first: the first labelled paragraph of the clause, where its own level was looked at.
  private func outcome(_ step: ReferenceItem.Step, first: Int?) -> Reference.Outcome {
    guard let first else { return .missing }
    let numbered = tree.paragraphs[first].form == .digit || tree.paragraphs[first].form == .decimal
    return numbered == (step.form == .digit) ? .missing : .wrongKind
  }
}
