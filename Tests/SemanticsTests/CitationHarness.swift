import Semantics
import Syntax
import Testing

/// The citations of a text, each on a line: what is cited, as read, and the bytes it stands on.
///
///     resolution PP 71 (Rev. Dubai, 2018) `Resolution 71 (Rev. Dubai, 2018)`
func citations(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  let meaning = TextMeaning(Document(text))
  return zip(meaning.sections, meaning.document.starts).flatMap { section, start in
    section.citations.map { describe($0, bytes, start) }
  }
}

private func describe(_ citation: Citation, _ bytes: [UInt8], _ start: Int) -> String {
  var words = [citation.kind.rawValue, citation.body?.rawValue ?? "-"]
  words.append(citation.number.isEmpty ? "-" : citation.number)
  let session = [citation.place, citation.year.map(String.init)].compactMap { $0 }
  if citation.revised || !session.isEmpty {
    words.append("(" + (citation.revised ? "Rev. " : "") + session.joined(separator: ", ") + ")")
  }
  if citation.ofThis { words.append("this") }
  let range = (citation.span.lower + start)..<(citation.span.upper + start)
  return words.joined(separator: " ") + " `" + String(decoding: bytes[range], as: UTF8.self) + "`"
}

/// A clause inside a draft of the Plenipotentiary Conference of 2018.
func citing(_ sentence: String) -> String {
  """
  # RESOLUTION 999 (Dubai, 2018)

  ## Lamps in small harbours

  The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

  *resolves*

  that \(sentence).

  """
}

/// Expects exactly these citations in a sentence.
func expectCitations(
  _ sentence: String, _ expected: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(citations(citing(sentence)) == expected, sourceLocation: sourceLocation)
}

/// What is wrong with the form of the first citation in a sentence.
func defects(_ sentence: String) -> Citation.Defects {
  TextMeaning(Document(citing(sentence))).sections.flatMap(\.citations).first?.defects ?? []
}
