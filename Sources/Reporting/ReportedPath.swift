/// The name of a file as programs want it that know the folder of the run but not the command line.
struct ReportedPath {
  /// Relative to the root where it lies below it.
  let text: String
  let isAbsolute: Bool

  init(_ path: String, root: String) {
    var bytes = Array(path.utf8)[...]
    let slash = UInt8(ascii: "/")
    let below = Array((root.hasSuffix("/") ? root : root + "/").utf8)
    if !root.isEmpty, bytes.starts(with: below), bytes.count > below.count {
      bytes = bytes.dropFirst(below.count)
    }
    while bytes.starts(with: [UInt8(ascii: "."), slash]), bytes.count > 2 {
      bytes = bytes.dropFirst(2).drop { $0 == slash }
    }
    isAbsolute = bytes.first == slash
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// As a reference of RFC 3986: relative, or with the scheme `file`.
  var uri: String {
    var encoded = isAbsolute ? "file://" : ""
    // A colon in the first part of a relative reference would make it a scheme.
    for byte in text.utf8 {
      if Self.isPlain(byte) || byte == UInt8(ascii: "/") {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }

  /// The unreserved characters.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
