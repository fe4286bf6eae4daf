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
    let edit: Result<WorkspaceEdit, ActionFault> =
      if case .ignoreInProject(let rule) = work {
        state.ignoring(rule, for: open.uri)
      } else {
        open.draft.edits(of: work).map { open.workspaceEdit($0, for: state.client) }
      }
    switch edit {
    case .success(let edit):
      var action = request.action
      action.set("edit", edit)
      return action
    case .failure(let fault): throw ResponseError(.requestFailed, fault.reason)
    }
  }
}
