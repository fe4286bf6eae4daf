internal import Semantics
internal import Syntax

/// Pairs the brackets of one passage. A `)` that ends a label belongs to the label (INTERFACE,
/// brackets): `§ 90 q)`, `considering c) ii)`, `a) lamps, b) buoys`.
struct BracketPairs {
  private typealias Tokens = UnsafeBufferPointer<Token>

  /// Round brackets without a partner, as spans of the section.
  var unclosed: [Span] { open }
  private(set) var unopened: [Span] = []
  /// Square ones: they may set off several paragraphs, and so are paired across passages.
  private(set) var squares: [(span: Span, opens: Bool)] = []

  private let vocabulary: Vocabulary
  private var open: [Span] = []
  /// Brackets closed by a `)` that may also end a label; if a later `)` finds none open, it did.
  private var doubtful: [Span] = []
  /// Index of the last `)` that ended a label, or -1.
  private var lastLabel = -1
  /// The last number that was a label.
  private var lastNumber: UInt32 = 0

  private static let and = wordHash("and")
  private static let or = wordHash("or")
  private static let to = wordHash("to")

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Takes the place of what was read before.
  /// - Parameters:
  ///   - tokens: of a passage.
  ///   - places: where brackets stand among them; `nil` where that is not known.
  ///   - start: of the passage in the section, in bytes.
  mutating func read(_ tokens: TokenList, _ places: WordIndex.Places?, start: Int) {
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    if !doubtful.isEmpty { doubtful.removeAll(keepingCapacity: true) }
    if !unopened.isEmpty { unopened.removeAll(keepingCapacity: true) }
    if !squares.isEmpty { squares.removeAll(keepingCapacity: true) }
    lastLabel = -1
    lastNumber = 0
    tokens.withUnsafeBufferPointer { tokens in
      var next = places?.next(from: 0) ?? 0
      while next < tokens.count {
        let index = next
        next = places?.next(from: index + 1) ?? index + 1
        let token = tokens[index]
        guard token.kind == .mark,
          token.hash & ~1 == 0x28 || token.hash == 0x5B || token.hash == 0x5D,
          !token.flags.contains(.footnote)
        else { continue }
        let span = token.span.shifted(by: start)
        switch token.hash {
        case 0x28: open.append(span)
        case 0x29: close(tokens, index, span)
        default: squares.append((span, token.hash == 0x5B))
        }
      }
    }
  }

  private mutating func close(_ tokens: Tokens, _ index: Int, _ span: Span) {
    // Behind most words and years there is no label to be looked for.
    let mayBeLabel = Self.mayEndLabel(tokens, index)
    let lists = mayBeLabel && listsLabels(tokens, before: index - 1)
    let label = mayBeLabel && endsLabel(tokens, index, lists)
    if label, lists, tokens[index - 1].kind == .word {
      lastLabel = index
      return
    }
    guard open.isEmpty else {
      let opening = open.removeLast()
      if label { doubtful.append(opening) }
      return
    }
    if label {
      lastLabel = index
      if tokens[index - 1].kind == .number { lastNumber = tokens[index - 1].hash }
      return
    }
    if !doubtful.isEmpty {
      // The `)` before ended a label of an enumeration; this one closes the bracket.
      doubtful.removeLast()
      return
    }
    unopened.append(span)
  }

  /// A letter, a small number or a roman one stands directly before the bracket.
  private static func mayEndLabel(_ tokens: Tokens, _ index: Int) -> Bool {
    guard index > 0, !tokens[index].hasSpaceBefore else { return false }
    let last = tokens[index - 1]
    return last.kind == .word ? isLabelText(last) : last.kind == .number && last.hash < 40
  }

  /// A section sign, a heading word or a label stands before, and only what joins labels since.
  private func listsLabels(_ tokens: Tokens, before index: Int) -> Bool {
    var i = index - 1
    let limit = max(0, index - 60)
    while i >= limit {
      let token = tokens[i]
      switch token.kind {
      case .sectionSign: return true
      case .number, .dash: break
      case .word:
        if Self.isJoint(token) || Self.isLabelText(token) { break }
        return vocabulary.mayOpenHeading(token.hash) && !token.flags.contains(.capital)
      case .mark:
        if i == lastLabel { return true }
        switch token.hash {
        case 0x28, 0x29, 0x2C, 0x2F: break
        default: return false
        }
      default: return false
      }
      i -= 1
    }
    return false
  }

  /// Behind what may be one, and not `(` before that.
  private func endsLabel(_ tokens: Tokens, _ index: Int, _ lists: Bool) -> Bool {
    let last = tokens[index - 1]
    let before = index > 1 ? tokens[index - 2] : nil
    if let before, before.isMark(0x28), !last.hasSpaceBefore { return false }
    if last.kind == .word { return last.hasSpaceBefore || lists || before == nil }
    return isEnumerated(last.hash, before, lists)
  }

  /// A number is a label where an enumeration can begin or go on: at the start, behind a mark, or
  /// where it is the next one.
  private func isEnumerated(_ number: UInt32, _ before: Token?, _ lists: Bool) -> Bool {
    guard let before, number != lastNumber &+ 1 else { return true }
    if before.kind == .mark {
      return before.isMark(0x2C) || before.isMark(0x2E) || before.isMark(0x3A)
        || before.isMark(0x3B)
    }
    return lists && Self.isJoint(before)
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

  private static let labels: WordSet = {
    let romans = [
      "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi",
      "xvii", "xviii", "xix", "xx", "bis", "ter",
    ]
    let letters: ClosedRange<UInt8> = 0x61...0x7A
    let doubled =
      letters.map { String(decoding: [$0, $0], as: UTF8.self) }
      + letters.map { String(decoding: [0x61, $0], as: UTF8.self) }
    return WordSet(words: romans + doubled)
  }()
}
