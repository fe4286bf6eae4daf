internal import Semantics
internal import Syntax

/// Which mark a paragraph of the body ends with and which it should, by its place in its clause
/// (CONVENTIONS 1.7).
struct ExpectedEnd {
  enum Place {
    /// Not the last paragraph of its clause.
    case item
    /// The last of a clause that another one follows.
    case clause
    /// The last before the annexes.
    case document
    /// A list stands below it.
    case introduction

    /// The mark that belongs there.
    var mark: UInt8 {
      switch self {
      case .item: 0x3B
      case .clause: 0x2C
      case .document: 0x2E
      case .introduction: 0x3A
      }
    }
  }

  enum Fault {
    case none
    /// No mark at all.
    case missing
    case wrong
    /// The right mark on a line of its own, or two marks.
    case doubled
    /// The right mark and "and" or "or" behind it.
    case conjunction
  }

  /// Index in `Resolution.paragraphs`.
  var paragraph: Int
  var place: Place
  var fault: Fault
  /// Where the fault stands; empty for a mark that is missing.
  var span: Span
  /// What the fix replaces; `span`, or more.
  var replaced: Span
  /// The mark that stands there, or 0.
  var found: UInt8
  /// It stands inside closing quotation marks, which may be the quoted text's own.
  var quoted = false

  var expected: UInt8 { place.mark }

  /// Every paragraph of the body whose end is at fault.
  static func faults(in text: SectionContext) -> [ExpectedEnd] {
    var faults: [ExpectedEnd] = []
    let clauses = text.tree.bodyClauses
    let paragraphs = text.tree.paragraphs
    let blocks = text.section.blocks
    for index in clauses.indices {
      let range = clauses[index].paragraphs
      for paragraph in range {
        let place = place(of: paragraph, range, isLast: index == clauses.endIndex - 1, text)
        // The last words of a text that breaks off end nothing.
        if place == .document, text.breaksOff { continue }
        if place == .item, endsText(paragraph, range, index == clauses.endIndex - 1, text) { break }
        let last = paragraphs[paragraph].lastBlock
        if paragraphs[paragraph].endMark == place.mark, last < blocks.count,
          Tail.isPlain(blocks[last], place.mark)
        {
          continue
        }
        if let end = judge(paragraph, place, range, text) { faults.append(end) }
      }
    }
    return faults
  }

  private static func place(
    of paragraph: Int, _ range: Range<Int>, isLast: Bool, _ text: SectionContext
  ) -> Place {
    let next = paragraph + 1
    guard next < range.upperBound else { return isLast ? .document : .clause }
    return text.tree.paragraphs[next].parent == paragraph ? .introduction : .item
  }

  private static func judge(
    _ index: Int, _ place: Place, _ range: Range<Int>, _ text: SectionContext
  ) -> ExpectedEnd? {
    let paragraph = text.tree.paragraphs[index]
    guard !paragraph.text.isEmpty else { return nil }
    var end = ExpectedEnd(
      paragraph: index, place: place, fault: .none, span: paragraph.endSpan,
      replaced: paragraph.endSpan, found: paragraph.endMark)
    let tail = Tail(paragraph, text)
    end.quoted = tail.quoted
    if tail.isUnfinished { return nil }
    if tail.mark != 0 {
      end.found = tail.mark
      end.span = tail.span
      end.replaced = tail.span
    }
    let fits = end.found == end.expected || tail.fullWidth
    if fits {
      guard tail.doubled else { return nil }
      end.fault = .doubled
      return end
    }
    if end.found == 0x3A, place == .item, quotesOrLists(index + 1, range, text) { return nil }
    if end.found == 0x2C, place == .item, opensAsHeading(index + 1, text) { return nil }
    if opensAsHeading(index, text), end.found == 0 || isItalic(index, text) { return nil }
    if end.found == 0, tail.endsWithHeading(text) { return nil }
    if inSentence(index, place, range, text) { return nil }
    end.fault = end.found == 0 ? .missing : .wrong
    guard let word = tail.conjunction else { return end }
    if tail.beforeConjunction == end.expected, place == .item {
      end.fault = .conjunction
      end.span = word
      end.replaced = Span(tail.gapBeforeConjunction, word.upper)
    } else if place == .item {
      end.replaced = Span(tail.gapBeforeConjunction, word.upper)
      if tail.beforeConjunction != 0 {
        end.fault = .wrong
        end.span = Span(tail.gapBeforeConjunction - 1, tail.gapBeforeConjunction)
        end.replaced = Span(end.span.lower, word.upper)
      }
    }
    return end
  }

