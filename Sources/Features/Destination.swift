public import Semantics

/// Where something leads to.
public struct Destination: Sendable, Equatable {
  public enum Place: Sendable, Equatable {
    /// In the draft itself: all of the target, and the words that name it.
    case here(whole: Range<Int>, name: Range<Int>)
    /// In another text, by its key in the index.
    case elsewhere(text: String, whole: SummaryRange, name: SummaryRange)
  }

  /// The words in the draft that lead there.
  public var origin: Range<Int>
  public var place: Place

  public init(origin: Range<Int>, place: Place) {
    self.origin = origin
    self.place = place
  }
}
