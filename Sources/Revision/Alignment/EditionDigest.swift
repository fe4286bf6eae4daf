public import Grammar
public import Semantics
internal import Syntax
public import TextModel

/// What comparing two editions needs of one of them: its clauses, paragraphs and references without their
/// text, about a tenth of the text's size in memory. Indices of clauses, paragraphs and references are
/// those of `Resolution.clauses`, `Resolution.paragraphs` and `SectionMeaning.references`, so that
/// whoever still has the text finds the words.
public final class EditionDigest: Sendable {
  public struct Clause: Sendable {
    /// Without marks of emphasis, blanks folded.
    public let heading: String
    public let part: ClausePart
    /// -1 for the body.
    public let annex: Int
    public let paragraphs: Range<Int>
    /// Hashes of the heading's words, articles left out, and how many of them stand before the first
    /// comma.
    let words: [UInt32]
    let coreCount: Int
  }

  public struct Paragraph: Sendable {
    /// The labels that lead to it from its clause: `2`, `c) ii)`; empty where it has none.
    public let label: String
    /// Index in `clauses`, or -1 for a paragraph of an annex without clauses.
    public let clause: Int
    /// -1 for the body.
    public let annex: Int
    /// Index of the paragraph above it, or -1.
    public let parent: Int
    /// Where its content words stand in `EditionDigest.words`: those that are not small words such as
    /// "the" and "of".
    let words: Range<Int>
    /// Of all its words, case and punctuation aside, the labels in references left out.
    let hash: UInt64
    /// The same with those labels.
    let hashWithLabels: UInt64
    /// The label is one of a list of labels; bullets are not.
    let hasLabel: Bool
  }

  public struct Reference: Sendable {
    /// Index of the paragraph that it stands in, or -1.
    public let paragraph: Int
    /// Index of the clause that it names, or -1.
    public let clause: Int
    /// Indices of the paragraphs that it names, ranges expanded, each once.
    public let targets: [Int]
    /// Each of its labels was found, and no other clause has the same name.
    public let isWhole: Bool
    /// More than one clause fits its words.
    public let isAmbiguous: Bool
    /// The labels as written, ranges not expanded: `c) ii)`.
    public let labels: [String]
    /// "2 to 5": its labels are the ends of a range, or hold one.
    public let hasRange: Bool
    /// Hashes of up to three words before it, the nearest first; 0 where there are fewer.
    let before: [UInt32]
  }

  public let clauses: [Clause]
  public let paragraphs: [Paragraph]
  public let references: [Reference]
  /// What the text calls itself; `nil` without title or number.
  public let name: TextName?
  /// Of its session; `nil` where neither title nor formula gives one.
  public let year: Int?
  /// `Resolution 140 (Rev. Dubai, 2018)`: the title line, blanks folded; empty without one.
  public let title: String
  /// Content words of all paragraphs, as hashes.
  let words: [UInt32]
  private let ranges: [SummaryRange]
  private let openings: [String]

  /// Where a paragraph stands in its text; `nil` where the digest was made without places.
  public func place(of paragraph: Int) -> SummaryRange? {
    ranges.indices.contains(paragraph) ? ranges[paragraph] : nil
  }

  /// The first words of a paragraph, at most some sixty bytes; empty where the digest was made without
  /// places.
  public func opening(of paragraph: Int) -> String {
    openings.indices.contains(paragraph) ? openings[paragraph] : ""
  }

  /// - Parameters:
  ///   - start: byte offset of the section in its text.
  ///   - line: line ends in the text before the section.
  ///   - encoding: of the columns of places; `nil` leaves places out.
  public init(
    _ meaning: SectionMeaning, start: Int = 0, line: Int = 0, encoding: PositionEncoding? = nil
  ) {
    var reader = DigestReader(meaning)
    reader.read()
    clauses = reader.clauses
    paragraphs = reader.paragraphs
    references = reader.references
    words = reader.words
    name = TextName(of: meaning)
    year = meaning.ownYear
    title = meaning.resolution.title.map { meaning.plainText($0.span) } ?? ""
    ranges = encoding.map { reader.places(start: start, line: line, encoding: $0) } ?? []
    openings = encoding == nil ? [] : reader.openings()
  }

  /// The digest of one resolution of a text.
  public convenience init?(
    _ text: TextMeaning, resolution index: Int, encoding: PositionEncoding? = nil
  ) {
    guard text.sections.indices.contains(index) else { return nil }
    self.init(
      text.sections[index], start: text.document.starts[index],
      line: text.document.lineStarts[index], encoding: encoding)
  }

  /// "resolves 2", "considering c) ii)": a paragraph as a reference names it.
  public func name(of paragraph: Int) -> String {
    guard paragraphs.indices.contains(paragraph) else { return "" }
    let own = paragraphs[paragraph]
    let heading = clauses.indices.contains(own.clause) ? clauses[own.clause].heading : ""
    return [heading, own.label].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
