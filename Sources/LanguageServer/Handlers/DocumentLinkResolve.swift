import JSON
import LanguageServerProtocol

/// Adds the target of a link to a file.
enum DocumentLinkResolveHandler: RequestHandler {
  static func answer(
    _ request: DocumentLinkResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var link = request.entry
    if let data = request.data, let uri = data["uri"]?.string, let path = data["path"]?.string,
      let target = DocumentURI(uri).resolving(path)
    {
      link.set("target", target)
    }
    return link
  }
}
