public import Configuration
public import Rules
internal import Synchronization

/// What was wrong with one file of settings or one register. One report is one object however many
/// texts it concerns, so that it is told once.
public final class ProblemReport: Sendable {
  public let problems: [ConfigurationProblem]

  init(_ problems: [ConfigurationProblem]) { self.problems = problems }
}

/// The settings in force for each path: those of the nearest `.resolute.json` upward, over them the
/// editor's, over them the options of the command line. The command line and the language server
/// both ask here. Files are read once; a change of one needs a new finder.
public final class SettingsFinder: Sendable {
  /// Where the file comes from.
  public enum Source: Sendable, Equatable {
    case nearest
    case file(FilePath)
    case none
  }

  /// What holds for a path.
  public struct Found: Sendable {
    /// Complete: the registers that are named are read.
    public var settings: PathSettings
    /// What was wrong with the files that had a say; empty ones are left out.
    public var reports: [ProblemReport]
  }

  /// A file of settings that was read.
  final class Loaded: Sendable {
    let path: FilePath
    /// As messages name it.
    let name: String
    /// Absolute, without links.
    let folder: FilePath
    let configuration: SettingsDocument?
    let report: ProblemReport

    init(
      path: FilePath, name: String, folder: FilePath, configuration: SettingsDocument?,
      problems: [ConfigurationProblem]
    ) {
      self.path = path
      self.name = name
      self.folder = folder
      self.configuration = configuration
      report = ProblemReport(problems)
    }
  }

  private struct Key: Hashable {
    var loaded: ObjectIdentifier?
    var overrides: [Int]
    var editorOverrides: [Int]
  }

  private struct Folder {
    /// Absolute, without links.
    var path: FilePath
    var loaded: Loaded?
  }

  private struct Memory {
    /// By the folder's path as typed.
    var folders: [FilePath: Folder] = [:]
    /// By the file's absolute path.
    var loaded: [FilePath: Loaded] = [:]
    var found: [Key: Found] = [:]
    var registers: [[RegisterFile]: (knowledge: Knowledge, reports: [ProblemReport])] = [:]
  }

  private let source: Source
  private let names: KnownNames
  private let editor: SettingsDocument?
  private let editorReport: ProblemReport
  private let root: FilePath
  private let options: SettingsLayer?
  private let texts: NearbyTexts
  private let memory = Mutex(Memory())

  /// - Parameters:
  ///   - editor: the settings that the editor sent.
  ///   - root: the folder that paths in the editor's settings are relative to.
  ///   - options: those of the command line.
  ///   - texts: those in the same folder, which citations know.
  public init(
    _ source: Source = .nearest, editor: SettingsDocument? = nil, root: FilePath = FilePath("."),
    options: SettingsLayer? = nil, names: KnownNames = .standard, texts: NearbyTexts = NearbyTexts()
  ) {
    self.source = source
    self.names = names
    self.editor = editor
    editorReport = ProblemReport(editor?.problems ?? [])
    self.root = root.resolved() ?? root
    self.options = options
    self.texts = texts
  }

  /// - Parameter path: of a text, which need not exist. For standard input any name in the folder whose
  ///   settings hold.
  public func settings(for path: FilePath) -> Found {
    let folder = folder(path.folder)
    let file = folder.path.appending(path.name)
    let loaded = folder.loaded
    let overrides = loaded?.configuration?.overrides(for: file.below(loaded?.folder)) ?? []
    let key = Key(
      loaded: loaded.map(ObjectIdentifier.init), overrides: overrides,
      editorOverrides: editor?.overrides(for: file.below(root)) ?? [])
    return memory.withLock { memory in
      if let found = memory.found[key] { return found }
      let found = make(key, loaded, &memory)
      memory.found[key] = found
      return found
    }
  }

  private func make(_ key: Key, _ loaded: Loaded?, _ memory: inout Memory) -> Found {
    var settings = PathSettings()
    loaded?.configuration?.apply(key.overrides, to: &settings)
    editor?.apply(key.editorOverrides, to: &settings)
    options?.apply(to: &settings)
    var reports = [loaded?.report, editorReport].compactMap { $0 }
    if !settings.registers.isEmpty || !texts.isEmpty {
      let known: (knowledge: Knowledge, reports: [ProblemReport])
      if let before = memory.registers[settings.registers] {
        known = before
      } else {
        known = RegisterReader(root: root, loaded: Array(memory.loaded.values), texts: texts)
          .read(settings.registers)
        memory.registers[settings.registers] = known
      }
      settings.rules.knowledge = known.knowledge
      reports += known.reports
    }
    return Found(settings: settings, reports: reports.filter { !$0.problems.isEmpty })
  }

  // MARK: - Files

  private func folder(_ typed: FilePath) -> Folder {
    memory.withLock { memory in
      if let folder = memory.folders[typed] { return folder }
      // A text that is not saved yet may stand in a folder that does not exist yet.
      var existing = typed
      while existing.status() == nil, existing.folder != existing { existing = existing.folder }
      let path = existing.resolved() ?? existing
      let folder = Folder(path: path, loaded: load(for: path, &memory))
      memory.folders[typed] = folder
      return folder
    }
  }

  private func load(for folder: FilePath, _ memory: inout Memory) -> Loaded? {
    switch source {
    case .none: return nil
    case .file(let path):
      let absolute = (path.folder.resolved() ?? path.folder).appending(path.name)
      return load(absolute, named: path.text, &memory)
    case .nearest:
      var folder = folder
      while true {
        let path = folder.appending(SettingsDocument.fileName.utf8)
        if path.status(followingLinks: false) != nil {
          return load(path, named: path.shortened, &memory)
        }
        guard folder.bytes.count > 1, folder.folder != folder else { return nil }
        folder = folder.folder
      }
    }
  }

  private func load(_ path: FilePath, named name: String, _ memory: inout Memory) -> Loaded {
    if let loaded = memory.loaded[path] { return loaded }
    let loaded: Loaded
    do {
      let contents = try FileReader(limit: 1 << 20).read(path)
      let configuration = SettingsDocument(contents.bytes, file: name, names: names)
      loaded = Loaded(
        path: path, name: name, folder: path.folder, configuration: configuration,
        problems: configuration.problems)
    } catch {
      loaded = Loaded(
        path: path, name: name, folder: path.folder, configuration: nil,
        problems: [ConfigurationProblem(file: name, message: error.message)])
    }
    memory.loaded[path] = loaded
    return loaded
  }
}

extension FilePath {
  /// The path below a folder, without a leading `/`; the whole path where it lies elsewhere. Both are
  /// absolute.
  func below(_ folder: FilePath?) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    if var start = folder?.bytes {
      if start.last != slash { start.append(slash) }
      if bytes.starts(with: start) { return Array(bytes[start.count...]) }
    }
    return Array(bytes.drop { $0 == slash })
  }

  /// Relative to the current folder where it lies below it.
  var shortened: String {
    guard let current = FilePath(".").resolved() else { return text }
    let below = FilePath(bytes: below(current))
    return below.bytes.count < bytes.count - 1 || current.bytes.count == 1 ? below.text : text
  }
}
