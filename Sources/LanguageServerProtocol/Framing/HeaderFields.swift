/// The header before a message. Names count without regard to case; unknown ones are passed over.
struct HeaderFields {
  /// Bytes of the body, if a header says so.
  private(set) var length: Int?
  /// The charset of the content type in lower case, if it has one.
  private(set) var charset: String?
  private(set) var problem: FrameProblem?

  static let lengthName = Array("content-length:".utf8)
  private static let typeName = Array("content-type:".utf8)

  /// Reads a header with its final empty line.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { read(line) }
    guard length == nil, problem == nil || problem == .garbage else { return }
    // What came before may have lost its end: the last length in a line of its own or not counts.
    if let start = Self.lastLength(in: bytes) {
      let fields = HeaderFields(Array(bytes[start...]))
      length = fields.length
      charset = fields.charset
      problem = fields.problem ?? .garbage
    } else {
      problem = problem ?? .missingLength
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    if let value = Self.value(of: Self.lengthName, in: line) {
      guard let number = Self.number(value) else {
        problem = .invalidLength
        length = nil
        return
      }
      if let length, length != number {
        problem = .contradictoryLength
        self.length = nil
      } else if problem == nil || problem == .garbage {
        length = number
      }
    } else if let value = Self.value(of: Self.typeName, in: line) {
      charset = Self.charset(of: value)
    } else if !line.contains(0x3A) {
      problem = problem ?? .garbage
    }
  }

  private static func value(
    of name: [UInt8], in line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard line.count >= name.count, zip(line, name).allSatisfy({ lowercased($0) == $1 }) else {
      return nil
    }
    return line.dropFirst(name.count)
  }

  /// A decimal number with blanks around it; `nil` for anything else and for what does not fit.
  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = trimmed(text)
    guard !digits.isEmpty else { return nil }
    var result = 0
    for byte in digits {
      guard 0x30...0x39 ~= byte else { return nil }
      let (product, tooLarge) = result.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(Int(byte) - 0x30)
      if tooLarge || overflow { return nil }
      result = sum
    }
    return result
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = text.drop { $0 == 0x20 || $0 == 0x09 }
    let blanks = start.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    return start.dropLast(blanks)
  }

  private static func charset(of type: ArraySlice<UInt8>) -> String? {
    for parameter in type.split(separator: 0x3B).dropFirst() {
      let parameter = trimmed(parameter)
      guard let value = value(of: Array("charset=".utf8), in: parameter) else { continue }
      let plain = value.filter { $0 != 0x22 }.map(lowercased)
      return String(decoding: plain, as: UTF8.self)
    }
    return nil
  }

  /// Where the last `Content-Length:` starts, wherever in a line; `nil` where it starts the bytes.
  private static func lastLength(in bytes: [UInt8]) -> Int? {
    guard bytes.count > lengthName.count else { return nil }
    for start in stride(from: bytes.count - lengthName.count, to: 0, by: -1)
    where value(of: lengthName, in: bytes[start...]) != nil { return start }
    return nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}
