/// The diagnostics of a text as they are sent.
struct WrittenDiagnostics: Sendable {
  /// One JSON list.
  let bytes: [UInt8]
  /// The same for the same diagnostics, in this session and in the next.
  let number: UInt64

  init(_ bytes: [UInt8]) {
    self.init(bytes, number: bytes.count > 2 ? contentHash(bytes[...]) : 0)
  }

  init(_ bytes: [UInt8], number: UInt64) {
    self.bytes = bytes
    self.number = number
  }

  static let none = WrittenDiagnostics(Array("[]".utf8))
}
