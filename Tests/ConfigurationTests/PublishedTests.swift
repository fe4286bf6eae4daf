import Configuration
import Foundation
import JSON
import Rules
import Testing

private func read(_ text: String) -> (settings: PathSettings, problems: [String]) {
  let document = SettingsDocument(Array(text.utf8), file: "c.json")
  var settings = PathSettings()
  document.apply([], to: &settings)
  return (settings, document.problems.map(\.description))
}

@Suite("Configuration: what is published of it")
struct PublishedConfigurationTests {
  /// The template without its marks of comment, but for lines of prose.
  private var uncommented: String {
    SettingsTemplate.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let inner = line.drop { $0 == " " }
      guard inner.hasPrefix("// "), let first = inner.dropFirst(3).first(where: { $0 != " " }),
        "\"{}]".contains(first)
      else { return String(line) }
      return String(inner.dropFirst(3))
    }.joined(separator: "\n")
  }

  @Test("a new file changes nothing and has every key")
  func template() {
    #expect(read(SettingsTemplate.text).settings == PathSettings())
    #expect(read(SettingsTemplate.text).problems == [])
    let (settings, problems) = read(uncommented)
    #expect(problems == [])
    for key in ConfigurationKey.all where key.name != "$schema" {
      #expect(uncommented.contains("\n\"\(key.name)\": "), "\(key.name)")
    }
    #expect(settings.origins["calm"] != nil)
    let longest = SettingsTemplate.text.split(separator: "\n").map(\.utf8.count).max() ?? 0
    #expect(longest <= 100)
  }

  @Test("the standard value of a key is what holds without it")
  func standards() {
    var settings = read(uncommented).settings
    settings.rules.asOf = nil
    #expect(settings.profile == nil && settings.language == nil)
    var plain = PathSettings()
    plain.applyNothing(as: settings)
    #expect(settings == plain)
  }

  @Test("every value is told with its origin")
  func everyValue() {
    let settings = read(
      """
      {"ignore": ["draft"], "severity": {"citation": "off", "draft": "hint"},
       "hints": {"edition": false}}
      """
    ).settings
    let rows = settings.everyValue.map { ($0.key, $0.value, $0.origins) }
    func row(_ key: String) -> (JSONValue, [SettingOrigin])? {
      rows.first { $0.0 == key }.map { ($0.1, $0.2) }
    }
    #expect(row("ignore")?.0 == ["draft"])
    #expect(row("ignore")?.1 == [.file("c.json", line: 1)])
    #expect(row("severity.citation")?.0 == "off")
    #expect(row("severity")?.0 == nil)
    #expect(row("hints.edition")?.0 == false)
    #expect(row("hints.edition")?.1 == [.file("c.json", line: 2)])
    #expect(row("hints.reference")?.0 == true)
    #expect(row("hints.reference")?.1 == [])
    #expect(row("max-findings")?.0 == 1000)
  }

  @Test("a new selection takes back what was left out")
  func selection() {
    var settings = read(#"{"ignore": ["draft"], "severity": {"citation": "off"}}"#).settings
    let later = SettingsDocument(Array(#"{"select": ["numbering"]}"#.utf8), file: "d.json")
    later.apply([], to: &settings)
    #expect(settings.values["ignore"] == nil)
    #expect(settings.values["severity.citation"] == nil)
    #expect(settings.values["select"] == ["numbering"])
  }

  @Test("extends takes a name or several")
  func extends() {
    func named(_ text: String) -> [String] {
      SettingsDocument(Array(text.utf8), file: "c.json").extends.map {
        "\($0.path) \($0.line):\($0.column)"
      }
    }
    #expect(named(#"{"extends": "a.json"}"#) == ["a.json 1:13"])
    #expect(named(#"{"extends": ["a.json", "b/c.json"]}"#) == ["a.json 1:14", "b/c.json 1:24"])
    #expect(named("{}") == [])
    #expect(
      read(#"{"extends": 3}"#).problems == [
        "c.json:1:13: 'extends' takes a file name, not a number"
      ])
  }

  @Test("the schema knows every key and its names")
  func schema() throws {
    let names = KnownNames(rules: ["a", "a/b"], profiles: ["p"], languages: ["xx"])
    let schema = try #require(
      try JSONSerialization.jsonObject(
        with: Data(ConfigurationSchema.text(names: names).utf8)) as? NSDictionary)
    let properties = try #require(schema["properties"] as? NSDictionary)
    #expect(
      Set(properties.allKeys.map { "\($0)" }) == Set(ConfigurationKey.all.map(\.name)))
    let definitions = schema["definitions"] as? NSDictionary
    #expect((definitions?["rule"] as? NSDictionary)?["enum"] as? [String] == ["a", "a/b"])
    #expect((definitions?["profile"] as? NSDictionary)?["enum"] as? [String] == ["auto", "p"])
    let calm = properties["calm"] as? NSDictionary
    #expect(calm?["default"] as? Bool == true)
    #expect(calm?["type"] as? String == "boolean")
  }
}

extension PathSettings {
  /// Takes over where values come from, so that the values themselves can be compared.
  fileprivate mutating func applyNothing(as other: PathSettings) {
    var copy = other
    copy.rules = rules
    copy.profile = profile
    copy.language = language
    copy.registers = registers
    copy.words = words
    copy.calm = calm
    copy.hints = hints
    copy.lenses = lenses
    copy.maxFindings = maxFindings
    self = copy
  }
}
