import LanguageServerProtocol
import Workspace

/// Files that the client makes, renames and deletes: the index follows.
enum DidCreateFilesHandler: NotificationHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.didCreateFiles else { return }
    capabilities.offerWorkspace { $0.didCreate = FileOperationFilter.texts }
  }

  static func take(
    _ notification: DidCreateFilesNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    state.look(at: notification.files.compactMap { FilePath($0) }, connection)
  }
}

enum DidRenameFilesHandler: NotificationHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.didRenameFiles else { return }
    capabilities.offerWorkspace { $0.didRename = FileOperationFilter.texts }
  }

  static func take(
    _ notification: DidRenameFilesNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    let names = notification.files.flatMap { [$0.oldURI, $0.newURI] }
    state.look(at: names.compactMap { FilePath($0) }, connection)
  }
}

enum DidDeleteFilesHandler: NotificationHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.didDeleteFiles else { return }
    capabilities.offerWorkspace { $0.didDelete = FileOperationFilter.texts }
  }

  static func take(
    _ notification: DidDeleteFilesNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    state.look(at: notification.files.compactMap { FilePath($0) }, connection)
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
