import LanguageServerProtocol
import Workspace

/// Names of files as URIs (RFC 8089) and as paths.
extension FilePath {
  /// The file that a URI names; `nil` for one of another scheme, on another machine, or of no absolute
  /// path.
  init?(_ uri: DocumentURI) {
    let bytes = Array(uri.rawValue.utf8)
    let scheme = Array("file://".utf8)
    guard bytes.prefix(scheme.count).elementsEqual(scheme, by: { $0 | 0x20 == $1 | 0x20 }) else {
      return nil
    }
    var path = bytes.dropFirst(scheme.count)
    let machine = Array("localhost".utf8)
    if path.starts(with: machine) { path = path.dropFirst(machine.count) }
    path = path.prefix { $0 != 0x23 && $0 != 0x3F }
    guard path.first == 0x2F, let decoded = percentDecoded(path), !decoded.contains(0) else {
      return nil
    }
    self.init(bytes: decoded)
  }
}

extension DocumentURI {
  /// The name of a file, its absolute path percent-encoded but for letters, digits and `-._~/`.
  init(_ path: FilePath) { self.init("file://" + percentEncoded(path.bytes)) }
}

/// Bytes of a path as they stand in a URI.
func percentEncoded(_ path: some Sequence<UInt8>) -> String {
  var out: [UInt8] = []
  for byte in path {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: out.append(byte)
    default: out += [0x25, hexDigit(byte >> 4), hexDigit(byte & 0x0F)]
    }
  }
  return String(decoding: out, as: UTF8.self)
}

/// `nil` for a percent sign without two digits behind it.
func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
  var out: [UInt8] = []
  var bytes = text.makeIterator()
  while let byte = bytes.next() {
    guard byte == 0x25 else {
      out.append(byte)
      continue
    }
    guard let high = bytes.next().flatMap(hexValue), let low = bytes.next().flatMap(hexValue) else {
      return nil
    }
    out.append(high << 4 | low)
  }
  return out
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 | value : (value &- 9) | 0x40
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte & 0x0F
  case 0x41...0x46, 0x61...0x66: (byte & 0x0F) &+ 9
  default: nil
  }
}
