public import Syntax

/// An internal reference as its words stand in one block, before anyone looks for its target.
/// Offsets count from the start of the block.
struct RawReference: Sendable, Equatable {
  var span: Span
  var head: Span
  /// Hashes of the heading words, articles left out.
  var words: [UInt32]
  /// "further" or "also" comes first: part of the heading, or of the sentence ("see also").
  var opensWithAgain: Bool
  /// Where the verb begins.
  var verb: Int
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
    /// The label alone; empty where it is taken over from the item before: the `c)` of `iii)` in
    /// `c) ii) and iii)`.
    public var span: Span = .none

    public static func == (left: Step, right: Step) -> Bool {
      left.form == right.form && left.ordinal == right.ordinal && left.roman == right.roman
        && left.suffix == right.suffix
    }
  }

  public var steps: [Step]
  public var span: Span
  /// It is the end of a range that the item before begins.
  public var endsRange: Bool

  func shifted(by offset: Int) -> ReferenceItem {
    var item = self
    item.span = span.shifted(by: offset)
    for i in steps.indices where !steps[i].span.isEmpty {
      item.steps[i].span = steps[i].span.shifted(by: offset)
    }
    return item
  }
}
