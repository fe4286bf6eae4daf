public import JSON

/// What a `.resolute.json`, or the settings of an editor, say.
public struct SettingsDocument: Sendable {
  private let base: SettingsLayer
  private let overrides: [(paths: PathSet, layer: SettingsLayer)]
  /// The files of settings that this one begins with, in their order.
  public let extends: [NamedFile]
  /// What was wrong and is left out, in the order of the text.
  public let problems: [ConfigurationProblem]

  /// The name of the file that is looked for upward from a text.
  public static let fileName = ".resolute.json"

  /// Reads a file. Comments and commas at the end of lists are allowed.
  /// - Parameter file: its name as messages give it.
  public init(_ bytes: [UInt8], file: String, names: KnownNames = .standard) {
    let source = SettingsSource(file: file, bytes: bytes)
    do throws(JSONError) {
      let document = try JSONParser(options: .settings).document(bytes)
      let problems = document.duplicateKeys.map {
        source.problem("the key '\($0.key)' stands here again; this one counts", at: $0.range)
      }
      self.init(document.root, source, names, problems: problems)
    } catch {
      let problem = ConfigurationProblem(
        file: file, line: error.line, column: error.column, message: error.message)
      let nothing = JSONNode(content: .object([]), range: 0..<0)
      self.init(nothing, source, names, problems: [problem])
    }
  }

  /// The settings that an editor sends: the same keys.
  public init(editor settings: JSONValue, names: KnownNames = .standard) {
    self.init(JSONNode(settings), .editor, names, problems: [])
  }

  private init(
    _ root: JSONNode, _ source: SettingsSource, _ names: KnownNames,
    problems: [ConfigurationProblem]
  ) {
    var reader = ShapeReader(names: names, source: source)
    reader.problems = problems
    var members: [JSONNode.Member] = []
    if root.members != nil {
      let whole = reader.read(root, as: .group(ConfigurationKey.all, required: []), key: "")
      members = whole?.members ?? []
    } else {
      reader.report("a configuration is an object, not \(root.kind.name)", at: root.range)
    }
    base = SettingsLayer(members, source)
    extends = members.last { $0.key == "extends" }?.value.files(source) ?? []
    let parts = members.last { $0.key == "overrides" }?.value.elements ?? []
    overrides = parts.map { part in
      let patterns = part["paths"]?.elements?.compactMap { $0.string }
      let paths = PathSet(patterns: (patterns ?? []).compactMap { PathPattern($0.utf8) })
      return (paths, SettingsLayer(part.members ?? [], source))
    }
    self.problems = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// Which overrides hold for a path, in their order: equal answers mean equal settings.
  /// - Parameter path: below the folder of the configuration, without a leading `/`.
  public func overrides(for path: [UInt8]) -> [Int] {
    overrides.indices.filter { overrides[$0].paths.contains(path) }
  }

  /// - Parameter overrides: as `overrides(for:)` gives them.
  public func apply(_ overrides: [Int], to settings: inout PathSettings) {
    base.apply(to: &settings)
    for index in overrides where self.overrides.indices.contains(index) {
      self.overrides[index].layer.apply(to: &settings)
    }
  }
}
