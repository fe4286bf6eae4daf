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
    /// The files that had a say: settings, those that they extend first, then registers and word lists.
    public var files: [FilePath]
  }

  private struct Key: Hashable {
    var loaded: ObjectIdentifier?
    /// For each file that has a say.
    var overrides: [[Int]]
    var editorOverrides: [Int]
  }

  private struct Folder {
    /// Absolute, without links.
    var path: FilePath
    var loaded: LoadedSettings?
  }

  private struct Memory {
    /// By the folder's path as typed.
    var folders: [FilePath: Folder] = [:]
    var files: SettingsFiles
    var found: [Key: Found] = [:]
    var knowledge: [[NamedFile]: KnowledgeReader.Read] = [:]
    /// The files that were read, and those that were not there to be read; `nil` for these.
    var stamps: [FilePath: FileStamp?] = [:]

    mutating func note(_ path: FilePath) {
      if stamps[path] == nil { stamps.updateValue(FileReader().stamp(path), forKey: path) }
    }
  }

  private let source: Source
  private let editor: SettingsDocument?
  private let editorReport: ProblemReport
  private let root: FilePath
  private let options: SettingsLayer?
  private let texts: NearbyTexts
  private let bases: BaseLibrary?
  private let memory: Mutex<Memory>

  /// - Parameters:
  ///   - editor: the settings that the editor sent.
  ///   - root: the folder that paths in the editor's settings are relative to.
  ///   - options: those of the command line.
  ///   - texts: those in the same folder, which citations know.
  ///   - bases: earlier editions to compare texts with; `nil` compares with none.
  public init(
    _ source: Source = .nearest, editor: SettingsDocument? = nil, root: FilePath = FilePath("."),
    options: SettingsLayer? = nil, names: KnownNames = .standard,
    texts: NearbyTexts = NearbyTexts(),
    bases: BaseLibrary? = nil
  ) {
    self.bases = bases
    self.source = source
    memory = Mutex(Memory(files: SettingsFiles(names: names)))
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
    let overrides = (loaded?.all ?? []).map { one in
      one.configuration?.overrides(for: file.below(one.folder)) ?? []
    }
    let key = Key(
      loaded: loaded.map(ObjectIdentifier.init), overrides: overrides,
      editorOverrides: editor?.overrides(for: file.below(root)) ?? [])
    var found = memory.withLock { memory in
      if let found = memory.found[key] { return found }
      let found = make(key, loaded, &memory)
      memory.found[key] = found
      return found
    }
    addBase(for: path, loaded, to: &found)
    return found
  }

  /// Each text has a base of its own.
  private func addBase(for path: FilePath, _ loaded: LoadedSettings?, to found: inout Found) {
    guard let bases else { return }
    switch found.settings.base {
    case .none: break
    case .auto: found.settings.rules.bases = bases.finder(for: path)
    case .file(let named):
      // Of the configuration's own folder, of the editor's, or as typed on the command line.
      let owner = loaded?.all.first { $0.name == named.file }
      if owner != nil, KnowledgeReader.leaves(named.path) {
        found.reports.append(
          bases.problem(named, "lies outside the folder of the configuration, so it is not read"))
        return
      }
      let isOption = named.file == nil && options?.isEmpty == false
      let folder = owner?.folder ?? (isOption ? nil : root)
      let file =
        named.path.hasPrefix("/")
        ? FilePath(named.path) : folder?.appending(named.path.utf8) ?? FilePath(named.path)
      let base = bases.finder(reading: file, for: path, named: named, isOption: isOption)
      found.settings.rules.bases = base.finder
      if let report = base.report { found.reports.append(report) }
    }
  }

  /// The file of settings that holds for a text; `nil` where there is none.
  public func settingsFile(for path: FilePath) -> FilePath? { folder(path.folder).loaded?.path }

  /// The files whose change may change the settings of a text that was asked for, those too that are not
  /// there yet.
  public var files: [FilePath] { memory.withLock { Array($0.stamps.keys) } }

  /// The earlier editions that texts were compared with: whose change may change findings, but no
  /// settings.
  public var baseFiles: [FilePath] { bases?.files ?? [] }

  /// Whether the files that had a say are as they were when they were read, and no new one has come.
  /// Costs a look at each, some microseconds.
  public var isCurrent: Bool {
    let stamps = memory.withLock { $0.stamps }
    return stamps.allSatisfy { FileReader().stamp($0.key) == $0.value }
  }

  private func make(_ key: Key, _ loaded: LoadedSettings?, _ memory: inout Memory) -> Found {
    var settings = PathSettings()
    let files = loaded?.all ?? []
    for (file, overrides) in zip(files, key.overrides) {
      file.configuration?.apply(overrides, to: &settings)
    }
    editor?.apply(key.editorOverrides, to: &settings)
    options?.apply(to: &settings)
    var reports = files.map(\.report) + [editorReport]
    var paths = files.map(\.path)
    let named = settings.registers + settings.words
    if !named.isEmpty || !texts.isEmpty {
      let known: KnowledgeReader.Read
      if let before = memory.knowledge[named] {
        known = before
      } else {
        let reader = KnowledgeReader(root: root, loaded: memory.files.all, texts: texts)
        known = reader.read(registers: settings.registers, words: settings.words)
        for path in known.paths { memory.note(path) }
        memory.knowledge[named] = known
      }
      settings.rules.knowledge = known.knowledge
      reports += known.reports
      paths += known.paths
    }
    return Found(
      settings: settings, reports: reports.filter { !$0.problems.isEmpty }, files: paths)
  }

  private func folder(_ typed: FilePath) -> Folder {
    memory.withLock { memory in
      if let folder = memory.folders[typed] { return folder }
      // A text that is not saved yet may stand in a folder that does not exist yet.
      var existing = typed
      var missing: [[UInt8]] = []
      while existing.status() == nil, existing.folder != existing {
        missing.append(Array(existing.name))
        existing = existing.folder
      }
      let path = missing.reversed().reduce(existing.resolved() ?? existing) { $0.appending($1) }
      if case .nearest = source {
        for folder in path.upward {
          let file = folder.appending(SettingsDocument.fileName.utf8)
          memory.note(file)
          if file.status(followingLinks: false) != nil { break }
        }
      }
      let folder = Folder(path: path, loaded: memory.files.load(source, for: path))
      for file in folder.loaded?.all ?? [] { memory.note(file.path) }
      memory.folders[typed] = folder
      return folder
    }
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
