/// A JSON value that knows where it stands, for settings and registers whose mistakes are reported
/// with their place.
public struct JSONNode: Sendable, Equatable {
  public indirect enum Content: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  public struct Member: Sendable, Equatable {
    public var key: String
    /// The key with its quotation marks, in bytes from the start of the text.
    public var keyRange: Range<Int>
    public var value: JSONNode

    public init(key: String, keyRange: Range<Int>, value: JSONNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public var content: Content
  /// The value in bytes from the start of the text, quotation marks and brackets included.
  public var range: Range<Int>

  public init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// A value that stands in no text: all its ranges are empty.
  public init(_ value: JSONValue) {
    let content: Content =
      switch value {
      case .null: .null
      case .bool(let value): .bool(value)
      case .int(let value): .int(value)
      case .double(let value): .double(value)
      case .string(let value): .string(value)
      case .array(let elements): .array(elements.map { JSONNode($0) })
      case .object(let object):
        .object(
          object.members.map { Member(key: $0.key, keyRange: 0..<0, value: JSONNode($0.value)) })
      }
    self.init(content: content, range: 0..<0)
  }

  /// The kind of value, as a message to people names it.
  public var kind: JSONKind {
    switch content {
    case .null: .null
    case .bool: .bool
    case .int, .double: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  public subscript(key: String) -> JSONNode? {
    members?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  public var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  public var elements: [JSONNode]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  public var string: String? {
    if case .string(let value) = content { value } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }

  /// The number, where it is a whole one that fits.
  public var int: Int? { value.int }

  public var double: Double? { value.double }

  /// The same value without places.
  public var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .double(let value): .double(value)
    case .string(let value): .string(value)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members):
      .object(JSONObject(distinct: members.map { .init($0.key, $0.value.value) }))
    }
  }
}
