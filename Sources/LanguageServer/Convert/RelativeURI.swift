import LanguageServerProtocol

extension DocumentURI {
  /// The URI that a relative path in this text means (RFC 3986, 5.2): `../annex.md#scope`.
  ///
  /// `nil` where the text has no folder (`untitled:Draft-1`) or the path leads out of its tree. What may
  /// not stand in a URI is percent-encoded.
  func resolving(_ path: String) -> String? {
    let bytes = Array(rawValue.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A), colon + 3 < bytes.count,
      bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F,
      let root = bytes[(colon + 3)...].firstIndex(of: 0x2F)
    else { return nil }
    let end = bytes.firstIndex { $0 == 0x23 || $0 == 0x3F } ?? bytes.count
    guard end > root else { return nil }
    let relative = Self.encoded(path)
    let pathEnd = relative.firstIndex { $0 == 0x23 || $0 == 0x3F } ?? relative.count
    let isAbsolute = relative.first == 0x2F
    var segments = bytes[(root + 1)..<end].split(
      separator: 0x2F, omittingEmptySubsequences: false)
    segments.removeLast()
    if isAbsolute { segments = [] }
    let steps = relative[..<pathEnd].dropFirst(isAbsolute ? 1 : 0)
      .split(separator: 0x2F, omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      if step.elementsEqual(".".utf8) {
        if isLast { segments.append([]) }
      } else if step.elementsEqual("..".utf8) {
        guard segments.popLast() != nil else { return nil }
        if isLast { segments.append([]) }
      } else {
        segments.append(step)
      }
    }
    let whole = Array(bytes[...root]) + segments.joined(separator: [0x2F]) + relative[pathEnd...]
    return String(decoding: whole, as: UTF8.self)
  }

  private static func encoded(_ path: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in path.utf8 {
      let isPlain = byte > 0x20 && byte < 0x7F && !#"<>"\^`{|}"#.utf8.contains(byte)
      if isPlain {
        out.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return out
  }
}
