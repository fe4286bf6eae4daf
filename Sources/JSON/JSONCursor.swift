/// Reads a JSON text from front to back without building a tree, for messages that come with every
/// keystroke.
///
/// The shape of a read is that of the text:
///
///     try cursor.beginObject()
///     while let key = try cursor.nextKey() {
///       switch key {
///       case "uri": uri = try cursor.readString()
///       default: try cursor.skipValue()
///       }
///     }
///
/// Each key must be followed by exactly one read or skip. Whatever the bytes are and in whatever
/// order the methods are called, a read stays inside the buffer and ends with a value or an error.
public struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let options: JSONOptions
  /// Bytes read so far, from the start of the text.
  public internal(set) var position: Int
  private var depth = 0
  /// Right after an opening bracket, where no comma may stand.
  private var atStart = false

  /// The buffer must outlive the cursor and every key read from it.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, options: JSONOptions = .strict) {
    self.bytes = bytes
    self.options = options
    position = bytes.startsWithByteOrderMark ? 3 : 0
  }

  /// Lends the bytes to a cursor for the time of a closure.
  public static func read<Value, Failure: Error>(
    _ bytes: [UInt8], options: JSONOptions = .strict,
    _ body: (inout JSONCursor) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Value in
      var cursor = JSONCursor(buffer, options: options)
      return try body(&cursor)
    }
  }

  /// Lends a part of the bytes to a cursor for the time of a closure; what of the range lies outside
  /// is cut off. Places count from the start of the part.
  public static func read<Value, Failure: Error>(
    _ bytes: [UInt8], in range: Range<Int>, options: JSONOptions = .strict,
    _ body: (inout JSONCursor) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Value in
      let range = range.clamped(to: 0..<buffer.count)
      var cursor = JSONCursor(UnsafeBufferPointer(rebasing: buffer[range]), options: options)
      return try body(&cursor)
    }
  }

  /// The kind of the next value; reads no more than white space.
  public mutating func kind() throws(JSONError) -> JSONKind {
    switch try next("a value") {
    case 0x7B: .object
    case 0x5B: .array
    case 0x22: .string
    case 0x2D, 0x30...0x39: .number
    case 0x74, 0x66: .bool
    case 0x6E: .null
    default: throw expected("a value")
    }
  }

  /// Goes past white space and gives the place of the next value or bracket.
  public mutating func start() throws(JSONError) -> Int {
    try skipSpace()
    return position
  }

  public mutating func beginObject() throws(JSONError) { try open(0x7B, "an object") }

  public mutating func beginArray() throws(JSONError) { try open(0x5B, "an array") }

  /// The key of the next member, or `nil` after the closing brace has been read.
  public mutating func nextKey() throws(JSONError) -> JSONKey? {
    guard try more(closing: 0x7D, "',' or '}'") else { return nil }
    guard try next("a key") == 0x22 else { throw expected("a key in quotation marks") }
    let start = position
    let span = try scanString()
    let range = start..<position
    guard try next("':'") == 0x3A else { throw expected("':'") }
    position += 1
    let raw = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
    return JSONKey(bytes: raw, decoded: span.hasEscape ? decode(span) : nil, range: range)
  }

  /// Whether another element follows; `false` after the closing bracket has been read.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try more(closing: 0x5D, "',' or ']'")
  }

  /// Requires that nothing but white space follows.
  public mutating func finish() throws(JSONError) {
    try skipSpace()
    guard position >= bytes.count else { throw error(.trailingContent) }
  }

  /// Goes past one value of any kind, checking its form.
  ///
  /// - Returns: its bytes, from the start of the text.
  @discardableResult
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    let kind = try kind()
    let start = position
    switch kind {
    case .object:
      try beginObject()
      while try more(closing: 0x7D, "',' or '}'") {
        guard try next("a key") == 0x22 else { throw expected("a key in quotation marks") }
        _ = try scanString()
        guard try next("':'") == 0x3A else { throw expected("':'") }
        position += 1
        try skipValue()
      }
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .string: _ = try scanString()
    case .number: _ = try scanNumber()
    case .bool: _ = try readBool()
    case .null: try readWord("null")
    }
    return start..<Swift.max(start, position)
  }

  private mutating func open(_ bracket: UInt8, _ name: String) throws(JSONError) {
    guard try next(name) == bracket else { throw expected(name) }
    guard depth < options.maximumDepth else {
      throw error(.tooDeep(limit: options.maximumDepth))
    }
    depth += 1
    position += 1
    atStart = true
  }

  private mutating func more(closing: UInt8, _ name: String) throws(JSONError) -> Bool {
    var byte = try next(name)
    if byte != closing {
      if atStart {
        atStart = false
        return true
      }
      guard byte == 0x2C else { throw expected(name) }
      position += 1
      guard options.trailingCommas else { return true }
      byte = try next(name)
      if byte != closing { return true }
    }
    position += 1
    depth = Swift.max(0, depth - 1)
    atStart = false
    return false
  }
}
