/// A word of the command line as the system hands it over: bytes, which need not be UTF-8.
struct Argument: Sendable, Hashable, ExpressibleByStringLiteral {
  var bytes: [UInt8]

  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
  init(_ text: String) { bytes = Array(text.utf8) }
  init(stringLiteral text: String) { self.init(text) }

  /// For comparing and for messages; what is not UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
