import LanguageServerProtocol

enum DidOpenHandler: NotificationHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.textDocumentSync = TextDocumentSyncOptions(save: client.didSave)
  }

  static func take(
    _ notification: DidOpenNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    let item = notification.document
    if state.texts.index(of: item.uri) != nil {
      connection.log(.warning, "\(item.uri) was opened twice; the newer text counts")
    }
    state.noticeChangedSettings(connection)
    state.nameFile(item.uri)
    state.texts[item.uri] = OpenText(item)
  }
}
