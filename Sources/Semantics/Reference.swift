public import Syntax

/// A place where a text points at a paragraph or clause: `resolves 2 and 3 above`.
/// Offsets count from the start of the section.
public struct Reference: Sendable {
  public enum Direction: UInt8, Sendable {
    case above, below

    public var name: String { self == .above ? "above" : "below" }
  }

  /// What became of one label of a reference.
  public enum Outcome: UInt8, Sendable {
    case found
    /// The clause has no paragraph with that label.
    case missing
    /// A number into a lettered clause or a letter into a numbered one.
    case wrongKind
    /// The clause has no labels at all.
    case unnumbered
  }

  public struct Item: Sendable {
    public var item: ReferenceItem
    public var outcome: Outcome
    /// Index of the target in `Resolution.paragraphs`, or -1.
    public var paragraph: Int
    /// The paragraphs that its steps name, the target last; empty when there is no target.
    public var path: [Int]

    /// All labels of the item.
    public var span: Span { item.span }
    /// It is the end of a range that the item before begins.
    public var endsRange: Bool { item.endsRange }
  }

  public var span: Span
  /// The heading words.
  public var head: Span
  public var items: [Item]
  public var direction: Direction?
  /// Where the direction word stands; empty without one.
  public var directionSpan: Span
  /// A paragraph of another text is meant; it has no targets.
  public var isExternal: Bool
  /// Index in `Resolution.clauses`, or -1 when no heading fits.
  public var clause: Int
  /// Other clauses that fit just as well.
  public var rivals: [Int]
  /// Index of the paragraph it stands in, or -1 (a footnote).
  public var paragraph: Int
  public var inFootnote: Bool
  /// Indices of all target paragraphs, ranges expanded.
  public var targets: [Int]
}
