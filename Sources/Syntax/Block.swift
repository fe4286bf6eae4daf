public import Grammar

/// The smallest part of a text that is parsed anew: a heading, a paragraph, a title, a footnote,
/// with the blank lines behind it. It knows nothing of its place; all its offsets count from its
/// own first byte, so that an edit elsewhere leaves it as it is.
public final class Block: Sendable {
  public enum Kind: UInt8, Sendable {
    case blank
    case proposal
    case title
    case formula
    case heading
    /// A paragraph with a label.
    case item
    /// A paragraph with a bullet and no label.
    case bullet
    /// A paragraph with neither.
    case text
    case annexTitle
    case sectionTitle
    /// A Markdown heading that is none of the others.
    case markdownHeading
    case footnote
    /// `Ref.:` or `Reasons:`
    case closing
    /// A page number, a rule, a running head.
    case furniture
    case table
    case comment
    /// Fenced code.
    case code
  }

  public let kind: Kind
  /// Whether it holds words: its content is cut into tokens, and a rule may judge them.
  @inlinable
  @inline(__always)
  public var isRead: Bool {
    switch kind {
    case .blank, .furniture, .comment, .code, .table: false
    default: true
    }
  }
  /// Bytes, trailing blank lines and line ends included.
  public let length: Int
  /// Line ends in the block.
  public let lineCount: Int
  /// It is the first block of a resolution.
  public let startsSection: Bool
  public let label: Label?
  /// From the first byte of the text behind marks and label to the last byte that is not blank.
  public let content: Span
  /// The words of the text, behind the label.
  public let tokens: TokenList
  /// What `tokens` holds.
  public let contents: Token.Contents
  /// Which of `tokens` a reader may want to look at.
  public let index: WordIndex
  /// Its tokens for a loop over them. The block keeps them alive: nothing else is counted as in use.
  @inlinable
  @inline(__always)
  public func withTokens<Result>(
    _ body: (UnsafeBufferPointer<Token>) throws -> Result
  ) rethrows -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeBufferPointer(start: tokens.base, count: tokens.count))
  }
  /// For headings.
  public var heading: HeadingShape? { detail?.heading }
  /// How many of `tokens` are the heading's.
  public var headingTokenCount: Int { detail?.headingTokenCount ?? 0 }
  /// For titles, formulas, annex titles.
  public var title: TitleShape? { detail?.title }
  /// Few blocks have one, so it is kept apart.
  private let detail: Detail?
  /// A list mark (`-`, `*`, `•`) stands before label or text; its offset, or -1.
  public let listMark: Int32
  /// Leading blanks on the first line, a tab counting as one.
  public let indent: UInt8
  public let contextAfter: SplitContext

  /// What only headings and titles have.
  final class Detail: Sendable {
    let heading: HeadingShape?
    let title: TitleShape?
    let headingTokenCount: Int

    init(heading: HeadingShape?, title: TitleShape?) {
      self.heading = heading
      self.title = title
      headingTokenCount = heading?.tokenCount ?? 0
    }
  }

  /// - Parameter index: made at its place, since it is large to copy.
  init(
    kind: Kind, length: Int, lineCount: Int, startsSection: Bool, label: Label?, content: Span,
    tokens: TokenList, contents: Token.Contents, index: @autoclosure () -> WordIndex,
    detail: Detail?, listMark: Int32, indent: UInt8, contextAfter: SplitContext
  ) {
    self.kind = kind
    self.length = length
    self.lineCount = lineCount
    self.startsSection = startsSection
    self.label = label
    self.content = content
    self.tokens = tokens
    self.contents = contents
    self.index = index()
    self.detail = detail
    self.listMark = listMark
    self.indent = indent
    self.contextAfter = contextAfter
  }
}

/// What the splitter must know of the lines before to judge the next one. When two contexts are
/// equal, the same bytes behind them are split in the same way.
public struct SplitContext: Sendable, Equatable {
  enum Inside: UInt8, Sendable { case text, code, comment }

  var inside: Inside = .text
  /// A blank line, or the start of the text, came last.
  var afterBlank = true
  /// What the last line that was not blank ended with.
  var ending: Ending = .start
  /// Kind of the block that line stood in.
  var kind: Block.Kind = .blank
  /// That line was longer than a line that someone broke by hand.
  var longLine = false
  /// Lines since a title (or the start of the text), up to 9.
  var linesSinceTitle: UInt8 = 0
  /// The first byte of the fence that is open.
  var fence: UInt8 = 0

  enum Ending: UInt8, Sendable {
    case start
    /// `;`
    case semicolon
    case colon
    case comma
    case stop
    /// A word, but one that a paragraph cannot end with.
    case open
    /// "resolves", "No.", "Annex": a label behind it belongs to it.
    case reference
    case other
  }

  /// Whether a paragraph may have ended there.
  var terminated: Bool {
    switch ending {
    case .start, .semicolon, .colon, .comma, .stop: true
    default: false
    }
  }
}

/// A clause heading as its words tell.
public struct HeadingShape: Sendable, Equatable {
  public var part: ClausePart
  /// The words of the heading, marks of emphasis left out at the ends.
  public var span: Span
  /// The clause's only paragraph may stand on the same line; where it begins, or the content's end.
  public var textStart: Int32
  /// How many tokens the heading has.
  public var tokenCount: Int
  /// The verb alone, without "further" or "also".
  public var verb: Span
  /// Where the addressees begin, or an empty span.
  public var addressees: Span
  /// Exactly a known heading, or a known verb with an addressee.
  public var known: Bool
  /// The known form that it misses by a letter or two.
  public var intended: String?
  public var emphasised: Bool
  /// The heading begins with a capital letter.
  public var capital: Bool
  /// Punctuation glued to the heading's end, or an empty span.
  public var endMark: Span
  public var hasAgain: Bool
}

/// What a title, a formula or an annex title says.
public struct TitleShape: Sendable, Equatable {
  public enum Noun: UInt8, Sendable {
    case resolution, decision, recommendation, opinion, annex, section, formula, proposal
  }

  public var noun: Noun
  /// The noun as written.
  public var nounSpan: Span
  /// `140`, `61-2`, `[AFCP-1]`, `COM6/4`; empty when there is none.
  public var number: Span
  /// From `(` to `)`; empty when there is none.
  public var bracket: Span
  public var place: Span
  /// The digits of the year.
  public var year: Span
  /// 0 when there is none.
  public var yearValue: Int
  /// "Rev." as written.
  public var revision: Span
  /// All of it, without marks of emphasis.
  public var span: Span
  /// The form of the title line.
  public var form: Form
  /// For a formula: which body's, by its place in the language's formulas; -1 when unknown.
  public var formula: Int
  /// Subject glued behind the title.
  public var rest: Span

  public enum Form: UInt8, Sendable {
    /// `RESOLUTION 140 (Rev. Place, Year)`
    case sessions
    /// `R 1282`
    case councilBook
    /// `RESOLUTION 28 (REV.WRC-15)`
    case wrc
    /// `RESOLUTION ITU-R 1-6`
    case assembly
    /// `(C07)`, `(Council 2010)`
    case council
    case draft
    case bare
    case other
  }
}
