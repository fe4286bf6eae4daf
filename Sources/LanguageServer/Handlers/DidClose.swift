import LanguageServerProtocol

enum DidCloseHandler: NotificationHandler {
  static func take(
    _ notification: DidCloseNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    guard state.texts.removeValue(forKey: notification.uri) != nil else {
      return connection.log(.warning, "\(notification.uri) was closed but is not open")
    }
    state.settings.forget(notification.uri)
    // Pushed diagnostics stay on the screen until they are taken back.
    guard state.pushesDiagnostics else { return }
    // Those of a file of settings are not the open text's.
    let left = state.settingsReport.lists[notification.uri] ?? Array("[]".utf8)
    connection.notify(
      PublishDiagnosticsNotification(uri: notification.uri, diagnostics: .written(left)))
  }
}
