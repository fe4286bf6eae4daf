internal import Semantics
internal import Syntax
public import TextModel

/// What the words of a draft are, in the five numbers a token of the protocol. Made from the tokens
/// before an edit, they cost what the touched resolution costs.
public struct SemanticTokens: Sendable {
  /// A change to the numbers sent before.
  public struct Edit: Sendable, Equatable {
    /// Index of the first number that goes.
    public var start: Int
    public var deleteCount: Int
    public var data: [UInt32]
  }

  private let sections: [SectionTokens]
  private let encoding: PositionEncoding

  /// - Parameter encoding: in which columns and lengths are counted.
  public init(_ draft: Draft, encoding: PositionEncoding, previous: SemanticTokens? = nil) {
    self.encoding = encoding
    let new = draft.meaning.sections
    let old = previous?.encoding == encoding ? previous?.sections ?? [] : []
    let shared = SharedEnds(old: old.count, new: new.count) {
      old[$0].meaning === new[$1] && old[$0].isSpokenOf == draft.speaks(of: new[$1])
    }
    sections = shared.merge(old, count: new.count) { index in
      SectionTokens(new[index], part: draft.part(index), encoding)
    }
  }

  /// All tokens.
  public var data: [UInt32] {
    var coder = TokenCoder(capacity: sections.reduce(0) { $0 + $1.tokens.count })
    for section in sections { coder.add(section) }
    return coder.data
  }

  /// The change from what was sent before to these; `nil` when nothing changed.
  public func edit(since old: SemanticTokens) -> Edit? {
    let shared = SharedEnds(old: old.sections.count, new: sections.count) {
      old.sections[$0] === sections[$1]
    }
    // The first token behind the middle counts its line from the last token before it, and the first
    // in the middle may follow on another number of lines.
    let (oldData, start) = old.encoded(shared)
    let (newData, _) = encoded(shared)
    let same = SharedEnds(old: oldData.count, new: newData.count) { oldData[$0] == newData[$1] }
    guard same.prefix < oldData.count || same.prefix < newData.count else { return nil }
    return Edit(
      start: start + same.prefix, deleteCount: oldData.count - same.prefix - same.suffix,
      data: Array(newData[same.prefix..<(newData.count - same.suffix)]))
  }

  /// The numbers of what is not shared, and of the first token behind it.
  private func encoded(_ shared: SharedEnds) -> (data: [UInt32], start: Int) {
    var coder = TokenCoder(capacity: 1_024)
    var start = 0
    for section in sections.prefix(shared.prefix) {
      start += section.tokens.count * 5
      coder.skip(section)
    }
    for section in sections.dropFirst(shared.prefix).dropLast(shared.suffix) { coder.add(section) }
    for section in sections.suffix(shared.suffix) {
      if let first = section.tokens.first {
        coder.add(first)
        break
      }
      coder.skip(section)
    }
    return (coder.data, start)
  }

  /// The tokens of the resolutions that a range touches, as far as they lie in it.
  /// - Parameter previous: tokens of this draft or one before it, to take over from.
  public static func data(
    _ draft: Draft, in range: Range<Int>, encoding: PositionEncoding,
    previous: SemanticTokens? = nil
  ) -> [UInt32] {
    let document = draft.document
    var coder = TokenCoder(capacity: 1_024)
    let first = document.section(at: range.lowerBound)
    let last = document.section(at: range.upperBound)
    for (index, section) in document.sections.enumerated() {
      if index > last { break }
      if index < first {
        coder.skip(lines: section.lineCount)
        continue
      }
      let meaning = draft.meaning.sections[index]
      let known = previous.flatMap {
        $0.encoding == encoding ? $0.known(meaning, near: index) : nil
      }
      let tokens = known ?? SectionTokens(meaning, part: draft.part(index), encoding)
      let start = document.starts[index]
      coder.add(tokens) { token in
        let lower = Int(token.offset) + start
        return lower < range.upperBound && lower + Int(token.bytes) > range.lowerBound
      }
    }
    return coder.data
  }

  private func known(_ meaning: SectionMeaning, near index: Int) -> SectionTokens? {
    guard sections.indices.contains(index), sections[index].meaning === meaning else { return nil }
    return sections[index]
  }
}

/// Writes tokens as the protocol wants them: line and column from the token before.
private struct TokenCoder {
  private(set) var data: [UInt32] = []
  /// The line at which the section begins.
  private var base = 0
  private var line = 0
  private var column = 0

  init(capacity: Int) { data.reserveCapacity(capacity * 5) }

  mutating func add(_ section: SectionTokens, where isWanted: (SectionToken) -> Bool) {
    for token in section.tokens where isWanted(token) { add(token) }
    base += section.meaning.section.lineCount
  }

  mutating func add(_ section: SectionTokens) {
    for token in section.tokens { add(token) }
    base += section.meaning.section.lineCount
  }

  mutating func add(_ token: SectionToken) {
    let line = base + Int(token.line)
    if line != self.line { column = 0 }
    data.append(UInt32(clamping: line - self.line))
    data.append(UInt32(clamping: Int(token.column) - column))
    data.append(UInt32(clamping: token.length))
    data.append(UInt32(token.type.rawValue))
    data.append(UInt32(token.modifiers.rawValue))
    self.line = line
    column = Int(token.column)
  }

  /// Goes on behind a section that the client has already.
  mutating func skip(_ section: SectionTokens) {
    if let last = section.tokens.last {
      line = base + Int(last.line)
      column = Int(last.column)
    }
    base += section.meaning.section.lineCount
  }

  /// Goes on behind a section of which nothing is told.
  mutating func skip(lines: Int) { base += lines }
}
