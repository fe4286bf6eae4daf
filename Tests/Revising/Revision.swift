/// An edition of a text, one made from it, and what is known of the references in the new one.
public struct Revision: Sendable {
  /// The name of the text, as it was given, and which revision of it this is.
  public var name: String
  public var old: [UInt8]
  public var new: [UInt8]
  /// What was done, in words for whoever reads a failure.
  public var changes: [String]
  /// The references of the new edition that name paragraphs by label.
  public var references: [Truth]

  /// What is true of one reference.
  public struct Truth: Sendable {
    /// From the heading words to the last label, bytes in the new edition.
    public var range: Range<Int>
    public var text: String
    public var mode: Mode
    public var verdict: Verdict
  }

  /// How the author treated a reference.
  public enum Mode: String, Sendable, CaseIterable {
    /// The labels stand as they stood.
    case left
    /// The labels follow their paragraphs.
    case carried
    /// The author counted wrong: other labels than before, and not the right ones.
    case miscarried
    /// All old paragraphs and one more.
    case extended
    /// Some of the old paragraphs.
    case narrowed
    /// A paragraph that is new.
    case toNew
    /// Other paragraphs, in other words.
    case reworded
    /// Other paragraphs, though the labels need not have been touched.
    case redirected
    /// It came with a new paragraph.
    case fresh
  }

  public enum Verdict: Sendable, Equatable {
    /// The labels name what they should.
    case right
    /// They do not; these would. Empty where no list of labels could, because a paragraph stands in
    /// another clause now.
    case stale([String])
    /// They do not, and a paragraph was split: these are the labels of all its pieces and the others.
    case staleSplit([String])
    /// A paragraph that it named is gone.
    case deleted
    /// A paragraph was split and one of its pieces is named: nobody can say whether that was meant.
    case open
  }
}
