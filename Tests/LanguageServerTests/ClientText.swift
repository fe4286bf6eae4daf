import JSON
import TextModel

/// A text with places as a client counts them: by the standard library's own views of a string, so that
/// a server that miscounts is not asked to check itself.
struct ClientText {
  let bytes: [UInt8]
  let encoding: PositionEncoding
  /// For each line its first byte and where its end begins.
  private var lines: [Range<Int>] = []

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    var start = 0
    var at = 0
    while at < bytes.count {
      let isReturn = bytes[at] == 0x0D
      guard isReturn || bytes[at] == 0x0A else {
        at += 1
        continue
      }
      lines.append(start..<at)
      at += isReturn && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
      start = at
    }
    lines.append(start..<bytes.count)
  }

  private func columns(_ range: Range<Int>) -> Int {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return switch encoding {
    case .utf8: range.count
    case .utf16: text.utf16.count
    case .utf32: text.unicodeScalars.count
    }
  }

  func position(of offset: Int) -> JSONValue {
    let line = lines.lastIndex { $0.lowerBound <= offset } ?? 0
    return ["line": .int(line), "character": .int(columns(lines[line].lowerBound..<offset))]
  }

  /// The byte offset of a position; `nil` for one that is no place between two characters of the text.
  func offset(line: Int, character: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    let range = lines[line]
    return (range.lowerBound...range.upperBound).first {
      ($0 == bytes.count || bytes[$0] & 0xC0 != 0x80)
        && columns(range.lowerBound..<$0) == character
    }
  }
}
