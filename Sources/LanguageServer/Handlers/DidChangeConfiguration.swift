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
    // Some clients send all their settings, some only ours.
    let settings = notification.settings
    state.apply(settings[SettingsStore.section] ?? settings, connection)
  }

  private static func ask(_ state: ServerState, _ connection: Client<ServerState>) {
    guard state.client.configuration else { return }
    let request = ConfigurationRequest(items: [.init(section: SettingsStore.section)])
    connection.request(request) { [connection] state, result in
      switch result {
      // A client without such settings answers `null`: what came with `initialize` stays.
      case .success(let values):
        if let value = values.first, !value.isNull { state.apply(value, connection) }
      case .failure(let error):
        connection.log(.warning, "workspace/configuration: \(error.message)")
      }
    }
  }
}

extension ServerState {
  fileprivate mutating func apply(_ value: JSONValue, _ connection: Client<ServerState>) {
    guard settings.take(value) else { return }
    diagnosticsAreOld(connection)
  }

  /// What was said of all open texts no longer holds, though they did not change.
  mutating func diagnosticsAreOld(_ connection: Client<ServerState>) {
    for uri in texts.keys { texts[uri]?.owesDiagnostics = true }
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      connection.request(DiagnosticRefreshRequest())
    }
  }
}
