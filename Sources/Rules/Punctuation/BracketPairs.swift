internal import Semantics
internal import Syntax

/// Pairs the brackets of one passage. A `)` that ends a label belongs to the label (INTERFACE,
/// brackets): `§ 90 q)`, `considering c) ii)`, `a) lamps, b) buoys`.
struct BracketPairs {
  /// Round brackets without a partner, as spans of the section.
  private(set) var unclosed: [Span] = []
  private(set) var unopened: [Span] = []
  /// Square ones: they may set off several paragraphs, and so are paired across passages.
  private(set) var squares: [(span: Span, opens: Bool)] = []

  private let vocabulary: Vocabulary
  private var open: [Span] = []
  /// Brackets closed by a `)` that may also end a label; if a later `)` finds none open, it did.
  private var doubtful: [Span] = []
  /// A section sign, a heading word or a label stands before, and only what joins labels since.
  private var listsLabels = false
  /// The last number that was a label.
  private var lastNumber: UInt32 = 0
  private var last: Token?
  private var beforeLast: Token?

  private static let and = wordHash("and")
  private static let or = wordHash("or")
  private static let to = wordHash("to")

  init(_ passage: Passage, _ section: Section) {
    vocabulary = section.vocabulary
    passage.forEach(in: section) { token, start in take(token, start) }
    unclosed = open
  }

  private mutating func take(_ token: Token, _ start: Int) {
    if token.kind == .mark {
      switch token.hash {
      case 0x28: open.append(token.span.shifted(by: start))
      case 0x29: close(token, start)
      case 0x5B: squares.append((token.span.shifted(by: start), true))
      case 0x5D: squares.append((token.span.shifted(by: start), false))
      default: break
      }
    }
    follow(token)
    beforeLast = last
    last = token
  }

  /// Keeps track of whether a list of labels is being written.
  private mutating func follow(_ token: Token) {
    switch token.kind {
    case .sectionSign: listsLabels = true
    case .word:
      if Self.isJoint(token) || Self.isLabelText(token) { return }
      listsLabels = vocabulary.mayOpenHeading(token.hash) && !token.flags.contains(.capital)
    case .number, .dash: return
    case .mark:
      if token.isMark(0x2C) || token.isMark(0x28) || token.isMark(0x29) || token.isMark(0x2F) {
        return
      }
      listsLabels = false
    default: listsLabels = false
    }
  }

  private mutating func close(_ token: Token, _ start: Int) {
    let span = token.span.shifted(by: start)
    let label = endsLabel(token)
    if label, listsLabels, last?.kind == .word { return }
    guard open.isEmpty else {
      let opening = open.removeLast()
      if label { doubtful.append(opening) }
      return
    }
    if label {
      listsLabels = true
      if let last, last.kind == .number { lastNumber = last.hash }
      return
    }
    if !doubtful.isEmpty {
      // The `)` before ended a label of an enumeration; this one closes the bracket.
      doubtful.removeLast()
      return
    }
    unopened.append(span)
  }

  /// A letter, a small numeral or a roman one directly before the `)`, and not `(` before that.
  private func endsLabel(_ token: Token) -> Bool {
    guard let last, !token.hasSpaceBefore else { return false }
    if let beforeLast, beforeLast.isMark(0x28), !last.hasSpaceBefore { return false }
    switch last.kind {
    case .word:
      return Self.isLabelText(last) && (last.hasSpaceBefore || listsLabels || beforeLast == nil)
    case .number: return last.hash < 40 && isEnumerated(last.hash)
    default: return false
    }
  }

  /// A number is a label where an enumeration can begin or go on: at the start, behind a mark, or
  /// where it is the next one.
  private func isEnumerated(_ number: UInt32) -> Bool {
    guard let before = beforeLast, number != lastNumber &+ 1 else { return true }
    if listsLabels, Self.isJoint(before) { return true }
    if case .mark = before.kind {
      return [0x2C, 0x2E, 0x3A, 0x3B].contains(before.hash)
    }
    return false
  }

  private static func isJoint(_ token: Token) -> Bool {
    token.hash == and || token.hash == or || token.hash == to
  }

  /// `b`, `aa`, `iv`, `102b`.
  private static func isLabelText(_ token: Token) -> Bool {
    guard token.length <= 5, !token.flags.contains(.otherScript) else { return false }
    if token.length == 1 || labels.contains(token.hash) { return true }
    return token.flags.contains(.special) && !token.flags.contains(.capital)
      && !token.flags.contains(.capitals)
  }

  private static let labels: Set<UInt32> = {
    let romans = [
      "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi",
      "xvii", "xviii", "xix", "xx", "bis", "ter",
    ]
    let letters: ClosedRange<UInt8> = 0x61...0x7A
    let doubled =
      letters.map { String(decoding: [$0, $0], as: UTF8.self) }
      + letters.map { String(decoding: [0x61, $0], as: UTF8.self) }
    return Set((romans + doubled).map { wordHash($0) })
  }()
}
