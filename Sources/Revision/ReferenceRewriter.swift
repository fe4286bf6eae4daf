internal import Semantics
internal import Syntax
internal import TextModel

/// Writes the labels of one reference anew, in the reference's own form: as they stand where only
/// labels changed, in a new order or as a new list where the paragraphs themselves moved.
struct ReferenceRewriter {
  let plan: Plan
  let reference: Reference
  let slots: [Slot]
  private(set) var edits: [TextEdit] = []
  /// What it names behind the edit.
  private(set) var named: Set<Int>?
  /// How many references it has become.
  private(set) var parts = 1
  /// A range takes a new paragraph in.
  private(set) var isWider = false
  /// The inverse edit would not restore its words.
  private(set) var isRewritten = false
  /// A direction word was written already.
  private(set) var turnsWord = false
  /// It names the clause alone.
  private(set) var namesClause = false
  /// The paragraphs at the ends of ranges, by the offset of the label.
  private var ends: [Int: Int] = [:]

  init(plan: Plan, reference: Reference, slots: [Slot]) {
    self.plan = plan
    self.reference = reference
    self.slots = slots
  }

  private var outline: Outline { plan.outline }

  /// The paragraphs named, ranges expanded, in the order of the labels.
  var targets: [Int] { reference.targets }

  private func now(_ index: Int) -> Int { plan.successor(of: index, isLast: true) }

  mutating func rewrite() throws(RevisionRefusal) {
    var left: [Int] = []
    for target in targets where !plan.removed.contains(target) || plan.merged?.from == target {
      if !left.contains(now(target)) { left.append(now(target)) }
    }
    if left.isEmpty {
      // Nothing is left that it could name.
      named = nil
      return
    }
    named = Set(left)
    if left.allSatisfy({ plan.stripped.contains($0) }) { return nameClause() }
    let isSame =
      left.count == Set(targets).count
      && left.allSatisfy { plan.clause(of: $0) == reference.clause }
      && !left.contains { plan.stripped.contains($0) }
    guard isSame else { return try compose(left) }
    let ranges = slots.contains { $0.item.endsRange }
    if ranges, !keepsRanges() { return try compose(left) }
    if !ranges, let sorted = sorted() {
      for (slot, other) in zip(slots, sorted) where slot.span != other.span {
        edits.append(TextEdit(range: slot.span.range, replacement: try other.text(plan)))
      }
      for (slot, other) in zip(slots, sorted) where slot.span == other.span {
        edits += try slot.steps(plan)
      }
      return
    }
    for slot in slots {
      if let end = ends[slot.span.lower], end != now(slot.target) {
        edits.append(
          TextEdit(range: slot.span.range, replacement: plan.path(to: end, like: slot)))
      } else {
        edits += try slot.steps(plan)
      }
    }
  }

  // MARK: - Order

  private func position(_ index: Int) -> Int { plan.order.firstIndex(of: index) ?? index }

  /// The labels in their new order, if they stood in order before and no longer do.
  private func sorted() -> [Slot]? {
    guard slots.count > 1, !plan.exchanges.isEmpty else { return nil }
    let old = slots.map(\.target)
    guard zip(old, old.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return nil
    }
    let new = slots.map { position(now($0.target)) }
    guard !zip(new, new.dropFirst()).allSatisfy({ $0 < $1 }),
      !slots.contains(where: \.isShortened)
    else { return nil }
    return slots.sorted { position(now($0.target)) < position(now($1.target)) }
  }

  // MARK: - Ranges

  /// Whether each range still runs from its first to its last paragraph and holds the same ones.
  private mutating func keepsRanges() -> Bool {
    for (first, last) in zip(slots, slots.dropFirst()) where last.item.endsRange {
      let old = Set(members(first.target, last.target).map { now($0) })
      let places = old.map { position($0) }
      guard let from = places.min(), let to = places.max(), from < to else { return false }
      let level = outline.tree.paragraphs[first.target]
      let between = plan.order[from...to].filter { index in
        if index == plan.freshIndex { return plan.freshList == level.list }
        return outline.tree.paragraphs[index].list == level.list
          && plan.clause(of: index) == level.clause
      }
      let new = Set(between)
      ends[first.span.lower] = plan.order[from]
      ends[last.span.lower] = plan.order[to]
      if new == old { continue }
      guard new.subtracting(old) == [plan.freshIndex], old.isSubset(of: new) else { return false }
      isWider = true
      named?.insert(plan.freshIndex)
    }
    return true
  }

  private func members(_ first: Int, _ last: Int) -> [Int] {
    guard first < last else { return [first, last] }
    let list = outline.tree.paragraphs[first].list
    return (first...last).filter { outline.tree.paragraphs[$0].list == list }
  }

  // MARK: - The clause alone

