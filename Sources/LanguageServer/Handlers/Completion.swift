import Features
import JSON
import LanguageServerProtocol

/// No commit characters, by design: a comma typed in prose must not accept an entry.
enum CompletionHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    // A blank ends "resolves " and "instructs ", where labels and addressees come.
    capabilities.completion = CompletionOptions(
      triggerCharacters: [" "], resolve: true, labelDetails: client.completionLabelDetails)
  }

  static func answer(
    _ request: CompletionRequest, _ state: inout ServerState
  ) throws(ResponseError) -> CompletionList {
    let open = try state.draft(of: request.uri)
    let client = state.client
    let found = open.draft.suggestions(
      at: open.map.offset(of: request.position),
      options: SuggestionOptions(snippets: client.snippets), register: open.register)
    let fill = CompletionFill(open: open, client: client)
    // All entries of a list replace the same few ranges.
    var ranges: [Range<Int>: PositionRange] = [:]
    return CompletionList(
      isIncomplete: found.isCut,
      items: found.items.map { suggestion in
        let range = ranges[suggestion.range] ?? open.map.range(of: suggestion.range)
        ranges[suggestion.range] = range
        return fill.item(suggestion, range)
      })
  }
}

/// Turns suggestions into entries with what the client understands.
private struct CompletionFill {
  let open: OpenDraft
  let client: ClientCapabilities

  func item(_ suggestion: Suggestion, _ range: PositionRange) -> CompletionItem {
    // Neovim's own completion takes only the first word of a plain text, but all of a snippet.
    let asSnippet =
      suggestion.isSnippet || client.snippets && suggestion.text.utf8.contains(0x20)
    var item = CompletionItem(
      label: suggestion.label, kind: kind(suggestion.kind),
      edit: .replace(range, with: asSnippet ? suggestion.snippet : suggestion.text))
    item.detail = suggestion.detail
    if client.completionLabelDetails { item.labelDescription = suggestion.note }
    item.sortText = suggestion.sortKey
    if suggestion.filter != suggestion.label { item.filterText = suggestion.filter }
    item.isSnippet = asSnippet
    if let key = suggestion.key {
      item.data = [
        "uri": .string(open.uri.rawValue), "version": .int(open.version),
        "key": .string(key.description),
      ]
    }
    return item
  }

  private func kind(_ kind: Suggestion.Kind) -> CompletionItemKind {
    switch kind {
    case .citation, .reference: .reference
    case .heading: .keyword
    case .addressee: .value
    case .acronym: .constant
    case .label: .enumMember
    case .snippet: .snippet
    }
  }
}
