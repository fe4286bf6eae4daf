/// Writes JSON into a byte array, commas included.
///
/// The caller opens and closes objects and arrays in pairs and writes a key before each member of an
/// object; the writer puts the commas. Nothing here can fail.
public struct JSONWriter: Sendable {
  /// What has been written so far: valid UTF-8, whatever was passed in.
  public internal(set) var bytes: [UInt8]
  let indentation: Int
  var needsComma = false
  var depth = 0

  /// - Parameters:
  ///   - capacity: bytes to reserve.
  ///   - indentation: spaces for each level; 0 writes everything on one line.
  public init(capacity: Int = 256, indentation: Int = 0) {
    bytes = []
    bytes.reserveCapacity(Swift.max(0, capacity))
    self.indentation = Swift.max(0, Swift.min(indentation, 16))
  }

  /// The text written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
    depth = 0
  }

  public mutating func beginObject() { open(0x7B) }
  public mutating func endObject() { close(0x7D) }
  public mutating func beginArray() { open(0x5B) }
  public mutating func endArray() { close(0x5D) }

  /// The key of the next member of an object.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    endKey()
  }

  /// The key of the next member, known to need no escape.
  public mutating func key(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    if key.hasPointerRepresentation {
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    } else {
      bytes.append(contentsOf: key.description.utf8)
    }
    bytes.append(0x22)
    endKey()
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C])
    needsComma = true
  }

  public mutating func bool(_ value: Bool) {
    separate()
    let word: StaticString = value ? "true" : "false"
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    needsComma = true
  }

  /// A string, escaped as JSON asks.
  public mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  /// A string from UTF-8 bytes; what is not well-formed becomes U+FFFD.
  public mutating func string(_ value: some Sequence<UInt8>) {
    separate()
    if value.withContiguousStorageIfAvailable({ quote($0) }) == nil { quote(Array(value)) }
    needsComma = true
  }

  /// Bytes that are already one JSON value.
  public mutating func raw(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  /// Bytes that are already one JSON value.
  public mutating func raw(_ value: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  /// A whole value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .double(let value): double(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
    depth &+= 1
  }

  private mutating func close(_ bracket: UInt8) {
    depth = Swift.max(0, depth &- 1)
    if needsComma { newLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func endKey() {
    bytes.append(0x3A)
    if indentation > 0 { bytes.append(0x20) }
    needsComma = false
  }

  /// What stands between the last thing written and the next key or value.
  mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    guard indentation > 0, let last = bytes.last else { return }
    if needsComma || last == 0x7B || last == 0x5B { newLine() }
  }

  private mutating func newLine() {
    guard indentation > 0 else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth &* indentation))
  }
}
