import Features
import JSON
import LanguageServerProtocol

enum CodeActionResolveHandler: RequestHandler {
  static func answer(
    _ request: CodeActionResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    guard let data = request.data, let uri = data["uri"]?.string,
      let work = ActionWork(json: data)
    else { return request.action }
    let open = try state.draft(of: DocumentURI(uri))
    guard data["version"]?.int == open.version else {
      throw ResponseError(.contentModified, "the text has changed since the action was offered")
    }
    switch open.draft.edits(of: work) {
    case .success(let edits):
      var action = request.action
      action.set("edit", open.workspaceEdit(edits, for: state.client))
      return action
    case .failure(let fault): throw ResponseError(.requestFailed, fault.reason)
    }
  }
}
