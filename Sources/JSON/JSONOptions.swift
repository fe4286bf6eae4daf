/// What a reader accepts beyond RFC 8259, and where it stops.
public struct JSONOptions: Sendable, Equatable {
  /// `//` to the end of the line and `/* … */`.
  public var comments = false
  /// A comma after the last element or member.
  public var trailingCommas = false
  /// Whether half of a surrogate pair (`"\ud83d"`) is an error; else it becomes U+FFFD.
  public var rejectsLoneSurrogates = false
  /// How deep arrays and objects may be nested: 1 to 128, so that no text can exhaust the stack.
  public var maximumDepth: Int {
    get { depth }
    set { depth = Swift.max(1, Swift.min(newValue, Self.depthLimit)) }
  }

  private var depth = Self.depthLimit

  public static let depthLimit = 128

  public init(
    comments: Bool = false, trailingCommas: Bool = false, rejectsLoneSurrogates: Bool = false
  ) {
    self.comments = comments
    self.trailingCommas = trailingCommas
    self.rejectsLoneSurrogates = rejectsLoneSurrogates
  }

  /// JSON exactly as in RFC 8259, as messages use it.
  public static let strict = JSONOptions()
  /// With comments and trailing commas, as settings files use it.
  public static let settings = JSONOptions(comments: true, trailingCommas: true)
}

/// The kinds of JSON values.
public enum JSONKind: String, Sendable {
  case null
  case bool
  case number
  case string
  case array
  case object

  /// With its article, for messages to people.
  public var name: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
