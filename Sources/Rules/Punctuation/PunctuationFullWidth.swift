internal import Syntax

/// A full-width mark of a Chinese or Japanese keyboard stands in a Latin text.
///
/// ## What it checks
/// Marks such as `，` `；` `：` `（` `）` do not stand between Latin words. Beside a word in a Chinese,
/// Japanese or Korean script they are right.
///
/// ## Why
/// They look like a mark with a blank behind it, but no search, no sorting and no reader's eye for the end
/// of a clause takes them for one (CONVENTIONS 4).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio，its annex and its maps;
///
/// b) the report on lighthouse radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio, its annex and its maps;
///
/// b) the report on lighthouse radio,
/// ```
///
/// ## Fix
/// Safe: puts the plain mark in its place, with a blank where words would touch.
struct PunctuationFullWidth: BlockRule {
  static let id = "punctuation/full-width"
  static let severity = Severity.error

  static let looksFor: BlockSigns = BlockSigns(.fullWidth)

  func check(_ block: BlockContext, _ report: inout Report) {
    let tokens = block.tokens
    for (index, token) in tokens.enumerated() where token.kind == .fullWidth {
      let before = index > 0 ? tokens[index - 1] : nil
      let after = index + 1 < tokens.count ? tokens[index + 1] : nil
      if isForeign(before) || isForeign(after) { continue }
      guard let plain = Self.plain[token.hash] else {
        report.add("`\(block.string(token.span))` is no mark of a Latin text", at: token.span)
        continue
      }
      let text = spaced(plain, before, token, after)
      report.add(
        "full-width `\(block.string(token.span))` in a Latin text; the plain mark is `\(plain)`",
        at: token.span,
        fixes: [.replace(token.span, with: text, title: "Replace with `\(plain)`")])
    }
  }

  private func isForeign(_ token: Token?) -> Bool {
    token?.kind == .word && token?.flags.contains(.otherScript) == true
  }

  private func spaced(_ plain: String, _ before: Token?, _ token: Token, _ after: Token?) -> String
  {
    if Self.opening.contains(token.hash) {
      return before != nil && !token.hasSpaceBefore ? " " + plain : plain
    }
    guard let after, !after.hasSpaceBefore, plain != " " else { return plain }
    return after.kind == .word || after.kind == .number || after.kind == .quote
      ? plain + " " : plain
  }

  /// Brackets, where the blank goes before the mark.
  private static let opening: Set<UInt32> = [0xFF08, 0xFF3B, 0x3010]

  /// The ASCII form of a full-width character, and of the marks that have another one.
  private static let plain: [UInt32: String] = {
    var plain: [UInt32: String] = [
      0x3000: " ", 0x3001: ",", 0x3002: ".", 0x300C: "\"", 0x300D: "\"", 0x3010: "[", 0x3011: "]",
      0xFF61: ".", 0xFF64: ",",
    ]
    for scalar: UInt32 in 0xFF01...0xFF5E {
      plain[scalar] = String(decoding: [UInt8(truncatingIfNeeded: scalar - 0xFEE0)], as: UTF8.self)
    }
    return plain
  }()
}
