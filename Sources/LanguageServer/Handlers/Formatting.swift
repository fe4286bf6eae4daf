import Features
import LanguageServerProtocol

enum FormattingHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.formatting = true
  }

  static func answer(
    _ request: FormattingRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.TextEdit]? {
    let open = try state.draft(of: request.uri)
    return open.wire(open.draft.formatting())
  }
}