  /// A plain paragraph that begins in small letters as a heading does: a heading that its words or a
  /// lost line break disguise, or the rest of a sentence. A comma before it is right.
  private static func opensAsHeading(_ index: Int, _ text: SectionContext) -> Bool {
    let paragraphs = text.tree.paragraphs
    guard index < paragraphs.count, paragraphs[index].kind == .text,
      let first = text.section.blocks[paragraphs[index].block].tokens.first
    else { return false }
    return !first.flags.contains(.capital)
      && text.section.vocabulary.mayOpenHeading(first.hash)
  }

  private static func isItalic(_ index: Int, _ text: SectionContext) -> Bool {
    let tokens = text.section.blocks[text.tree.paragraphs[index].block].tokens
    return tokens.first?.flags.contains(.emphasised) == true
  }

  /// Plain paragraphs behind the full stop of a plain paragraph are no longer the resolution's.
  private static func endsText(
    _ index: Int, _ range: Range<Int>, _ isLast: Bool, _ text: SectionContext
  ) -> Bool {
    let paragraphs = text.tree.paragraphs
    guard isLast, index + 1 < range.upperBound else { return false }
    return paragraphs[index].kind == .text && paragraphs[index].endMark == 0x2E
      && paragraphs[index + 1].kind == .text
  }

  /// A colon may also open a quotation, plain paragraphs or a list whose numbers do not say whose it
  /// is; only before a sibling it is wrong.
  private static func quotesOrLists(_ next: Int, _ range: Range<Int>, _ text: SectionContext)
    -> Bool
  {
    guard next < range.upperBound else { return false }
    let paragraph = text.tree.paragraphs[next]
    return !paragraph.isLabelled || paragraph.ordinal == 1
  }

  /// An enumeration that runs on in one sentence: `taking into account a) ..., b) ..., and c) ...`.
  /// What introduces it has no mark, and commas stand between its members (CONVENTIONS 1.6).
  private static func inSentence(
    _ index: Int, _ place: Place, _ range: Range<Int>, _ text: SectionContext
  ) -> Bool {
    let paragraphs = text.tree.paragraphs
    let lead = place == .introduction ? index : paragraphs[index].parent
    guard range.contains(lead), paragraphs[lead].endMark == 0 else { return false }
    var members = 0
    for i in (lead + 1)..<max(lead + 1, range.upperBound) where paragraphs[i].parent == lead {
      let next = i + 1
      // A sentence has few members; the bound keeps long lists linear.
      guard next < range.upperBound, paragraphs[next].parent == lead, members < 40 else { break }
      members += 1
      let tail = Tail(paragraphs[i], text)
      guard tail.mark == 0x2C || tail.beforeConjunction == 0x2C else { return false }
    }
    return members > 0
  }

  // MARK: - Reporting

  /// What a message calls the paragraph: its label, or "the paragraph".
  func name(_ text: SectionContext) -> String {
    let label = text.label(text.tree.paragraphs[paragraph])
    return label.isEmpty ? "the paragraph" : "`\(label)`"
  }

  /// - Parameter reason: why that mark is expected there.
  func message(_ text: SectionContext, reason: String) -> String {
    let wanted = Self.names[expected] ?? ""
    switch fault {
    case .missing: return "\(name(text)) has no mark at its end; \(wanted) goes there: \(reason)"
    case .doubled: return "one mark, \(wanted), ends \(name(text)): \(reason)"
    default:
      return
        "\(name(text)) ends with \(Self.names[found] ?? "a word") instead of \(wanted): \(reason)"
    }
  }

  func fix() -> Fix {
    let mark = String(decoding: [expected], as: UTF8.self)
    let title =
      fault == .missing && replaced.isEmpty
      ? "Add `\(mark)`" : "End the paragraph with `\(mark)`"
    return .replace(replaced, with: mark, title: title, safety: quoted ? .unsafe : .safe)
  }

  private static let names: [UInt8: String] = [
    0x2C: "a comma", 0x2E: "a full stop", 0x3A: "a colon", 0x3B: "a semicolon",
  ]
}
