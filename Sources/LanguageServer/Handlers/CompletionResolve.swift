import Features
import JSON
import LanguageServerProtocol

/// Adds the documentation that the list leaves out.
enum CompletionResolveHandler: RequestHandler {
  static func answer(
    _ request: CompletionResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var item = request.entry
    guard let data = request.data, let uri = data["uri"]?.string,
      let key = data["key"]?.string.flatMap(SuggestionKey.init)
    else { return item }
    let open = try state.draft(of: DocumentURI(uri))
    // In another version the place may be another one; the entry then stays as it is.
    guard data["version"]?.int == open.version,
      let help = open.draft.help(for: key, register: open.register)
    else { return item }
    item.set("documentation", help.content(for: state.client.completionDocumentation))
    return item
  }
}
