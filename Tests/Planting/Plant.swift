/// One defect put into a real text.
public struct Plant: Sendable, Hashable {
  public enum Kind: String, CaseIterable, Sendable {
    case wrongYear, wrongPlace, droppedComma, revWithoutStop, revMissing, revNeedless
    case wrongThisConference, numberBeyond, provisionBeyond, actionLineC12, singularNoun
  }

  /// The name of the text, as it was given.
  public var source: String
  public var kind: Kind
  /// The whole text with the defect in it.
  public var text: [UInt8]
  /// The bytes of the defect in `text`, from 0. Empty where something was taken out.
  public var range: Range<Int>
  /// What stood in place of `range`. Outside of it nothing has changed.
  public var original: [UInt8]
  /// What one must know, beside the text, to see the defect.
  public var needs: Need

  /// Whether a finding at these bytes of `text` meets the defect: a byte in common, or, where one of
  /// the two is empty, the same place.
  public func isMet(by finding: Range<Int>) -> Bool {
    meets(range, finding)
  }
}

/// The fact that contradicts a planted text.
public enum Need: Sendable, Hashable {
  /// None: the form, or the text itself, shows the defect.
  case none
  /// That `body` (`nil`: that any body) held no session of this place and year; `place` is `nil` in
  /// the form `WRC-16`.
  case session(body: String?, place: String?, year: Int)
  /// When a number was first adopted; `edition` is the year that the planted citation gives.
  case firstSession(body: String, kind: String, number: String, edition: Int)
  /// How far numbers go; `kind` is `provision` for the bodies `CS` and `CV`.
  case highest(body: String, kind: String)
}

/// A text in which nothing is wrong with the bytes at `range`: a finding there is a false alarm.
public struct Oddity: Sendable, Hashable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The text as it is; `range` is all of it.
    case untouched
    /// The first edition of a number named beside the present one, in the preamble.
    case history
    /// The same number of another body, beside it.
    case equalNumber
    /// A citation in the form `Rev.WRC-15`.
    case revWRC
    /// An older edition than the one beside it, in the preamble.
    case olderEdition
    /// A second mention without "of this conference".
    case shortSecondMention
  }

  public var source: String
  public var kind: Kind
  public var text: [UInt8]
  /// The bytes that are new in `text`; empty where words were left out.
  public var range: Range<Int>
  public var original: [UInt8]

  public func isMet(by finding: Range<Int>) -> Bool {
    meets(range, finding)
  }
}

private func meets(_ range: Range<Int>, _ finding: Range<Int>) -> Bool {
  if range.isEmpty || finding.isEmpty {
    return finding.lowerBound <= range.upperBound && range.lowerBound <= finding.upperBound
  }
  return range.overlaps(finding)
}

/// A text to plant in.
public struct Source: Sendable {
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
