internal import TextModel

/// Finds marks of tracked changes in one pass over a text, or over a part of it that begins with a line.
struct ChangeScanner {
  /// Those that begin in the part.
  private(set) var marks: [TrackedChanges.Mark] = []
  /// Signs before the part that find their partner in it, by their place in `ScanState.open`.
  private(set) var closed: [Int] = []
  /// No sign before the part ends in it: its marks are those that it has behind any other signs.
  private(set) var isOwn = true
  private var inside: ScanState.Inside
  private let view: ByteView
  private var offset = 0
  /// Signs that wait for their partner, at most one of each; the outer before the inner.
  private var open: [Opening] = []

  typealias Sign = ScanState.Sign

  private struct Opening {
    var sign: Sign
    var start: Int
    var content: Int
    /// Of a substitution: where `~>` stands.
    var middle: Int?
    /// Where it stands in the state before the part; `nil` for a sign of the part.
    var origin: Int?
  }

  /// - Parameter state: what the text before the part leaves open.
  init(_ view: ByteView, after state: ScanState = ScanState()) {
    self.view = view
    inside = state.inside
    // Offsets before the part only have to be smaller than any in it.
    open = state.open.enumerated().map { index, sign in
      Opening(
        sign: sign.sign, start: -8, content: -8, middle: sign.hasMiddle ? -4 : nil, origin: index)
    }
  }

  /// What the part leaves open.
  var state: ScanState {
    ScanState(
      inside: inside,
      open: open.map { ScanState.Open(sign: $0.sign, hasMiddle: $0.middle != nil) })
  }

  /// For each sign that is left open, its place in the state before the part; `nil` for a sign of the
  /// part.
  var origins: [Int?] { open.map(\.origin) }

  mutating func run() {
    var lineStart = false
    switch inside {
    case .text: lineStart = true
    case .comment: passComment()
    case .fence(let byte): offset = endOfFence(from: 0, byte)
    }
    while offset < view.count {
      if lineStart {
        lineStart = false
        if beginLine() { continue }
      }
      switch view[offset] {
      case 0x0A, 0x0D:
        lineStart = true
        offset += 1
      case 0x60: code()
      case 0x3C: angle()
      case 0x7B: brace()
      case 0x7D: closeBrace()
      case 0x7E: tilde()
      default: offset += 1
      }
    }
  }

  /// Passes over fenced code; a blank line ends what Markdown strikes out.
  /// - Returns: whether the line was taken.
  private mutating func beginLine() -> Bool {
    var i = offset
    while view[i] == 0x20 || view[i] == 0x09 { i += 1 }
    let byte = view[i]
    if byte == 0x0A || byte == 0x0D { open.removeAll { $0.sign == .strike } }
    guard byte == 0x60 || byte == 0x7E, isFence(at: i, byte) else { return false }
    let next = view.afterLineEnd(view.endOfLine(from: i))
    offset = max(endOfFence(from: next, byte), offset + 1)
    return true
  }

  /// Passes over fenced code up to the end of the line that closes it.
  ///
  /// - Parameter start: the first line of the code.
  private mutating func endOfFence(from start: Int, _ byte: UInt8) -> Int {
    inside = .fence(byte)
    var i = start
    while i < view.count {
      while view[i] == 0x20 || view[i] == 0x09 { i += 1 }
      let end = view.endOfLine(from: i)
      if isFence(at: i, byte) {
        inside = .text
        return end
      }
      i = view.afterLineEnd(end)
    }
    return i
  }

  private mutating func passComment() {
    inside = .comment
    while offset < view.count, !view.matches("-->", at: offset) { offset += 1 }
    if offset < view.count { inside = .text }
    offset = min(view.count, offset + 3)
  }

  private func isFence(at i: Int, _ byte: UInt8) -> Bool {
    view[i] == byte && view[i + 1] == byte && view[i + 2] == byte
  }

  /// Code in a line ends with the next backtick of the line.
  private mutating func code() {
    var i = offset
    while view[i] == 0x60 { i += 1 }
    let content = i
    while i < view.count, view[i] != 0x60, view[i] != 0x0A, view[i] != 0x0D { i += 1 }
    guard view[i] == 0x60 else {
      offset = content
      return
    }
    while view[i] == 0x60 { i += 1 }
    offset = i
  }

