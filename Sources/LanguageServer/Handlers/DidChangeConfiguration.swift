import JSON
import LanguageServerProtocol

/// The client's settings: asked for where it can be asked, else as it sends them.
enum DidChangeConfigurationHandler: NotificationHandler {
  /// Asks for the settings, and to be told of changes, as far as the client can.
  static func begin(_ state: inout ServerState, _ connection: Client<ServerState>) {
    if state.client.registersConfigurationChanges {
      connection.request(
        RegisterCapabilityRequest([
          .configuration(id: "settings", section: SettingsStore.section)
        ]))
    }
    ask(state, connection)
  }

  static func take(
    _ notification: DidChangeConfigurationNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    if state.client.configuration { return ask(state, connection) }
    guard let own = SettingsStore.own(notification.settings), state.settings.take(own) else {
      return
    }
    state.settingsChanged(connection)
  }

  private static func ask(_ state: ServerState, _ connection: Client<ServerState>) {
    guard state.client.configuration else { return }
    let request = ConfigurationRequest(items: [.init(section: SettingsStore.section)])
    connection.request(request) { [connection] state, result in
      switch result {
      // A client without such settings answers `null`: what came with `initialize` stays.
      case .success(let values):
        if state.settings.take(values.first ?? .null) { state.settingsChanged(connection) }
      case .failure(let error):
        connection.log(.warning, "workspace/configuration: \(error.message)")
      }
    }
  }
}
