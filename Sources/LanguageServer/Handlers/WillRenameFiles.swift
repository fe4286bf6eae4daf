import Dispatch
import Features
import LanguageServerProtocol
import Workspace

/// Files are about to get other names: links to them follow.
enum WillRenameFilesHandler: Handler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.willRenameFiles else { return }
    capabilities.offerWorkspace { $0.willRename = FileOperationFilter.texts }
  }

  static func register(in routes: inout Routes<ServerState>) {
    routes.answerLater(WillRenameFilesRequest.self) { state, request, _, responder in
      let renames = request.files.compactMap { file in
        FilePath(file.oldURI).flatMap { old in FilePath(file.newURI).map { (old, $0) } }
      }
      var carrier = LinkCarrier(
        moves: FileMoves(renames), roots: state.folderIndex.roots,
        names: state.folderIndex.files.mapValues(\.uri), encoding: state.encoding)
      for uri in state.texts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        // A text that is out of step cannot be edited.
        let text = try? state.draft(of: uri)
        carrier.takeOpen(uri, version: text?.version, text?.draft)
      }
      let isVersioned = state.client.documentChanges
      let late = responder.handOver()
      DispatchQueue.global(qos: .userInitiated).async { [carrier] in
        guard !late.isCancelled else { return }
        let edits = carrier.edits()
        late.succeed(edits.isEmpty ? nil : WorkspaceEdit(edits, versioned: isVersioned))
      }
    }
  }
}

extension WorkspaceEdit {
  /// - Parameter versioned: whether the client takes edits with the version they were made for.
  fileprivate init(_ edits: [TextDocumentEdit], versioned: Bool) {
    if versioned {
      self.init(documentChanges: edits.map { .edit($0) })
    } else {
      self.init(changes: edits.map { ($0.uri, $0.edits) })
    }
  }
}
