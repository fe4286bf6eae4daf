import JSON
import LanguageServerProtocol
import TextModel

/// Answers with the words of the text in place of lines and columns, so that one expectation holds for
/// every encoding and every line end.
struct WordsShown {
  let bytes: [UInt8]
  let encoding: PositionEncoding
  private let text: ClientText

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    text = ClientText(bytes, encoding)
  }

  /// The byte offset of a position; -1 for one that is no place between two characters of the text.
  private func offset(_ value: JSONValue?) -> Int {
    guard let line = value?["line"]?.int, let column = value?["character"]?.int else { return -1 }
    return text.offset(line: line, character: column) ?? -1
  }

  func words(_ start: JSONValue?, _ end: JSONValue?) -> String {
    let (lower, upper) = (offset(start), offset(end))
    guard lower >= 0, upper >= lower else { return "NO RANGE" }
    return "«\(shortened(Array(bytes[lower..<upper])))»"
  }

  private func shortened(_ bytes: [UInt8]) -> String {
    let words = String(decoding: bytes, as: UTF8.self)
      .replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").unicodeScalars
    guard words.count > 40 else { return String(String.UnicodeScalarView(words)) }
    return String(String.UnicodeScalarView(words.prefix(16))) + "…"
      + String(String.UnicodeScalarView(words.suffix(16)))
  }

  /// One line for each element of a list at the top.
  func text(_ value: JSONValue) -> String {
    if let elements = value.array { return elements.map(inLine).joined(separator: "\n") }
    return inLine(value)
  }

  private func inLine(_ value: JSONValue) -> String {
    switch value {
    case .string(let text):
      return text.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
    case .array(let elements): return "[" + elements.map(inLine).joined(separator: ", ") + "]"
    case .object(let object):
      if value["line"] != nil, value["character"] != nil {
        let place = offset(value)
        let rest = bytes.dropFirst(max(0, place)).prefix { $0 != 0x0A && $0 != 0x0D }
        return place < 0 ? "NO PLACE" : "‸\(shortened(Array(rest)))"
      }
      if value["start"]?["line"] != nil { return words(value["start"], value["end"]) }
      // Byte offsets, names of results: not the client's to read, and other for other line ends.
      return object.members.filter { !["data", "resultId"].contains($0.key) }
        .map { "\($0.key)=\(inLine($0.value))" }.joined(separator: " ")
    default: return String(decoding: value.jsonBytes, as: UTF8.self)
    }
  }

  /// Semantic tokens as `type«words»`.
  func tokens(_ data: JSONValue?, _ legend: [String]) -> String {
    var line = 0
    var column = 0
    var shown: [String] = []
    let numbers = (data?.array ?? []).compactMap(\.int)
    for start in stride(from: 0, to: numbers.count - numbers.count % 5, by: 5) {
      if numbers[start] > 0 { column = 0 }
      line += numbers[start]
      column += numbers[start + 1]
      let place = { (column: Int) -> JSONValue in
        ["line": .int(line), "character": .int(column)]
      }
      let type = legend.indices.contains(numbers[start + 3]) ? legend[numbers[start + 3]] : "?"
      shown.append(type + words(place(column), place(column + numbers[start + 2])))
    }
    return shown.joined(separator: " ")
  }
}
