import LanguageServerProtocol

enum DidChangeWorkspaceFoldersHandler: NotificationHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.workspaceFolders else { return }
    capabilities.offerWorkspace { $0.folders = true }
  }

  static func take(
    _ notification: DidChangeWorkspaceFoldersNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    let removed = Set(notification.removed.map(\.uri))
    let added = notification.added.filter { folder in
      !state.folders.contains { $0.uri == folder.uri && !removed.contains(folder.uri) }
    }
    state.folders.removeAll { removed.contains($0.uri) }
    state.folders += added
    state.settings.move(to: state.root)
    state.settingsChanged(connection)
    state.indexFolders(connection)
  }
}
