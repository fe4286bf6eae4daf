internal import JSON

/// Findings that are known and accepted: an old corpus is taken over as it is, and only what is new is
/// told. Findings are known by their fingerprints, so lines may move.
public struct Baseline: Sendable, Equatable {
  /// A finding of one text.
  public struct Entry: Sendable, Hashable, Comparable {
    public var rule: String
    /// As ``Rules/Fingerprint`` makes it.
    public var fingerprint: String

    public init(rule: String, fingerprint: String) {
      self.rule = rule
      self.fingerprint = fingerprint
    }

    public static func < (left: Entry, right: Entry) -> Bool {
      (left.rule, left.fingerprint) < (right.rule, right.fingerprint)
    }
  }

  /// By the path of the text, relative to the folder of the baseline's file.
  public private(set) var entries: [String: Set<Entry>] = [:]

  public init() {}

  /// Reads the file that `text` wrote.
  /// - Parameter file: its name as messages give it.
  public init(_ bytes: [UInt8], file: String) throws(ConfigurationProblem) {
    let source = SettingsSource(file: file, bytes: bytes)
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONParser(options: .settings).document(bytes).root
    } catch {
      throw ConfigurationProblem(
        file: file, line: error.line, column: error.column, message: error.message)
    }
    guard root["version"]?.int == 1 else {
      throw source.problem(
        "not a baseline of this version of the program", at: (root["version"] ?? root).range)
    }
    guard let files = root["files"]?.members else {
      throw source.problem("a baseline has an object 'files'", at: root.range)
    }
    for path in files {
      guard let rules = path.value.members else {
        throw source.problem("'\(path.key)' takes an object", at: path.value.range)
      }
      for rule in rules {
        guard let prints = rule.value.elements else {
          throw source.problem("'\(rule.key)' takes an array", at: rule.value.range)
        }
        for print in prints {
          guard let text = print.string else {
            throw source.problem("a finding is a string", at: print.range)
          }
          insert(Entry(rule: rule.key, fingerprint: text), path: path.key)
        }
      }
    }
  }

  public mutating func insert(_ entry: Entry, path: String) {
    entries[path, default: []].insert(entry)
  }

  public func contains(_ entry: Entry, path: String) -> Bool {
    entries[path]?.contains(entry) ?? false
  }

  /// How many findings it holds.
  public var count: Int { entries.values.reduce(0) { $0 + $1.count } }

  /// The text of the file. Equal baselines have equal texts, and each finding has a line of its own, so
  /// that versions of it can be compared and merged.
  public var text: String {
    var json = JSONWriter(indentation: 2)
    json.beginObject()
    json.key("version")
    json.int(1)
    json.key("files")
    json.beginObject()
    for (path, entries) in entries.sorted(by: { $0.key < $1.key }) where !entries.isEmpty {
      json.key(path)
      json.beginObject()
      var rule: String?
      for entry in entries.sorted() {
        if entry.rule != rule {
          if rule != nil { json.endArray() }
          json.key(entry.rule)
          json.beginArray()
          rule = entry.rule
        }
        json.string(entry.fingerprint)
      }
      json.endArray()
      json.endObject()
    }
    json.endObject()
    json.endObject()
    return json.text + "\n"
  }
}
