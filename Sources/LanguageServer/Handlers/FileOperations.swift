import LanguageServerProtocol
import Workspace

/// Files that the client makes, renames and deletes: the index follows.
protocol FileOperationHandler: NotificationHandler where Notification: FileOperationNotification {}

extension FileOperationHandler {
  static func take(
    _ notification: Notification, _ state: inout ServerState, _ connection: Client<ServerState>
  ) {
    state.look(at: notification.uris.compactMap { FilePath($0) }, connection)
  }
}

enum DidCreateFilesHandler: FileOperationHandler {
  typealias Notification = DidCreateFilesNotification

  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.didCreateFiles else { return }
    capabilities.offerWorkspace { $0.didCreate = FileOperationFilter.texts }
  }
}

enum DidRenameFilesHandler: FileOperationHandler {
  typealias Notification = DidRenameFilesNotification

  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.didRenameFiles else { return }
    capabilities.offerWorkspace { $0.didRename = FileOperationFilter.texts }
  }
}

enum DidDeleteFilesHandler: FileOperationHandler {
  typealias Notification = DidDeleteFilesNotification

  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.didDeleteFiles else { return }
    capabilities.offerWorkspace { $0.didDelete = FileOperationFilter.texts }
  }
}

extension FileOperationFilter {
  /// Files that may be resolutions, and folders.
  static let texts = [
    FileOperationFilter(glob: "**/*.{md,markdown,txt,resolution}", matches: "file"),
    FileOperationFilter(glob: "**", matches: "folder"),
  ]
}

extension ServerCapabilities {
  mutating func offerWorkspace(_ change: (inout WorkspaceOptions) -> Void) {
    var options = workspace ?? WorkspaceOptions(folders: false)
    change(&options)
    workspace = options
  }
}
