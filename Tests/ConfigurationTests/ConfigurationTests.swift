import Configuration
import JSON
import Rules
import Testing

/// The settings that a file gives a path, and what is wrong with the file.
private func read(_ text: String, for path: String = "draft.md") -> (PathSettings, [String]) {
  let configuration = SettingsDocument(Array(text.utf8), file: "c.json")
  var settings = PathSettings()
  configuration.apply(configuration.overrides(for: Array(path.utf8)), to: &settings)
  return (settings, configuration.problems.map(\.description))
}

@Suite("Configuration: values")
struct ConfigurationValueTests {
  @Test("every key is read, comments and last commas allowed")
  func all() {
    let (settings, problems) = read(
      """
      // What the secretariat wants.
      {
        "$schema": "resolute.schema.json",
        "select": ["citation", "numbering/gap"],
        "ignore": ["citation/title"], /* old titles */
        "severity": {"citation": "warning", "citation/unknown": "off"},
        "profile": "itu-wtsa",
        "language": "en",
        "as-of": "2018-11-16",
        "status": "final",
        "all-texts": true,
        "registers": ["own.tsv", "more/own.json"],
        "calm": false,
        "hints": {"reference": false},
        "lenses": {"citations": true},
        "max-findings": 50,
      }
      """)
    #expect(problems == [])
    #expect(settings.rules.select == ["citation", "numbering/gap"])
    #expect(settings.rules.ignore == ["citation/title"])
    #expect(settings.rules.severities == ["citation": .warning, "citation/unknown": nil])
    #expect(settings.profile == "itu-wtsa")
    #expect(settings.language == "en")
    #expect(settings.rules.asOf == AsOfDate("2018-11-16"))
    #expect(settings.rules.status == .final)
    #expect(settings.rules.allTexts)
    #expect(settings.registers.map(\.path) == ["own.tsv", "more/own.json"])
    #expect(settings.registers.map(\.column) == [17, 28])
    #expect(!settings.calm)
    #expect(!settings.hints.reference && settings.hints.edition)
    #expect(!settings.lenses.references && settings.lenses.citations)
    #expect(settings.maxFindings == 50)
    #expect(settings.origins["profile"] == [.file("c.json", line: 7)])
    #expect(settings.origins["severity.citation"] == [.file("c.json", line: 6)])
    #expect(settings.origins["hints.reference"] == [.file("c.json", line: 14)])
    #expect(settings.origins["hints.edition"] == nil)
  }

  @Test("nothing said, nothing changed")
  func empty() {
    #expect(read("{}").0 == PathSettings())
    #expect(read(#"{"profile": "auto"}"#).0.profile == nil)
    #expect(read(#"{"as-of": 2018}"#).0.rules.asOf == AsOfDate("2018"))
  }

  @Test("each key of the table is read somewhere")
  func table() {
    let values: [String: String] = [
      "$schema": #""x""#, "extends": #""a.json""#, "select": #"["citation"]"#,
      "ignore": #"["citation"]"#,
      "severity": #"{"citation": "error"}"#, "profile": #""itu-ra""#, "language": #""en""#,
      "as-of": #""2018""#, "status": #""final""#, "all-texts": "true",
      "registers": #"["a.tsv"]"#, "words": #"["w.tsv"]"#, "fmt": #"{"dialect": "plain"}"#,
      "base": #""none""#, "stable-numbers": "true",
      "calm": "false",
      "hints": #"{"edition": false}"#,
      "lenses": #"{"references": true}"#, "max-findings": "7",
      "rule-pages": #""https://example.org/""#,
      "overrides": #"[{"paths": ["*"], "calm": false}]"#,
    ]
    #expect(Set(ConfigurationKey.all.map(\.name)) == Set(values.keys))
    #expect(
      SettingsDocument(Array(#"{"extends": "a.json"}"#.utf8), file: "c").extends.count == 1)
    for (key, value) in values where key != "$schema" && key != "extends" {
      let (settings, problems) = read("{\"\(key)\": \(value)}")
      #expect(problems == [])
      #expect(settings != PathSettings(), "\(key)")
    }
  }
}

@Suite("Configuration: mistakes")
struct ConfigurationMistakeTests {
  @Test(
    "a mistake is told with its place and the nearest right name",
    arguments: [
      (#"{"ignroe": []}"#, "c.json:1:2: unknown key 'ignroe'; did you mean 'ignore'?"),
      ("{\n  \"calm\": 1}", "c.json:2:11: 'calm' takes true or false, not a number"),
      (
        "\u{FEFF}{\"select\": \"citation\"}",
        "c.json:1:12: 'select' takes an array, not a string"
      ),
      (
        #"{"select": ["citation/unknwon"]}"#,
        "c.json:1:13: unknown rule or group 'citation/unknwon'; did you mean 'citation/unknown'?"
      ),
      (
        #"{"severity": {"numbring/gap": "error"}}"#,
        "c.json:1:15: unknown rule or group 'numbring/gap'; did you mean 'numbering/gap'?"
      ),
      (
        #"{"severity": {"citation": "warn"}}"#,
        "c.json:1:27: unknown value of 'severity.citation' 'warn'; did you mean 'warning'?"
      ),
      (#"{"profile": "itu-p"}"#, "c.json:1:13: unknown profile 'itu-p'; did you mean 'itu-pp'?"),
      (
        #"{"hints": {"editon": true}}"#,
        "c.json:1:12: unknown key 'hints.editon'; did you mean 'hints.edition'?"
      ),
      (
        #"{"as-of": "2018-13-01"}"#,
        "c.json:1:11: 'as-of': '2018-13-01' is no date; write \"2018\" or \"2018-11-16\""
      ),
      (
        #"{"max-findings": 0}"#,
        "c.json:1:18: 'max-findings' takes a whole number from 1 to 1000000, not a number"
      ),
      (
        #"{"overrides": [{"calm": true}]}"#,
        "c.json:1:16: the key 'paths' is missing in 'overrides'"
      ),
      (
        #"{"overrides": [{"paths": ["["]}]}"#,
        "c.json:1:27: 'overrides.paths': the pattern '[' fits nothing"
      ),
      (
        #"{"overrides": [{"paths": ["a"], "overrides": []}]}"#,
        "c.json:1:33: unknown key 'overrides.overrides'"
      ),
      (
        #"{"calm": true, "calm": false}"#,
        "c.json:1:16: the key 'calm' stands here again; this one counts"
      ),
      ("[]", "c.json:1:1: a configuration is an object, not an array"),
      ("{\n\"calm\" true}", "c.json:2:8: expected ':', found 't'"),
      ("", "c.json:1:1: the text ends where a value is expected"),
    ])
  func mistakes(_ text: String, _ message: String) {
    #expect(read(text).1 == [message])
  }

  @Test("the rest of the file is used")
  func rest() {
    let (settings, problems) = read(
      """
      {
        "ignore": ["citation", "citatoin/title", 3, "draft"],
        "severity": {"numbering": "loud", "structure": "hint"},
        "profil": "itu-ra",
        "calm": "no",
        "max-findings": 5,
        "overrides": [{"calm": false}, {"paths": ["*.md"], "status": "final", "as-of": "x"}]
      }
      """)
    #expect(problems.count == 7)
    #expect(settings.rules.ignore == ["citation", "draft"])
    #expect(settings.rules.severities == ["structure": .hint])
    #expect(settings.calm)
    #expect(settings.maxFindings == 5)
    #expect(settings.rules.status == .final)
  }

  @Test("bytes of any kind are read without harm")
  func noise() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let good = Array(
      #"{"select": ["citation"], "severity": {"draft": "off"}, "overrides": [{"paths": ["a/**"]}]}"#
        .utf8)
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0...Int(next() % 4) {
        bytes[Int(next()) % bytes.count] = UInt8(truncatingIfNeeded: next())
      }
      let configuration = SettingsDocument(bytes, file: "c.json")
      var settings = PathSettings()
      configuration.apply([0, 1, -1], to: &settings)
      #expect(
        configuration.problems.allSatisfy { $0.line > 0 && $0.column > 0 }, "seed \(seed)")
    }
  }
}

@Suite("Configuration: layers")
struct ConfigurationLayerTests {
  private func settings(_ text: String, _ options: (String, JSONValue)...) throws -> PathSettings {
    var (settings, problems) = read(text)
    #expect(problems == [])
    try SettingsLayer(options: options.map { (key: $0.0, value: $0.1) }).apply(to: &settings)
    return settings
  }

