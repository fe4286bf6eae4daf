import LanguageServerProtocol
import Workspace

enum DidSaveHandler: NotificationHandler {
  static func take(
    _ notification: DidSaveNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    state.noticeChangedSettings(connection)
    state.texts[notification.uri]?.save()
    if let path = FilePath(notification.uri) { state.look(at: [path], connection) }
  }
}
