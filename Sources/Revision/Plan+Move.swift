internal import Semantics
internal import Syntax
internal import TextModel

extension Plan {
  mutating func move(_ index: Int, up: Bool) throws(RevisionRefusal) {
    guard tree.paragraphs.indices.contains(index) else { throw .notThere }
    try outline.requireLabels(index)
    let siblings = outline.siblings(of: index)
    guard let at = siblings.firstIndex(of: index) else { throw .notThere }
    let other = up ? at - 1 : at + 1
    if siblings.indices.contains(other) {
      try rotate(siblings, from: at, to: other)
    } else {
      try cross(index, up: up)
    }
  }

  // MARK: - In one list

  /// A paragraph takes the place of another in its list; those between move by one.
  mutating func rotate(_ siblings: [Int], from: Int, to: Int) throws(RevisionRefusal) {
    try outline.requireAscent(siblings)
    let places = min(from, to)...max(from, to)
    var units = Array(siblings[places])
    let moving = units.remove(at: from - places.lowerBound)
    units.insert(moving, at: to - places.lowerBound)
    var bodies: [Range<Int>] = []
    for place in places {
      let index = siblings[place]
      guard let body = outline.body(of: index) else { throw .notThere }
      // A paragraph without a label between two of the list belongs to one of them, and nobody knows
      // to which.
      if place > places.lowerBound, outline.last(below: siblings[place - 1]) + 1 != index {
        throw .unclear("something else stands between the paragraphs")
      }
      bodies.append(body)
    }
    let marks = siblings[places].map { outline.endMark(of: $0) }
    let first = siblings[places.lowerBound]
    let last = outline.last(below: siblings[places.upperBound])
    var reordered: [Int] = []
    for (offset, unit) in units.enumerated() {
      let place = places.lowerBound + offset
      reordered += Array(unit...outline.last(below: unit))
      guard unit != siblings[place] else { continue }
      guard let source = siblings[places].firstIndex(of: unit) else { throw .notThere }
      exchanges.append((to: bodies[offset], from: bodies[source - places.lowerBound]))
      if let label = outline.label(of: siblings[place]) {
        guard let own = outline.label(of: unit), own.form == label.form else {
          throw .unclear("the labels are of two forms")
        }
        relabelled[unit] = label
      }
      if marks.allSatisfy({ $0 != nil }), let own = marks[source - places.lowerBound],
        let wanted = marks[offset], own.mark != wanted.mark
      {
        replace(own.span.range, [wanted.mark])
      }
    }
    order.replaceSubrange(first...last, with: reordered)
  }

  // MARK: - Into the next clause

  /// The last paragraph of a clause and the heading behind it change places, or the first and its own
  /// heading: then the paragraph ends the clause before.
  private mutating func cross(_ index: Int, up: Bool) throws(RevisionRefusal) {
    let paragraph = tree.paragraphs[index]
    guard paragraph.clause >= 0, paragraph.parent < 0 else { throw .notThere }
    let target = up ? paragraph.clause - 1 : paragraph.clause + 1
    guard tree.clauses.indices.contains(target),
      tree.clauses[target].annex == tree.clauses[paragraph.clause].annex
    else { throw .notThere }
    let own = outline.top(ofClause: paragraph.clause)
    let others = outline.top(ofClause: target)
    guard own.count > 1, !others.isEmpty else {
      throw .unclear("a clause would be left without a paragraph")
    }
    guard index == (up ? own.first : own.last),
      let label = outline.label(of: index), label.suffix == 0,
      own.allSatisfy({ outline.label(of: $0) != nil }),
      others.count == 1 || others.allSatisfy({ outline.label(of: $0) != nil })
    else { throw .unclear("a paragraph beside it has no label") }
    try outline.requireRun(own)
    try outline.requireRun(others)
    let headed = up ? paragraph.clause : target
    guard let body = outline.body(of: index), let heading = outline.body(ofHeading: headed),
      (own + others).allSatisfy({ outline.body(of: $0) != nil })
    else { throw .unclear("a heading stands on the same line as its paragraph") }
    for unit in index...outline.last(below: index) { clauses[unit] = target }
    exchanges = [(to: heading, from: body), (to: body, from: heading)]
    try settle(index, in: target, others, up)
    if up { shift(own.dropFirst(), by: -1) }
    try settleLone(index)
    exchangeMarks(index, up ? others.last : own.dropLast().last, up)
  }

  /// The label that the paragraph has among those of another clause.
  private mutating func settle(_ index: Int, in target: Int, _ others: [Int], _ up: Bool)
    throws(RevisionRefusal)
  {
    guard let last = others.last, let first = others.first else { return }
    let form = outline.form(part: tree.clauses[target].part, level: 1)
    var value = 2
    try requireNoLoneLabel(first)
    if let label = outline.label(of: up ? last : first) {
      guard label.form == form else {
        throw .unclear("the labels there are not in the style of their place")
      }
      value = up ? label.value + 1 : label.value
      if !up { shift(others, by: 1) }
    } else {
      let typing = typing(form, inClause: target)
      add(NewLabel(form: form, value: up ? 1 : 2), to: first, typing)
      if !up { value = 1 }
    }
    relabelled[index] = NewLabel(form: form, value: value)
  }

  /// The end of a clause keeps its comma or full stop.
  private mutating func exchangeMarks(_ index: Int, _ neighbour: Int?, _ up: Bool) {
    guard let neighbour, let own = outline.endMark(of: index),
      let other = outline.endMark(of: neighbour)
    else { return }
    let (ending, inner) = up ? (other, own) : (own, other)
    guard ending.mark == 0x2C || ending.mark == 0x2E, inner.mark == 0x3B else { return }
    replace(own.span.range, [other.mark])
    replace(other.span.range, [own.mark])
  }
}
