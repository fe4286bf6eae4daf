public import JSON

/// Why a value of a message does not have the shape that the protocol asks for.
public struct WireError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The members on the way to the value, outermost first; array elements by their index.
  public var path: [String]
  /// What should stand there.
  public var expected: String

  public init(path: [String] = [], expected: String) {
    self.path = path
    self.expected = expected
  }

  init(_ error: JSONError) {
    self.init(expected: "well-formed parameters (\(error.description))")
  }

  public var description: String {
    path.isEmpty ? "expected \(expected)" : "\(path.joined(separator: ".")): expected \(expected)"
  }

  /// The same error seen from the value around it.
  func inside(_ key: String) -> WireError { WireError(path: [key] + path, expected: expected) }
}

/// A type of the wire that can be read. Reading is total: any value gives a value or an error.
public protocol WireReadable: Sendable {
  init(json: JSONValue) throws(WireError)

  /// Reads from the text of the value; the default goes over a tree. Messages that come with every
  /// keystroke read straight from the text.
  init(reading cursor: inout JSONCursor) throws(WireError)
}

extension WireReadable {
  public init(reading cursor: inout JSONCursor) throws(WireError) {
    let value: JSONValue
    do { value = try cursor.readValue() } catch { throw WireError(error) }
    try self.init(json: value)
  }
}

extension JSONValue {
  /// A member that must be there.
  func required<Value: WireReadable>(_ key: String) throws(WireError) -> Value {
    guard case .object(let object) = self else { throw WireError(expected: "an object") }
    do throws(WireError) { return try Value(json: object[key] ?? .null) } catch {
      throw error.inside(key)
    }
  }

  /// A member that may be absent or `null`. A value of a wrong type is an error all the same: taking
  /// a bad range for no range would change what an edit means.
  func optional<Value: WireReadable>(_ key: String) throws(WireError) -> Value? {
    guard case .object(let object) = self else { throw WireError(expected: "an object") }
    guard let value = object[key], !value.isNull else { return nil }
    do throws(WireError) { return try Value(json: value) } catch { throw error.inside(key) }
  }

  /// A list that may be absent or `null`, which then is empty.
  func list<Value: WireReadable>(_ key: String) throws(WireError) -> [Value] {
    try optional(key) ?? []
  }
}

extension String: WireReadable {
  public init(json: JSONValue) throws(WireError) {
    guard let value = json.string else { throw WireError(expected: "a string") }
    self = value
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    do throws(JSONError) { self = try cursor.readString() } catch { throw WireError(error) }
  }
}

extension Int: WireReadable {
  /// A fraction is cut off and what does not fit goes to the nearest end.
  public init(json: JSONValue) throws(WireError) {
    guard let value = json.clampedInt else { throw WireError(expected: "a number") }
    self = value
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    do throws(JSONError) { self = try cursor.readClampedInt() } catch { throw WireError(error) }
  }
}

extension Bool: WireReadable {
  public init(json: JSONValue) throws(WireError) {
    guard let value = json.bool else { throw WireError(expected: "true or false") }
    self = value
  }
}

extension JSONValue: WireReadable {
  public init(json: JSONValue) { self = json }
}

extension Array: WireReadable where Element: WireReadable {
  public init(json: JSONValue) throws(WireError) {
    guard let elements = json.array else { throw WireError(expected: "an array") }
    self = []
    reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      do throws(WireError) { append(try Element(json: element)) } catch {
        throw error.inside(String(index))
      }
    }
  }
}

extension Optional: WireReadable where Wrapped: WireReadable {
  public init(json: JSONValue) throws(WireError) {
    self = json.isNull ? nil : try Wrapped(json: json)
  }
}

/// The answer to a request that answers with nothing.
public struct Nothing: WireReadable, WireWritable, Equatable {
  public init() {}
  public init(json: JSONValue) {}
  public func write(to writer: inout JSONWriter) { writer.null() }
}
