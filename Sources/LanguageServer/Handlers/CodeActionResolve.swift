import Features
import JSON
import LanguageServerProtocol

enum CodeActionResolveHandler: RequestHandler {
  static func answer(
    _ request: CodeActionResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var action = request.entry
    guard let data = request.data, let uri = data["uri"]?.string,
      let work = ActionWork(json: data)
    else { return action }
    let open = try state.draft(of: DocumentURI(uri))
    guard data["version"]?.int == open.version else {
      throw ResponseError(.contentModified, "the text has changed since the action was offered")
    }
    let edit: Result<WorkspaceEdit, ActionFault> =
      if case .ignoreInProject(let rule) = work {
        state.ignoring(rule, for: open.uri)
      } else {
        ActionTrial(open.draft, knowing: state.texts[open.uri]?.sent.tried).change(of: work).map {
          state.workspaceEdit(
            $0, of: open, title: action["title"]?.string ?? "",
            annotated: state.client.codeActionAnnotations)
        }
      }
    switch edit {
    case .success(let edit):
      action.set("edit", edit)
      return action
    case .failure(let fault): throw ResponseError(.requestFailed, fault.reason)
    }
  }
}
