import Features
import Rules
import Semantics
import Syntax
import Testing
import TextModel

/// A draft with `‸` where the caret stands.
struct CaretDraft {
  let text: String
  let offset: Int
  let draft: Draft

  init(_ marked: String) {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    text = parts.joined()
    offset = parts.first?.utf8.count ?? 0
    draft = Draft(Document(text))
  }

  func suggestions(snippets: Bool = false, limit: Int = 20) -> Suggestions {
    let found = draft.suggestions(
      at: offset, options: SuggestionOptions(snippets: snippets, limit: limit))
    for item in found.items { check(item) }
    return found
  }

  /// What holds for every suggestion.
  private func check(_ item: Suggestion) {
    let bytes = Array(text.utf8)
    #expect(item.range.lowerBound >= 0 && item.range.upperBound <= bytes.count)
    #expect(item.range.lowerBound <= offset && offset <= item.range.upperBound)
    #expect(!bytes[item.range].contains(0x0A), "\(item.label) replaces more than its line")
    let typed = String(decoding: bytes[item.range.lowerBound..<offset], as: UTF8.self)
    #expect(
      item.filter.lowercased().hasPrefix(typed.lowercased()), "\(item.filter) hides \(typed)")
  }

  /// `label | detail | replaced → new`, in the order in which a client shows them.
  func list(_ kind: Suggestion.Kind? = nil, limit: Int = 20, first: Int = 100) -> String {
    let bytes = Array(text.utf8)
    return suggestions(limit: limit).items.filter { kind == nil || $0.kind == kind }
      .sorted { $0.sortKey < $1.sortKey }.prefix(first)
      .map { item in
        let replaced = String(decoding: bytes[item.range], as: UTF8.self)
        return "\(item.label) | \(item.detail ?? "-") | \(replaced) → \(item.text)"
      }.joined(separator: "\n")
  }

  /// The text after the suggestion with that label was accepted.
  func accepting(_ label: String) -> String? {
    guard let item = suggestions().items.first(where: { $0.label == label }) else { return nil }
    return Document(text)
      .applying(TextEdit(range: item.range, text: item.text)).bytes.text
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

enum Harbour {
  /// A draft of our own with a place to type in.
  static func draft(
    recalling: String = "the survey of coastal stations,",
    considering: String = "that fog is frequent,",
    resolves: String = "to keep a register of fog signals,",
    instructs: String = "to publish the register.", end: String = ""
  ) -> String {
    """
    RESOLUTION 301 (Dubai, 2018)

    Fog signals of small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    *recalling*

    \(recalling)

    *considering*

    \(considering)

    *resolves*

    \(resolves)

    *instructs the Secretary-General*

    \(instructs)
    \(end)
    """
  }

  static let lettered = """
    *a)* that fog is frequent 🌫;

    *b)* that mariners of the Чёрное море rely on bells,
    """
  static let numbered = """
    1 to keep a register of fog signals;

    2 to number each signal:

    i) by its harbour;

    ii) by its tone,
    """
}
