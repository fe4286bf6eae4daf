/// One paragraph of a clause or annex. Rules look at all of them again and again, so that it is kept
/// small: numbers that a text of 2 GB cannot exceed stand in four bytes.
public struct Paragraph: Sendable {
  public var kind: Block.Kind
  /// How its label is to be read: `i)` may be a letter or a numeral.
  public var form: Label.Form
  /// The mark that ends it, as a byte; 0 for a word or anything else.
  public var endMark: UInt8
  @usableFromInline var storedBlock: Int32
  @usableFromInline var storedLastBlock: Int32
  @usableFromInline var storedOrdinal: Int32
  @usableFromInline var storedList: Int32
  @usableFromInline var storedLevel: Int32
  @usableFromInline var storedParent: Int32
  @usableFromInline var storedClause: Int32
  @usableFromInline var storedAnnex: Int32
  @usableFromInline var storedEnd: Int32
  /// From the label (or the text) to the last byte.
  public var span: Span
  /// The text behind the label.
  public var text: Span
  /// Where the mark that ends it stands; empty when there is none.
  public var endSpan: Span
  /// The label, its spans counted from the section's start.
  public var label: Label?

  init(
    kind: Block.Kind, block: Int, label: Label?, clause: Int, annex: Int, span: Span, text: Span,
    end: Int, endMark: UInt8, endSpan: Span
  ) {
    self.kind = kind
    form = label?.form ?? .bullet
    self.endMark = endMark
    storedBlock = Int32(clamping: block)
    storedLastBlock = storedBlock
    storedOrdinal = label?.ordinal ?? 0
    storedList = -1
    storedLevel = 1
    storedParent = -1
    storedClause = Int32(clamping: clause)
    storedAnnex = Int32(clamping: annex)
    storedEnd = Int32(clamping: end)
    self.span = span
    self.text = text
    self.endSpan = endSpan
    self.label = label
  }

  @inlinable public var isLabelled: Bool { label != nil }
  @inlinable public var opensList: Bool { endMark == 0x3A }
}

extension Paragraph {
  /// Index of its first block.
  @inlinable public var block: Int {
    get { Int(storedBlock) }
    set { storedBlock = Int32(clamping: newValue) }
  }

  /// Index of its last block; another than the first when the paragraph was cut by a page break.
  @inlinable public var lastBlock: Int {
    get { Int(storedLastBlock) }
    set { storedLastBlock = Int32(clamping: newValue) }
  }

  @inlinable public var ordinal: Int {
    get { Int(storedOrdinal) }
    set { storedOrdinal = Int32(clamping: newValue) }
  }

  /// Number of the list that it belongs to; -1 without a label.
  @inlinable public var list: Int {
    get { Int(storedList) }
    set { storedList = Int32(clamping: newValue) }
  }

  /// 1 for the paragraphs of a clause, more below.
  @inlinable public var level: Int {
    get { Int(storedLevel) }
    set { storedLevel = Int32(clamping: newValue) }
  }

  /// Index of the paragraph above it, or -1.
  @inlinable public var parent: Int {
    get { Int(storedParent) }
    set { storedParent = Int32(clamping: newValue) }
  }

  /// Index in `Resolution.clauses`, or -1 for a paragraph of an annex without clauses.
  @inlinable public var clause: Int {
    get { Int(storedClause) }
    set { storedClause = Int32(clamping: newValue) }
  }

  @inlinable public var annex: Int {
    get { Int(storedAnnex) }
    set { storedAnnex = Int32(clamping: newValue) }
  }

  /// Behind the last word or mark, footnotes left out: where a missing mark would go.
  @inlinable public var end: Int {
    get { Int(storedEnd) }
    set { storedEnd = Int32(clamping: newValue) }
  }
}