  /// "resolves 1 above" becomes "resolves above" where the clause has one paragraph left.
  private mutating func nameClause() {
    namesClause = true
    let head = outline.writer.withEmphasis(reference.head)
    guard let last = slots.last else { return }
    let label = plan.outline.label(of: last.target)
    let old = outline.section.bytes[head.upper..<max(head.upper, last.span.upper)]
    if slots.count > 1 || !old.elementsEqual(label.map { plan.firstLabel($0, in: reference) } ?? [])
    {
      isRewritten = true
    }
    if reference.direction != nil {
      edits.append(TextEdit(range: head.upper..<last.span.upper, text: ""))
    } else {
      let before = plan.isBefore(
        outline.tree.clauses[reference.clause].heading.span.lower, reference.span.lower)
      edits.append(
        TextEdit(range: head.upper..<last.span.upper, text: before ? " above" : " below"))
      isRewritten = true
      turnsWord = true
    }
  }

  // MARK: - A new list

  private mutating func compose(_ left: [Int]) throws(RevisionRefusal) {
    guard let first = slots.first, let last = slots.last else { return }
    let ordered = left.sorted { position($0) < position($1) }
    var groups: [(clause: Int, members: [Int])] = []
    for index in ordered {
      let clause = plan.clause(of: index)
      if let at = groups.firstIndex(where: { $0.clause == clause }) {
        groups[at].members.append(index)
      } else {
        groups.append((clause, [index]))
      }
    }
    // What stays with its heading comes first.
    if let own = groups.firstIndex(where: { $0.clause == reference.clause }), own > 0 {
      groups.insert(groups.remove(at: own), at: 0)
    }
    parts = groups.count
    let crosses = groups.contains { $0.clause != reference.clause }
    if crosses || parts > 1 || slots.contains(where: { $0.item.endsRange }) {
      isRewritten = isRewritten || !isPlain
    }
    var text = try list(groups[0].members, first)
    let head = outline.writer.withEmphasis(reference.head)
    if groups[0].clause != reference.clause {
      edits.append(
        TextEdit(
          range: reference.head.range, text: outline.headWords(ofClause: groups[0].clause)))
    }
    let marks = outline.section.bytes[head.lower..<reference.head.lower]
    for group in groups.dropFirst() {
      text += Array(" and ".utf8) + marks
      text += Array(outline.headWords(ofClause: group.clause).utf8) + marks.reversed()
      text += [0x20] + (try list(group.members, first))
    }
    if text.isEmpty { return nameClause() }
    edits.append(TextEdit(range: first.span.lower..<last.span.upper, replacement: text))
  }

  /// One label, and a heading written as the text has it: the inverse edit finds the same words.
  private var isPlain: Bool {
    slots.count == 1 && parts == 1 && !slots[0].isMixed
      && outline.meaning.plainText(reference.head) == outline.headWords(ofClause: reference.clause)
  }

  private func list(_ members: [Int], _ first: Slot) throws(RevisionRefusal) -> [UInt8] {
    var texts: [[UInt8]] = []
    let ranges = slots.contains { $0.item.endsRange }
    var i = 0
    while i < members.count {
      let start = members[i]
      var end = i
      while ranges, end + 1 < members.count, isNext(members[end], members[end + 1]) { end += 1 }
      var text = try self.text(start, first)
      if end > i { text += rangeWord + (try self.text(members[end], first)) }
      texts.append(text)
      i = end + 1
    }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? [] }
    let comma = Array(", ".utf8)
    var joined = Array(texts.dropLast().joined(separator: comma))
    if hasSerialComma, texts.count > 2 { joined.append(0x2C) }
    return joined + Array((isAlternative ? " or " : " and ").utf8) + last
  }

  private func text(_ index: Int, _ first: Slot) throws(RevisionRefusal) -> [UInt8] {
    let own = slots.first { now($0.target) == index && !$0.isShortened }
    if let own, plan.clause(of: index) == reference.clause { return try own.text(plan) }
    return plan.path(to: index, like: own ?? first)
  }

  private func isNext(_ first: Int, _ second: Int) -> Bool {
    guard first < plan.freshIndex, second < plan.freshIndex else { return false }
    let list = outline.tree.paragraphs[first].list
    guard outline.tree.paragraphs[second].list == list else { return false }
    let from = position(first)
    let to = position(second)
    guard from < to else { return false }
    return !plan.order[(from + 1)..<to].contains { index in
      index == plan.freshIndex
        ? plan.freshList == list
        : outline.tree.paragraphs[index].list == list && plan.clause(of: index) == reference.clause
    }
  }

  // MARK: - The reference's own form

  private func separator(before index: Int) -> String {
    guard slots.indices.contains(index), index > 0 else { return "" }
    return outline.section.string(
      Span(slots[index - 1].span.upper, slots[index].span.lower))
  }

  private var rangeWord: [UInt8] {
    for index in slots.indices where slots[index].item.endsRange {
      return Array(separator(before: index).utf8)
    }
    return Array(" to ".utf8)
  }

  private var hasSerialComma: Bool {
    slots.count > 2 && separator(before: slots.count - 1).utf8.first == 0x2C
  }

  private var isAlternative: Bool {
    let hash = wordHash("or")
    return separator(before: slots.count - 1).split(separator: " ").contains {
      wordHash($0) == hash
    }
  }
}