  @Test("the later layer wins; ignore and registers add; select begins anew")
  func precedence() throws {
    let file = """
      {"select": ["citation", "draft"], "ignore": ["citation/title"], "profile": "itu-ra",
       "severity": {"citation/unknown": "off", "draft": "warning"}, "registers": ["a.tsv"]}
      """
    let ignored = try settings(file, ("ignore", ["citation/form"]))
    #expect(ignored.rules.ignore == ["citation/title", "citation/form"])
    #expect(ignored.rules.select == ["citation", "draft"])
    #expect(ignored.origins["ignore"] == [.file("c.json", line: 1), .option("--ignore")])
    let selected = try settings(file, ("ignore", ["citation/form"]), ("select", ["citation"]))
    #expect(selected.rules.select == ["citation"])
    #expect(selected.rules.ignore == ["citation/form"])
    #expect(selected.rules.isOn("citation/unknown"))
    #expect(selected.rules.severities == ["draft": .warning])
    let profile = try settings(file, ("profile", "auto"))
    #expect(profile.profile == nil)
    #expect(profile.origins["profile"] == [.option("--profile")])
  }

  @Test("overrides hold for their paths, the later one wins")
  func overrides() {
    let file = """
      {"status": "draft", "overrides": [
        {"paths": ["final/", "*.final.md"], "status": "final", "ignore": ["draft"]},
        {"paths": ["final/**", "!final/old/**"], "profile": "itu-wtsa"},
        {"paths": ["/top.md"], "profile": "itu-ra"}]}
      """
    func facts(_ path: String) -> [String] {
      let settings = read(file, for: path).0
      return [settings.rules.status.rawValue, settings.profile ?? "auto"]
    }
    #expect(facts("a.md") == ["draft", "auto"])
    #expect(facts("final/a.md") == ["final", "itu-wtsa"])
    #expect(facts("x/final/a.md") == ["final", "auto"])
    #expect(facts("final/old/a.md") == ["final", "auto"])
    #expect(facts("x/a.final.md") == ["final", "auto"])
    #expect(facts("top.md") == ["draft", "itu-ra"])
    #expect(facts("x/top.md") == ["draft", "auto"])
    #expect(facts("final") == ["draft", "auto"])
  }

  @Test("the settings of an editor have the same keys")
  func editor() {
    let configuration = SettingsDocument(
      editor: ["profile": "itu-ra", "hints": ["edition": false], "clam": true])
    var settings = PathSettings()
    configuration.apply([], to: &settings)
    #expect(settings.profile == "itu-ra")
    #expect(!settings.hints.edition)
    #expect(settings.origins["profile"] == [.editor])
    #expect(
      configuration.problems.map(\.description) == [
        "editor settings: unknown key 'clam'; did you mean 'calm'?"
      ])
  }

  @Test("a bad option is refused")
  func option() {
    #expect(throws: ConfigurationProblem.self) {
      try SettingsLayer(options: [(key: "profile", value: "itu-p")])
    }
  }
}
