internal import Configuration

/// A file of settings that was read, with those that it extends.
final class LoadedSettings: Sendable {
  let path: FilePath
  /// As messages name it.
  let name: String
  /// Absolute, without links.
  let folder: FilePath
  /// `nil` where it could not be read.
  let configuration: SettingsDocument?
  let report: ProblemReport
  /// What it extends, each file once, in the order in which they are applied.
  let bases: [LoadedSettings]

  init(
    path: FilePath, name: String, configuration: SettingsDocument?,
    problems: [ConfigurationProblem], bases: [LoadedSettings] = []
  ) {
    self.path = path
    self.name = name
    folder = path.folder
    self.configuration = configuration
    report = ProblemReport(problems)
    self.bases = bases
  }

  /// In the order in which they are applied, itself last.
  var all: [LoadedSettings] { bases + [self] }
}

/// The files of settings that were read, each once.
struct SettingsFiles {
  let names: KnownNames
  /// By the file's absolute path.
  private var loaded: [FilePath: LoadedSettings] = [:]
  /// The files that are being read, each extending the next.
  private var open: [FilePath] = []

  init(names: KnownNames) { self.names = names }

  var all: [LoadedSettings] { Array(loaded.values) }

  /// - Parameter folder: of a text, absolute and without links.
  mutating func load(_ source: SettingsFinder.Source, for folder: FilePath) -> LoadedSettings? {
    switch source {
    case .none: return nil
    case .file(let path):
      let absolute = (path.folder.resolved() ?? path.folder).appending(path.name)
      return load(absolute, named: path.text, isTrusted: true)
    case .nearest:
      guard let path = folder.nearest(SettingsDocument.fileName) else { return nil }
      return load(path, named: path.shortened, isTrusted: false)
    }
  }

  /// - Parameter isTrusted: named by the user, not found beside the texts; it may extend any file.
  private mutating func load(_ path: FilePath, named name: String, isTrusted: Bool)
    -> LoadedSettings
  {
    if let known = loaded[path] { return known }
    let read: LoadedSettings
    do {
      let contents = try FileReader(limit: 1 << 20).read(path)
      let configuration = SettingsDocument(contents.bytes, file: name, names: names)
      var problems = configuration.problems
      open.append(path)
      let bases = configuration.extends.flatMap { file in
        extended(file, from: path.folder, isTrusted: isTrusted, &problems)
      }
      open.removeLast()
      var seen: Set<ObjectIdentifier> = []
      read = LoadedSettings(
        path: path, name: name, configuration: configuration, problems: problems,
        bases: bases.filter { seen.insert(ObjectIdentifier($0)).inserted })
    } catch {
      read = LoadedSettings(
        path: path, name: name, configuration: nil,
        problems: [ConfigurationProblem(file: name, message: error.message)])
    }
    loaded[path] = read
    return read
  }

  private mutating func extended(
    _ file: NamedFile, from folder: FilePath, isTrusted: Bool,
    _ problems: inout [ConfigurationProblem]
  ) -> [LoadedSettings] {
    func complain(_ message: String) {
      problems.append(
        ConfigurationProblem(
          file: file.file, line: file.line, column: file.column,
          message: "'extends': '\(file.path)' \(message)"))
    }
    guard !file.path.hasPrefix("/") else {
      complain("is not relative to the folder of the configuration")
      return []
    }
    let typed = folder.appending(file.path.utf8)
    guard let path = typed.resolved() else {
      complain("cannot be read: \(WorkspaceError(path: typed, code: currentError).message)")
      return []
    }
    guard isTrusted || path.isInside(folder.repository) else {
      complain("lies outside the folder of the configuration, so it is not read")
      return []
    }
    if let first = open.firstIndex(of: path) {
      let circle = (open[first...] + [path]).map(\.shortened).joined(separator: " → ")
      complain("leads back to itself: \(circle)")
      return []
    }
    return load(path, named: path.shortened, isTrusted: isTrusted).all
  }
}
