import JSON
import LanguageServerProtocol

enum DidChangeHandler: NotificationHandler {
  static func take(
    _ notification: DidChangeNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    let uri = notification.uri
    guard let index = state.texts.index(of: uri) else {
      return connection.log(.warning, "\(uri) was changed but is not open")
    }
    state.noticeChangedSettings(after: .seconds(1), connection)
    let encoding = state.encoding
    let fault = state.texts[index]?.apply(
      notification.changes, version: notification.version, encoding: encoding)
    if let fault = fault ?? nil { report(fault, uri, connection) }
  }

  /// An edit that cannot be made must be seen: from here on the server's text is not the client's.
  static func report(
    _ fault: String, _ uri: DocumentURI, _ connection: Client<ServerState>
  ) {
    connection.log(.error, "\(uri): \(fault)")
    connection.notify(
      ShowMessageNotification(
        .error, "resolute lost track of \(uri) (\(fault)). Close and open it again."))
  }

  /// A change that could not be read is a change that is lost.
  static func malformed(
    _ envelope: Envelope, _ error: WireError, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    connection.log(.warning, "\(envelope.method): \(error)")
    guard envelope.method == DidChangeNotification.method,
      let params: JSONValue = try? envelope.params(),
      let name = params.at("textDocument", "uri")?.string
    else { return }
    let uri = DocumentURI(name)
    guard state.texts[uri]?.isSound == true else { return }
    let fault = "a change could not be read"
    state.texts[uri]?.desynchronise(fault)
    report(fault, uri, connection)
  }
}
