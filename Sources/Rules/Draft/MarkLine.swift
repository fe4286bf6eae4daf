internal import Grammar
internal import Syntax

/// A line that would be a proposal's mark and number, but that the parser could not take for one.
struct MarkLine {
  struct Slip {
    /// In the section.
    var span: Span
    var written: String
    /// The mark that is meant; `nil` where nobody can tell.
    var intended: String?
    /// Only the size of the letters is wrong.
    var isCertain: Bool
  }

  /// In place of a known mark.
  let symbolSlip: Slip?
  /// What stands behind a known mark and is no number of a proposal; in the section.
  let badNumber: Span?

  private static let marks = ["ADD", "MOD", "SUP", "NOC"]
  private static let hashes = Set(marks.map { wordHash($0) })

  /// Whether a block of a kind may be one.
  @inline(__always)
  static func mayBe(_ kind: Block.Kind) -> Bool { kind == .text || kind == .markdownHeading }

  /// Whether a block of so many tokens may be one; few have as few.
  @inline(__always)
  static func mayBe(_ tokenCount: Int) -> Bool { tokenCount > 1 && tokenCount < 10 }

  /// - Parameter index: of a block in the section that may be one; `nil` where it is no such line.
  init?(_ section: Section, _ index: Int) {
    let tokens = section.blocks[index].tokens
    guard let first = tokens.first, first.kind == .word else { return nil }
    let start = section.starts[index]
    let rest = tokens.dropFirst()
    let number = Span(Int(rest.first?.start ?? 0), rest.last?.end ?? 0).shifted(by: start)
    let written = section.string(first.span.shifted(by: start))
    if Self.hashes.contains(first.hash), first.flags.contains(.capitals) {
      guard Self.mayBeNumber(rest), Self.isOverTitle(section, index) else { return nil }
      symbolSlip = nil
      badNumber = number
      return
    }
    guard Self.isNumber(rest), written.utf8.count <= 7 else { return nil }
    let isKnown = Self.hashes.contains(first.hash)
    // "and SEN/56/1" goes on with a sentence.
    guard isKnown || first.flags.contains(.capitals) else { return nil }
    let intended =
      isKnown ? written.uppercased() : Self.marks.first { Self.isSlip($0, written) }
    guard intended != nil || Self.isOverTitle(section, index) else { return nil }
    symbolSlip = Slip(
      span: first.span.shifted(by: start), written: written, intended: intended, isCertain: isKnown)
    badNumber = nil
  }

  /// `SEN/56/1`: words and numbers in one piece with two strokes in it.
  private static func isNumber(_ tokens: Slice<TokenList>) -> Bool {
    guard let sponsor = tokens.first, sponsor.kind == .word, sponsor.flags.contains(.capitals),
      tokens.last?.kind == .number
    else { return false }
    return tokens.count { $0.isMark(0x2F) } >= 2
      && tokens.dropFirst().allSatisfy { !$0.hasSpaceBefore && isPart($0) }
  }

  /// A stroke, a word and a number, in whatever order.
  private static func mayBeNumber(_ tokens: Slice<TokenList>) -> Bool {
    tokens.contains { $0.isMark(0x2F) } && tokens.contains { $0.kind == .number }
      && tokens.allSatisfy(isPart)
  }

  private static func isPart(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number, .dash: true
    default: token.isMark(0x2F)
    }
  }

  /// Whether the next block that is not blank is the title of a text.
  private static func isOverTitle(_ section: Section, _ index: Int) -> Bool {
    let next = section.blocks.dropFirst(index + 1).first { $0.kind != .blank }
    // A title without a mark before it begins a section of its own.
    return next == nil || next?.kind == .title
  }

  /// One letter too many, too few or another.
  private static func isSlip(_ mark: String, _ word: String) -> Bool {
    let mark = Array(mark.utf8)
    let word = Array(word.utf8)
    guard abs(mark.count - word.count) <= 1, word.count >= 3 else { return false }
    let prefix = zip(mark, word).prefix { $0 == $1 }.count
    let suffix = zip(mark.reversed(), word.reversed()).prefix { $0 == $1 }.count
    return prefix + suffix >= max(mark.count, word.count) - 1
      && prefix + suffix >= min(mark.count, word.count) - (mark.count == word.count ? 1 : 0)
  }
}