  private mutating func angle() {
    if view.matches("<!--", at: offset) {
      offset += 4
      passComment()
      return
    }
    let closes = view[offset + 1] == 0x2F
    let name = offset + (closes ? 2 : 1)
    let sign: Sign
    if view.matchesFolded("ins", at: name) {
      sign = .insertionTag
    } else if view.matchesFolded("del", at: name) {
      sign = .deletionTag
    } else {
      offset += 1
      return
    }
    let next = view[name + 3]
    var end = name + 3
    let limit = min(view.count, offset + 300)
    while end < limit, view[end] != 0x3E, view[end] != 0x3C, view[end] != 0x0A { end += 1 }
    guard next == 0x3E || next == 0x20 || next == 0x09, view[end] == 0x3E else {
      offset += 1
      return
    }
    if closes { close(sign, from: offset, to: end + 1) } else { begin(sign, to: end + 1) }
    offset = end + 1
  }

  private mutating func brace() {
    guard view.opensChange(at: offset) else {
      offset += 1
      return
    }
    let sign: Sign
    switch view[offset + 1] {
    case 0x2B: sign = .insertion
    case 0x2D: sign = .deletion
    case 0x7E: sign = .substitution
    case 0x3E: sign = .comment
    default: sign = .highlight
    }
    begin(sign, to: offset + 3)
    offset += 3
  }

  private mutating func closeBrace() {
    let sign: Sign?
    switch view[offset - 1] {
    case 0x2B: sign = .insertion
    case 0x2D: sign = .deletion
    case 0x7E: sign = .substitution
    case 0x3C: sign = .comment
    case 0x3D: sign = .highlight
    default: sign = nil
    }
    if let sign, view[offset - 2] == view[offset - 1] {
      close(sign, from: offset - 2, to: offset + 1)
    }
    offset += 1
  }

  private mutating func tilde() {
    var end = offset
    while view[end] == 0x7E { end += 1 }
    defer { offset = end }
    if view[end] == 0x3E {
      // The last tilde belongs to the arrow.
      if let index = open.firstIndex(where: { $0.sign == .substitution }),
        open[index].middle == nil
      {
        open[index].middle = end - 1
      }
      return
    }
    guard end - offset == 2, view[end] != 0x7D else { return }
    let opening = open.first { $0.sign == .strike }
    if let opening, opening.content < offset, !isBlank(view[offset - 1]) {
      close(.strike, from: offset, to: end)
    } else if !isBlank(view[end]), end < view.count {
      begin(.strike, to: end)
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// A second sign of a kind takes the place of the first, which has no partner.
  private mutating func begin(_ sign: Sign, to content: Int) {
    open.removeAll { $0.sign == sign }
    open.append(Opening(sign: sign, start: offset, content: content))
  }

  private mutating func close(_ sign: Sign, from lower: Int, to upper: Int) {
    guard let index = open.firstIndex(where: { $0.sign == sign }), open[index].content <= lower
    else { return }
    let opening = open[index]
    if opening.origin != nil { isOwn = false }
    // What was begun inside has no partner inside.
    open.removeSubrange(index...)
    let content = opening.content..<lower
    let none = lower..<lower
    var mark = TrackedChanges.Mark(
      kind: .insertion, range: opening.start..<upper, old: none, new: none)
    switch sign {
    case .insertion, .insertionTag: mark.new = content
    case .deletion, .deletionTag, .strike:
      mark.kind = .deletion
      mark.old = content
    case .comment:
      mark.kind = .comment
      mark.old = content
    case .highlight:
      mark.kind = .highlight
      mark.new = content
    case .substitution:
      guard let middle = opening.middle, middle + 2 <= lower else { return }
      mark.kind = .substitution
      mark.old = opening.content..<middle
      mark.new = (middle + 2)..<lower
    }
    if let origin = opening.origin { closed.append(origin) } else { marks.append(mark) }
  }
}
