import Configuration
import LanguageServerProtocol
import Workspace

/// Files that change beside the editor: settings, registers, texts.
enum DidChangeWatchedFilesHandler: NotificationHandler {
  /// Asks to be told, where the client can.
  static func begin(_ state: inout ServerState, _ connection: Client<ServerState>) {
    guard state.client.registersWatchedFiles else { return }
    connection.request(
      RegisterCapabilityRequest([
        .watchedFiles(
          id: "files",
          globs: [
            "**/\(SettingsDocument.fileName)", "**/*.{md,markdown,txt,resolution}",
            "**/.{gitignore,resoluteignore}",
          ])
      ]))
  }

  /// Asks to be told of registers, too, once settings name some.
  static func watchRegisters(_ state: inout ServerState, _ connection: Client<ServerState>) {
    guard state.client.registersWatchedFiles else { return }
    let new = state.settings.registers.subtracting(state.watchedRegisters)
    guard !new.isEmpty else { return }
    state.watchedRegisters.formUnion(new)
    let names = Set(new.map { FilePath($0).name }).map { String(decoding: $0, as: UTF8.self) }
    connection.request(
      RegisterCapabilityRequest([
        .watchedFiles(
          id: "registers-\(state.watchedRegisters.count)",
          globs: names.filter(isPlain).sorted().map { "**/\($0)" })
      ]))
  }

  private static let ignoreFiles = [Array(".gitignore".utf8), Array(".resoluteignore".utf8)]

  /// Whether a name means itself as a pattern.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { "*?{}[],!\\".utf8.contains($0) }
  }

  static func take(
    _ notification: DidChangeWatchedFilesNotification, _ state: inout ServerState,
    _ connection: Client<ServerState>
  ) {
    let paths = notification.changes.compactMap { FilePath($0.uri) }
    let registers = Set(state.settings.registers.map { Array(FilePath($0).name) })
    let concernsSettings = paths.contains { path in
      path.name.elementsEqual(SettingsDocument.fileName.utf8)
        || registers.contains(Array(path.name))
    }
    if concernsSettings {
      state.settings.renew()
      state.settingsChanged(connection)
    }
    // Whether a text is one of ours may hang on either.
    let concernsAll = concernsSettings || paths.contains { ignoreFiles.contains(Array($0.name)) }
    state.look(at: concernsAll ? state.folderIndex.roots.paths : paths, connection)
  }
}
