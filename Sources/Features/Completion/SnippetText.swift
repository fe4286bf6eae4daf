/// A text with places to fill in, which becomes a snippet or plain text.
struct SnippetText {
  private enum Part {
    case words(String)
    /// The same number again is the same words again.
    case place(Int, String)
    case end
  }

  private var parts: [Part] = []

  static func + (left: SnippetText, right: SnippetText) -> SnippetText {
    var sum = left
    sum.parts += right.parts
    return sum
  }

  static func words(_ text: String) -> SnippetText {
    var snippet = SnippetText()
    snippet.parts = [.words(text)]
    return snippet
  }

  static func place(_ number: Int, _ text: String) -> SnippetText {
    var snippet = SnippetText()
    snippet.parts = [.place(number, text)]
    return snippet
  }

  /// Where the caret stands at the end.
  static var end: SnippetText {
    var snippet = SnippetText()
    snippet.parts = [.end]
    return snippet
  }

  var plain: String {
    parts.map { part in
      switch part {
      case .words(let text), .place(_, let text): text
      case .end: ""
      }
    }.joined()
  }

  /// In the syntax of the protocol.
  var snippet: String {
    var seen: Set<Int> = []
    return parts.map { part in
      switch part {
      case .words(let text): Self.escaped(text)
      case .place(let number, let text):
        seen.insert(number).inserted ? "${\(number):\(Self.escaped(text))}" : "$\(number)"
      case .end: "$0"
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
