public import JSON

/// A type of the wire that can be written: exactly one JSON value.
public protocol WireWritable: Sendable {
  func write(to writer: inout JSONWriter)

  /// Bytes of its JSON where there are many and their number is known; else 0.
  var knownLength: Int { get }
}

extension WireWritable {
  public var knownLength: Int { 0 }

  /// The value as JSON text in UTF-8.
  public var jsonBytes: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// The value as a tree; `null` should the value itself write no JSON.
  public var jsonValue: JSONValue { (try? JSONParser().value(jsonBytes)) ?? .null }
}

extension JSONWriter {
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// A member.
  mutating func member(_ key: StaticString, _ value: some WireWritable) {
    self.key(key)
    value.write(to: &self)
  }

  /// A member that is left out where there is no value.
  mutating func optional(_ key: StaticString, _ value: (some WireWritable)?) {
    guard let value else { return }
    member(key, value)
  }

  /// A member that is left out where it is false, as the protocol's defaults are.
  mutating func flag(_ key: StaticString, _ value: Bool) {
    if value { member(key, value) }
  }

  /// A list that is left out where it is empty.
  mutating func list<Element: WireWritable>(_ key: StaticString, _ values: [Element]) {
    if !values.isEmpty { member(key, values) }
  }
}

extension String: WireWritable {
  public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: WireWritable {
  public func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Bool: WireWritable {
  public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension JSONValue: WireWritable {
  public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Array: WireWritable where Element: WireWritable {
  public func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.write(to: &writer) }
    writer.endArray()
  }
}

extension Optional: WireWritable where Wrapped: WireWritable {
  public func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }

  public var knownLength: Int { self?.knownLength ?? 0 }
}
