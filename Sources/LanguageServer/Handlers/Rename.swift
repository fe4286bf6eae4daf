import Features
import LanguageServerProtocol

enum RenameHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.rename = RenameOptions(prepare: client.prepareRename)
  }

  static func answer(
    _ request: RenameRequest, _ state: inout ServerState
  ) throws(ResponseError) -> WorkspaceEdit? {
    let open = try state.draft(of: request.place.uri)
    let offset = open.map.offset(of: request.place.position)
    switch open.draft.rename(at: offset, to: request.newName) {
    case .success(let change):
      return state.workspaceEdit(
        change, of: open, title: "Rename to `\(request.newName)`",
        annotated: state.client.renameAnnotations)
    case .failure(let fault): throw ResponseError(.requestFailed, fault.reason)
    }
  }
}
