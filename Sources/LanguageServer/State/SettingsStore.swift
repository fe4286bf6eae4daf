import Configuration
import JSON
import LanguageServerProtocol
import Rules
import TextModel
import Workspace

/// Where the settings of each text come from. The one place that knows: handlers ask for the settings of
/// a text and get values. Files are found and read by the same code as for the command line.
struct SettingsStore: Sendable {
  /// The name under which clients keep the settings.
  static let section = "resolute"

  /// What came with `initialize`; what the client says later goes over it, key by key.
  private var first: JSONValue = .null
  private var later: JSONValue = .null
  /// The folder that paths in the editor's settings are relative to.
  private var root = FilePath(".")
  private var nearby: [NearbyText] = []
  /// How positions are counted in this session.
  private var encoding = PositionEncoding.utf16

  /// For texts that are files.
  private(set) var finder = SettingsFinder()
  /// For texts that are not: nothing but the editor's settings.
  private var virtual = SettingsFinder(.none)
  private var known: [DocumentURI: Settings] = [:]
  /// What was wrong as far as it was seen since the last change.
  private(set) var seen: Set<ConfigurationProblem> = []
  private var seenBefore: Set<ConfigurationProblem> = []
  /// What was wrong and the user has not been told of yet.
  private var untold: [ConfigurationProblem] = []
  /// The names of the files beside `.resolute.json` that have a say: what it extends, registers, word lists.
  private(set) var registers: Set<String> = []
  /// Counts the changes: with the same number, all settings are the same.
  private(set) var generation = 0

  /// The settings in force for a text.
  mutating func settings(of uri: DocumentURI) -> Settings {
    if let settings = known[uri] { return settings }
    let path = FilePath(uri)
    let found = (path == nil ? virtual : finder).settings(for: path ?? root.appending("-".utf8))
    let settings = Settings(found.settings)
    known[uri] = settings
    registers.formUnion(found.settings.registers.map(\.path))
    registers.formUnion(
      found.files.map(\.text).filter { !$0.hasSuffix("/" + SettingsDocument.fileName) })
    note(found.reports)
    return settings
  }

  /// A closed text no longer needs its settings at hand.
  mutating func forget(_ uri: DocumentURI) { known[uri] = nil }

  mutating func note(_ reports: [ProblemReport]) {
    for problem in reports.flatMap(\.problems) where seen.insert(problem).inserted {
      if !seenBefore.contains(problem) { untold.append(problem) }
    }
  }

  /// When the files were looked at last.
  private var looked = ContinuousClock.now

  /// Whether files changed since they were read. For clients that do not tell, or not of files outside
  /// their folders.
  ///
  /// - Parameter pause: no look is taken before so much time has passed since the last.
  mutating func areFilesChanged(after pause: Duration = .zero) -> Bool {
    let now = ContinuousClock.now
    guard looked.duration(to: now) >= pause else { return false }
    looked = now
    return !finder.isCurrent
  }

  /// Equal answers mean equal problems.
  var problemMark: [Int] { [generation, seen.count] }

  /// Whether someone has asked for settings since the last change.
  var isInUse: Bool { !known.isEmpty }

  /// What the user has to be told, once.
  mutating func takeProblems() -> [ConfigurationProblem] {
    defer { untold = [] }
    return untold
  }

  // MARK: Changes

  /// The session begins.
  mutating func begin(
    options: JSONValue?, root: FilePath?, encoding: PositionEncoding = .utf16
  ) {
    self.encoding = encoding
    first = Self.own(options ?? .null) ?? .null
    self.root = root ?? FilePath(".")
    renew()
  }

  /// Takes the client's settings in place of those that it sent before.
  ///
  /// - Returns: whether something changed.
  mutating func take(_ value: JSONValue) -> Bool {
    let value = value.object == nil ? .null : value
    guard value != later else { return false }
    later = value
    renew()
    return true
  }

  mutating func move(to root: FilePath?) {
    self.root = root ?? FilePath(".")
    renew()
  }

  /// Takes the titles of the texts in the client's folders.
  ///
  /// - Returns: whether something changed.
  mutating func take(_ texts: [NearbyText]) -> Bool {
    guard texts != nearby else { return false }
    nearby = texts
    renew()
    return true
  }

  /// Reads everything anew when it is asked for next: a file of settings or a register has changed.
  mutating func renew() {
    generation &+= 1
    let document = SettingsDocument(editor: editor)
    let texts = NearbyTexts(nearby)
    let bases = BaseLibrary(nearby, encoding: encoding) { DocumentURI($0).rawValue }
    finder = SettingsFinder(editor: document, root: root, texts: texts, bases: bases)
    virtual = SettingsFinder(.none, editor: document, root: root, texts: texts)
    // Without a question since the last change, what was seen before that one counts still.
    if !known.isEmpty { seenBefore = seen.subtracting(untold) }
    known = [:]
    seen = []
    untold = []
  }

  private var editor: JSONValue {
    var all = JSONObject()
    for value in [first, later] {
      for member in value.object?.members ?? [] where !Self.clients.contains(member.key) {
        all[member.key] = member.value
      }
    }
    return .object(all)
  }

  /// Keys that belong to the client's own library: where to find the program, what to trace.
  private static let clients: Set<String> = ["trace", "path", "enable"]

  /// Our settings among those that a client sends: under our name, or all of them where they are ours
  /// by their keys; `nil` where none are.
  static func own(_ value: JSONValue) -> JSONValue? {
    // `nil` in a conditional expression would be JSON's null.
    if let own = value.at(section) { return own.object == nil ? Optional.none : own }
    let names = Set(ConfigurationKey.all.map(\.name))
    let isOurs = value.object?.members.contains { names.contains($0.key) } ?? false
    return isOurs ? value : Optional.none
  }
}
