import TestSupport
import Testing

@testable import resolute

private let draft = "R\nBAD\nWEAK\nODD\nTHIRD\n"

private func rules(_ scene: Scene, _ options: String...) throws -> [String] {
  let run = try scene.run(["lint", "~", "--format", "compact"] + options)
  return run.output.split(separator: "\n").compactMap { line in
    line.split(separator: "[").last.map { String($0.dropLast()) }
  }
}

/// A draft of the Plenipotentiary Conference with one clause.
private func resolution(
  _ number: String, _ session: String, _ subject: String, recalling: String = "the past"
) -> String {
  """
  RESOLUTION \(number) (\(session))

  \(subject)

  The Plenipotentiary Conference of the International Telecommunication Union \
  (\(session.hasPrefix("Rev. ") ? String(session.dropFirst(5)) : session)),

  *recalling*

  \(recalling),

  *resolves*

  to light lamps.

  """
}

@Suite("lint with a configuration")
struct LintConfigurationTests {
  @Test func theFileHoldsUnlessAnOptionWins() throws {
    let scene = try Scene([
      "a.md": draft,
      ".resolute.json": #"{"ignore": ["case/odd"], "profile": "third"} // ours"#,
    ])
    #expect(try rules(scene) == ["case/bad", "taste/weak", "taste/third"])
    #expect(try rules(scene, "--ignore", "taste/weak") == ["case/bad", "taste/third"])
    #expect(try rules(scene, "--select", "case") == ["case/bad", "case/odd"])
    #expect(try rules(scene, "--profile", "auto") == ["case/bad", "taste/weak"])
    #expect(try rules(scene, "--config", "none") == ["case/bad", "taste/weak", "case/odd"])
    try scene.folder.write("other.json", #"{"select": ["case"], "severity": {"case": "off"}}"#)
    #expect(try rules(scene, "--config", "~/other.json") == [])
  }

  @Test func allTextsByPath() throws {
    let scene = try Scene([
      "a.md": "BAD", "b.md": "BAD",
      ".resolute.json": #"{"overrides": [{"paths": ["a.md"], "all-texts": true}]}"#,
    ])
    #expect(try rules(scene) == ["case/bad"])
    #expect(try rules(scene, "--all-texts") == ["case/bad", "case/bad"])
    #expect(try scene.run("lint", "~/a.md").errors == "")
    #expect(try scene.run("lint", "~/b.md").errors.contains("not recognised"))
  }

  @Test func mistakesFailTheRunAndHideNothing() throws {
    let scene = try Scene([
      "a.md": "R\nODD\n", "b.md": "R\nODD\n",
      ".resolute.json": "{\n  \"ignroe\": [\"case\"],\n  \"select\": [\"case\", \"tatse\"]\n}",
    ])
    let run = try scene.run("lint", "~", "-fcompact")
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(
      run.errors == """
        resolute: ~/.resolute.json:2:3: unknown key 'ignroe'; did you mean 'ignore'?
        resolute: ~/.resolute.json:3:22: unknown rule or group 'tatse'; did you mean 'taste'?

        """)
    #expect(run.status == 2)
    let json = try scene.run("lint", "~", "-fjson").output
    #expect(json.contains(#""line 2, column 3: unknown key 'ignroe'"#))
    let missing = try scene.run("lint", "~", "--config", "~/gone.json")
    #expect(missing.errors == "resolute: ~/gone.json: No such file or directory\n")
    #expect(missing.status == 2)
    try scene.folder.write("empty/.resolute.json", "[]")
    #expect(try scene.run("lint", "~/empty").errors.contains("is an object, not an array"))
  }

  @Test func standardInputHasTheSettingsOfItsName() throws {
    var scene = try Scene(["x/.resolute.json": #"{"ignore": ["case"]}"#])
    scene.input = "R\nBAD\n"
    #expect(try scene.run("lint", "-", "-fcompact", "--stdin-filename", "~/x/a.md").output == "")
    #expect(try scene.run("lint", "-", "--stdin-filename", "~/a.md").output.contains("case/bad"))
  }

  @Test func aRegisterOfOnesOwn() throws {
    var scene = try Scene([
      "a.md": resolution(
        "999", "Dubai, 2018", "Lamps", recalling: "Resolution 740 (Rev. Busan, 2014)"),
      ".resolute.json": #"{"select": ["citation/unknown"], "registers": ["r.tsv"]}"#,
      "r.tsv": "body\tkind\tnumber\nPP\tresolution\t740\nPP\tlaw\t1\n",
    ])
    scene.linter = .standard
    let run = try scene.run("lint", "~/a.md", "-fcompact")
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("resolute: ~/r.tsv:3:4: no kind of text is called 'law'"))
    #expect(run.status == 2)
    let without = try scene.run(
      "lint", "~/a.md", "-fcompact", "--config=none", "--select=citation/unknown")
    #expect(without.output.contains("citation/unknown"))
  }
}

@Suite("The texts of a folder know each other")
struct NearbyTests {
  private let asked = [
    "-fcompact", "--select", "citation/unknown,citation/superseded,citation/title",
  ]

  @Test func titlesAndEditions() throws {
    var scene = try Scene([
      "a.md": resolution(
        "999", "Bucharest, 2022", "Lamps",
        recalling: """
          a) Resolution 740 (Rev. Dubai, 2018);

          b) Resolution 741 (Bucharest, 2022), on small bells;

          c) Resolution 742 (Bucharest, 2022), on the use of flags;

          d) Resolution 743 (Bucharest, 2022)
          """),
      "b.md": resolution("740", "Rev. Bucharest, 2022", "Large lamps"),
      "c.md": resolution("741", "Bucharest, 2022", "Large bells"),
      "d/d.md": resolution("742", "Bucharest, 2022", "Use of flags in harbours"),
      "e.md": resolution("[AFCP-1]", "Bucharest, 2022", "Placeholders"),
      "f.md": "# Notes\n\nResolution 744 (Bucharest, 2022) is a text of another folder.\n",
    ])
    scene.linter = .standard
    let run = try scene.run(["lint", "~"] + asked)
    #expect(
      run.output == """
        ~/a.md:9:25: hint: `~/b.md` is a later edition: `Resolution 740 (Rev. Bucharest, 2022)` \
        [citation/superseded]
        ~/a.md:11:41: hint: `~/c.md` has the title `Large bells` [citation/title]
        ~/a.md:15:15: hint: the highest number known of this body is 219 [citation/unknown]

        """)
    for jobs in ["1", "2", "7"] {
      #expect(try scene.run(["lint", "~", "--jobs", jobs] + asked).output == run.output)
    }
    // A file alone has no neighbours.
    let alone = try scene.run(["lint", "~/a.md"] + asked).output
    #expect(alone.split(separator: "\n").allSatisfy { $0.hasSuffix("[citation/unknown]") })
    #expect(alone.split(separator: "\n").count == 4)
  }

  @Test func neighboursThatDisagreeAboutATitleSayNothing() throws {
    var scene = try Scene([
      "a.md": resolution(
        "999", "Bucharest, 2022", "Lamps", recalling: "Resolution 741 (Bucharest, 2022), on flags"),
      "b.md": resolution("741", "Bucharest, 2022", "Large bells"),
      "c.md": resolution("741", "Bucharest, 2022", "Small bells"),
    ])
    scene.linter = .standard
    #expect(try scene.run(["lint", "~"] + asked).output == "")
  }

  @Test func laterSessionsAreNotKnown() throws {
    var scene = try Scene([
      "a.md": resolution(
        "999", "Dubai, 2018", "Lamps", recalling: "Resolution 740 (Rev. Dubai, 2018)"),
      "b.md": resolution("740", "Rev. Bucharest, 2022", "Large lamps"),
    ])
    scene.linter = .standard
    #expect(try scene.run(["lint", "~"] + asked).output == "")
    #expect(
      try scene.run(["lint", "~", "--as-of", "2022"] + asked).output.contains("is a later edition"))
  }
}
