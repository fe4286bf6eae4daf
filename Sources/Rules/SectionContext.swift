public import Grammar
public import Semantics
public import Syntax
internal import TextModel

/// What a section rule sees: one resolution and what it means. Offsets count from the section.
public final class SectionContext {
  public let meaning: SectionMeaning
  public let tree: Resolution
  public let profile: Profile
  let memory = NumberingMemory()
  /// What the words of each block have for the rules; by its index in the section.
  let words: [BlockWords]
  /// The acronyms of the text, read when the first rule asks.
  private(set) lazy var acronyms = AcronymTable(self)
  /// Names that miss another one, found when the first rule asks.
  private(set) lazy var acronymMisses = AcronymNearMiss.misses(in: self)
  let citationMemory = CitationMemory()
  public let settings: RuleSettings
  /// The text beside the edition before; `nil` without one.
  let comparison: BaseComparison?
  private let bases: BaseFinder?
  /// The edition before, looked for when the first rule asks; `nil` without one.
  private(set) lazy var base = comparison?.edition ?? bases?.base(of: meaning)
  /// Where brackets and quotation marks must pair, found when the first rule asks.
  private(set) lazy var passages = Passage.all(in: self)
  /// Paragraphs of the body whose end is at fault, found when the first rule asks.
  private(set) lazy var faultyEnds = ExpectedEnd.faults(in: self)
  /// The sessions of title and formula, read when the first rule asks.
  private(set) lazy var titleSession = tree.title.flatMap { SessionMark($0, self) }
  private(set) lazy var formulaSession = tree.formula.flatMap { SessionMark($0, self) }

  public convenience init(_ meaning: SectionMeaning, settings: RuleSettings = RuleSettings()) {
    self.init(
      meaning, words: meaning.section.blocks.indices.map { meaning.section.words($0) },
      settings: settings)
  }

  init(
    _ meaning: SectionMeaning, words: [BlockWords], settings: RuleSettings,
    comparison: BaseComparison? = nil, bases: BaseFinder? = nil
  ) {
    self.comparison = comparison
    self.bases = bases
    self.meaning = meaning
    self.words = words
    self.settings = settings
    tree = meaning.resolution
    profile = meaning.profile
  }

  public var section: Section { meaning.section }

  /// The bytes of a span as text, as written.
  public func string(_ span: Span) -> String { meaning.section.string(span) }

  /// The text of a span without marks of emphasis, blanks folded.
  public func plain(_ span: Span) -> String { meaning.plainText(span) }

  /// A label as written, without marks of emphasis: `b)bis`.
  public func label(_ paragraph: Paragraph) -> String {
    guard let label = paragraph.label else { return "" }
    return string(label.span).filter { $0 != "*" && $0 != "_" }
  }

  /// The heading of a clause on one line.
  public func heading(_ clause: Clause) -> String { plain(clause.heading.span) }

  /// Whether the text ends inside its preamble without a mark: someone is still writing it, or holds
  /// only its beginning.
  public var breaksOff: Bool {
    guard let last = tree.bodyClauses.last, last.part == .preambular else { return false }
    guard let paragraph = last.paragraphs.last else { return false }
    return tree.paragraphs[paragraph].endMark == 0
  }

  /// The byte at an offset, or 0 outside the section.
  public func byte(_ offset: Int) -> UInt8 {
    let bytes = section.bytes
    return offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// The bytes between two offsets without those that a tracked change leaves out: how far apart words
  /// are is told by these alone.
  func standing(from lower: Int, to upper: Int) -> [UInt8] {
    lower < upper ? section.standing(in: lower..<upper) : []
  }
}

/// What a block rule sees. Offsets count from the block.
public struct BlockContext {
  public let block: Block
  private let section: Section
  private let start: Int
  let words: BlockWords
  let status: TextStatus
  /// The list that the terms among `words` stand in.
  let terms: TermTable
  public var tokens: TokenList { block.tokens }
  public var bytes: ArraySlice<UInt8> { section.bytes[start..<(start + block.length)] }

  /// - Parameter index: of the block in the section.
  init(
    _ section: Section, _ index: Int, _ words: BlockWords, status: TextStatus,
    terms: TermTable = .english
  ) {
    self.section = section
    self.status = status
    self.terms = terms
    block = section.blocks[index]
    start = section.starts[index]
    self.words = words
  }

  /// The byte at an offset in the block, or 0 outside it.
  public func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < block.length ? section.bytes[start + offset] : 0
  }

  /// The bytes of a span as text.
  public func string(_ span: Span) -> String {
    let bytes = self.bytes
    if section.changes != nil { return section.string(span.shifted(by: start)) }
    let lower = min(max(0, span.lower), bytes.count)
    let upper = min(max(lower, span.upper), bytes.count)
    return String(
      decoding: bytes[(bytes.startIndex + lower)..<(bytes.startIndex + upper)], as: UTF8.self)
  }
}

extension Section {
  /// What the words of a block have for the rules.
  func words(_ index: Int) -> BlockWords {
    guard blocks.indices.contains(index), starts.indices.contains(index) else { return .none }
    let block = blocks[index]
    guard block.isRead else { return .none }
    let start = starts[index]
    return bytes.withByteView {
      var reader = BlockWordReader(.english)
      return reader.words(of: block, $0.slice(start, start + block.length))
    }
  }
}
