import Features
import LanguageServerProtocol

enum PrepareRenameHandler: RequestHandler {
  static func answer(
    _ request: PrepareRenameRequest, _ state: inout ServerState
  ) throws(ResponseError) -> PrepareRenameResult? {
    let open = try state.draft(of: request.place.uri)
    let offset = open.map.offset(of: request.place.position)
    return open.draft.renameTarget(at: offset).map {
      PrepareRenameResult(range: open.map.range(of: $0.range), placeholder: $0.name)
    }
  }
}
