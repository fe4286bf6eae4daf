import Features
import Rules
import Semantics
import Syntax
import TextModel

/// A draft in which `|` marks where the caret stands.
struct CaretText {
  var text: String
  /// UTF-8 offset; that of the end without a mark.
  var offset: Int
  var draft: Draft { Draft(Document(text)) }

  init(_ marked: String) {
    let bytes = Array(marked.utf8)
    offset = bytes.firstIndex(of: UInt8(ascii: "|")) ?? bytes.count
    text = String(decoding: bytes.filter { $0 != UInt8(ascii: "|") }, as: UTF8.self)
  }

  /// The bytes of a range.
  func words(_ range: Range<Int>) -> String { slice(range.lowerBound, range.upperBound) }

  /// The line in which a range begins, the range in «», cut behind 48 characters.
  func line(_ range: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    let isEnd: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
    let start = (bytes[..<range.lowerBound].lastIndex(where: isEnd) ?? -1) + 1
    let end = bytes[range.lowerBound...].firstIndex(where: isEnd) ?? bytes.count
    let stop = max(range.upperBound, end)
    let line =
      slice(start, range.lowerBound) + "«" + words(range) + "»" + slice(range.upperBound, stop)
    return line.count > 48 ? line.prefix(48) + "…" : line
  }

  private func slice(_ from: Int, _ to: Int) -> String {
    let bytes = Array(text.utf8)
    let start = min(max(0, from), bytes.count)
    return String(decoding: bytes[start..<min(max(start, to), bytes.count)], as: UTF8.self)
  }
}

extension CaretText {
  func definition(in index: TextIndex = TextIndex()) -> [String] {
    draft.definition(at: offset, in: index, text: "own").map(shown)
  }

  func declaration() -> [String] { draft.declaration(at: offset).map(shown) }

  func references(declaration: Bool = false, in index: TextIndex = TextIndex()) -> [String] {
    draft.references(at: offset, declaration: declaration, in: index, text: "own").map(shown)
  }

  func highlights() -> [String] {
    draft.documentHighlights(at: offset).map {
      (words($0.range)) + ($0.isDeclaration ? " (declared)" : "")
    }
  }

  private func shown(_ destination: Destination) -> String {
    switch destination.place {
    case .here(_, let name): line(name)
    case .elsewhere(let text, _, let name): "\(text) \(name.start.line):\(name.start.column)"
    }
  }

  func shown(_ mention: Mention) -> String {
    switch mention {
    case .here(let range): line(range)
    case .elsewhere(let text, let range): "\(text) \(range.start.line):\(range.start.column)"
    }
  }
}

/// A draft about lamps; the sentence stands in the last clause.
func lamps(_ sentence: String, number: String = "140", back: String = "") -> String {
  """
  RESOLUTION \(number) (Rev. Dubai, 2018)

  Lamps in harbours

  The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

  *recalling*

  a) Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference, on the strategic plan;

  b) the report of the Harbour Lamp Group (HLG):

  i) on wicks<sup>1</sup>;

  ii) on oil,

  *recognizing*

  the sea,

  *resolves*

  1 that lamps be lit;

  2 that HLG report;

  3 to thank the HLG,

  *instructs the Secretary-General*

  1 to act;

  2 \(sentence).

  <sup>1</sup> Of cotton.
  \(back)
  """
}

/// The index of some texts, by key.
func index(_ texts: [String: String], _ encoding: PositionEncoding = .utf8) -> TextIndex {
  var index = TextIndex()
  for (key, text) in texts {
    index[key] = TextSummary(TextMeaning(Document(text)), encoding: encoding)
  }
  return index
}
