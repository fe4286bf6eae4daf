public import Syntax

/// An internal reference as its words stand in one block, before anyone looks for its target.
/// Offsets count from the start of the block.
struct RawReference: Sendable {
  var span: Span
  var head: Span
  /// Hashes of the heading words, articles left out.
  var words: [UInt32]
  var items: [ReferenceItem]
  var direction: Reference.Direction?
  /// "of this resolution" stands behind it.
  var ofThis: Bool
  /// It names a paragraph of another text.
  var external: Bool
  /// A citation stands before it in its sentence and nothing but small words between.
  var mayBeExternal: Bool
  /// The words alone leave no doubt that a reference is meant.
  var certain: Bool
  var footnote: Bool
}

/// One label of a reference, `c) ii)`: the path from the clause down.
public struct ReferenceItem: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    public var form: Label.Form
    /// Value as a letter or number.
    public var ordinal: Int
    /// Value as a roman numeral, 0 when it is none.
    public var roman: Int
    public var suffix: Int
  }

  public var steps: [Step]
  public var span: Span
  /// It is the end of a range that the item before begins.
  public var endsRange: Bool
}
