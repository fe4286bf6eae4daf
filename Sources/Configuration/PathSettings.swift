public import JSON
public import Revision
public import Rules

/// A file that a configuration names: a register, a word list, an earlier edition, other settings.
public struct NamedFile: Sendable, Hashable {
  /// As written.
  public var path: String
  /// The configuration that names it; `nil` for the settings of an editor.
  public var file: String?
  /// Where it is named, from 1; 0 without a file.
  public var line: Int
  /// In bytes, from 1; 0 without a file.
  public var column: Int
}

/// Which earlier edition a text is compared with.
public enum BaseChoice: Sendable, Equatable {
  /// The one of the same body and number with the nearest earlier year, beside the text or in the
  /// workspace.
  case auto
  case none
  case file(NamedFile)
}

/// The settings in force for one path.
public struct PathSettings: Sendable, Equatable {
  /// What an editor shows between the words.
  public struct Hints: Sendable, Equatable {
    public var reference = true
    public var edition = true
  }

  /// What an editor shows above the lines.
  public struct Lenses: Sendable, Equatable {
    public var references = false
    public var citations = false
  }

  /// Its `knowledge` is the built-in register until someone reads `registers`.
  public var rules = RuleSettings()
  /// `nil`: as each text shows.
  public var profile: String?
  /// `nil`: as each text shows.
  public var language: String?
  public var registers: [NamedFile] = []
  /// Word lists of the user's own.
  public var words: [NamedFile] = []
  public var base = BaseChoice.auto
  /// The paragraph that is being written is left alone.
  public var calm = true
  public var hints = Hints()
  public var lenses = Lenses()
  /// How `fmt` and the editor's formatting type a text.
  public var dialect = DraftDialect.auto
  /// A paragraph that is inserted takes no other's number.
  public var stableNumbers = false
  /// The most findings that an editor shows for a text.
  public var maxFindings = 1000
  /// Where an editor leads who asks about a rule; nowhere without it.
  public var rulePages: String?
  /// Where values that are not the defaults come from, by the whole name of the key:
  /// `hints.reference`, `severity.citation`. Several where a list has grown.
  public internal(set) var origins: [String: [SettingOrigin]] = [:]
  /// The values that are not the defaults, by the same names.
  public internal(set) var values: [String: JSONValue] = [:]

  public init() {}
}

/// Values from one source that go over those of the layers below.
public struct SettingsLayer: Sendable {
  let source: SettingsSource
  /// Checked: an object of known keys with values of their shapes.
  let members: [JSONNode.Member]

  public var isEmpty: Bool { members.isEmpty }

  /// The options of the command line, by the names of their keys.
  /// - Throws: what is wrong with the first bad value.
  public init(options: [(key: String, value: JSONValue)], names: KnownNames = .standard)
    throws(ConfigurationProblem)
  {
    source = .commandLine
    var reader = ShapeReader(names: names, source: source)
    let node = JSONNode(
      JSONValue.object(
        options.reduce(into: JSONObject()) { $0[$1.key] = $1.value }))
    let read = reader.read(node, as: .group(ConfigurationKey.all, required: []), key: "")
    if let problem = reader.problems.first { throw problem }
    members = read?.members ?? []
  }

  init(_ members: [JSONNode.Member], _ source: SettingsSource) {
    self.members = members
    self.source = source
  }

  public func apply(to settings: inout PathSettings) {
    // `select` begins anew, so it comes before `ignore` and `severity` wherever it stands.
    for key in ConfigurationKey.forPaths {
      guard let member = members.last(where: { $0.key == key.name }) else { continue }
      apply(key, member.value, key.name, &settings)
    }
  }

  private func apply(
    _ key: ConfigurationKey, _ value: JSONNode, _ name: String, _ settings: inout PathSettings
  ) {
    key.apply(value, source, &settings)
    switch key.shape {
    case .group(let keys, _):
      for inner in keys {
        guard let value = value[inner.name] else { continue }
        apply(inner, value, "\(name).\(inner.name)", &settings)
      }
    case .map:
      for member in value.members ?? [] {
        settings.origins["\(name).\(member.key)"] = [source.origin(member.value, key: name)]
        settings.values["\(name).\(member.key)"] = member.value.value
      }
    default:
      if name == "select" { settings.forgetWhatWasLeftOut() }
      let origin = source.origin(value, key: name)
      let grows = ["ignore", "registers", "words"].contains(name)
      settings.origins[name] = (grows ? settings.origins[name] ?? [] : []) + [origin]
      let before = grows ? settings.values[name]?.array : nil
      settings.values[name] = before.map { .array($0 + (value.value.array ?? [])) } ?? value.value
    }
  }
}

extension PathSettings {
  /// A new selection begins anew.
  fileprivate mutating func forgetWhatWasLeftOut() {
    var left = values.filter { $0.key.hasPrefix("severity.") && $0.value == "off" }.map(\.key)
    left.append("ignore")
    for key in left {
      values[key] = nil
      origins[key] = nil
    }
  }
}
