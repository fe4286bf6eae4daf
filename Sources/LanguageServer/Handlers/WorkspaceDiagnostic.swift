import LanguageServerProtocol
import Workspace

/// The findings of all texts in the client's folders: open ones as the editor has them, others as the
/// files say. Only for clients that ask for diagnostics.
enum WorkspaceDiagnosticHandler: Handler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.pullsDiagnostics else { return }
    capabilities.diagnostic?.workspaceDiagnostics = true
  }

  static func register(in routes: inout Routes<ServerState>) {
    routes.answerLater(WorkspaceDiagnosticRequest.self) { state, request, context, responder in
      let late = responder.handOver()
      let previous = Dictionary(
        request.previousResultIDs.map { ($0.uri, $0.value) }, uniquingKeysWith: { $1 })
      let known = FolderDiagnosis.Known(
        roots: state.folderIndex.roots, names: state.folderIndex.files.mapValues(\.uri),
        open: Set(state.texts.keys.compactMap { FilePath($0) }), previous: previous,
        finder: state.settings.finder, generation: state.settings.generation,
        problems: state.settings.seen,
        client: state.client, encoding: state.encoding)
      var items: [WorkspaceDiagnosticReport.Item] = []
      for uri in state.texts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        // A text that is out of step keeps what was said of it.
        guard let list = try? state.diagnostics(of: uri) else { continue }
        items.append(
          .init(
            uri: uri, version: state.texts[uri]?.version,
            report: DocumentDiagnosticReport(list, previousID: previous[uri])))
      }
      FolderDiagnosis(
        known: known, openItems: items, cache: state.diagnosed, tokens: context.tokens,
        connection: context.client, responder: late
      ).start()
    }
  }
}

extension DocumentDiagnosticReport {
  /// - Parameters:
  ///   - previousID: the name of the result that the client has.
  init(_ list: WrittenDiagnostics, previousID: String?) {
    let id = list.number.description
    self = previousID == id ? .unchanged(resultID: id) : .full(resultID: id, .written(list.bytes))
  }

  var resultID: String? {
    switch self {
    case .full(let id, _): id
    case .unchanged(let id): id
    }
  }
}
