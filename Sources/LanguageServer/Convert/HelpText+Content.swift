import Features
import LanguageServerProtocol

extension HelpText {
  /// In the first format of the client's list that is known here; plain where it names none.
  func content(for formats: [MarkupKind]) -> MarkupContent {
    let kind = formats.first { $0 == .markdown || $0 == .plainText } ?? .plainText
    return MarkupContent(kind: kind, value: kind == .markdown ? markdown : plain)
  }
}
