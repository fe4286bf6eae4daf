import Foundation
import TestSupport
import Testing

@testable import resolute

/// One text with a finding of each rule but those of `flip`.
private let draft = "R\nBAD\nWEAK\nODD\n"

private func lines(_ run: Run) -> [String] { run.output.split(separator: "\n").map(String.init) }

/// The rules of the findings, through the format that is easiest to read.
private func rules(_ scene: Scene, _ options: String...) throws -> [String] {
  let run = try scene.run(["lint", "~", "--format", "compact"] + options)
  return lines(run).compactMap { line in
    line.split(separator: "[").last.map { String($0.dropLast()) }
  }
}

@Suite struct LintTests {
  @Test func textIsTheFormatUnlessAsked() throws {
    let run = try Scene(["a.md": "R\nBAD\n"]).run("lint", "~/a.md")
    #expect(
      run.output == """
        ~/a.md:2:1: error: BAD found [case/bad]
          2 | BAD
            | ^^^
            = fix: write good
        1 finding (1 error) in 1 of 1 resolution text; 1 can be fixed with --fix.

        """)
    #expect(run.errors.isEmpty)
    #expect(run.status == 1)
  }

  @Test func formats() throws {
    let scene = try Scene(["a.md": draft])
    #expect(
      try scene.run("lint", "~", "--format", "compact").output == """
        ~/a.md:2:1: error: BAD found [case/bad]
        ~/a.md:3:1: warning: WEAK found [taste/weak]
        ~/a.md:4:1: hint: ODD found [case/odd]

        """)
    let json = try object(scene.run("lint", "~", "--format=json").output)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["case/bad", "taste/weak", "case/odd"])
    let jsonLines = lines(try scene.run("lint", "~", "-f", "jsonl"))
    #expect(
      try jsonLines.map { try object($0) as NSDictionary } == findings.map { $0 as NSDictionary })
  }

  @Test func jsonHoldsFilesAndErrorsToo() throws {
    let scene = try Scene(["a.md": draft, "readme.md": "none"])
    let run = try scene.run("lint", "~", "~/gone", "--format", "json")
    let json = try object(run.output)
    let files = try #require(json["files"] as? [[String: Any]])
    #expect(files.map { $0["path"] as? String } == ["~/a.md", "~/readme.md"])
    #expect(files.map { $0["recognised"] as? Bool } == [true, false])
    #expect(files.map { $0["profile"] as? String } == ["first", nil])
    let errors = try #require(json["errors"] as? [[String: String]])
    #expect(errors == [["path": "~/gone", "message": "No such file or directory"]])
    #expect(run.errors == "resolute: ~/gone: No such file or directory\n")
    #expect(run.status == 2)
  }

  @Test func formatsAndOutputGoToFiles() throws {
    let scene = try Scene(["a.md": draft])
    let run = try scene.run(
      "lint", "~/a.md", "--format", "compact", "--format", "json=~/out.json", "-fjsonl=~/out.jsonl")
    #expect(lines(run).count == 3)
    #expect(try object(scene.folder.text("out.json"))["version"] as? Int == 1)
    #expect(try scene.folder.text("out.jsonl").split(separator: "\n").count == 3)
    let other = try scene.run("lint", "~/a.md", "--format", "compact", "--output", "~/report")
    #expect(other.output.isEmpty)
    #expect(try scene.folder.text("report") == replace("~", by: scene.folder.path, in: run.output))
    #expect(try scene.run("lint", "~/a.md", "-o", "-").output.contains("case/bad"))
  }

  @Test func selectAndIgnore() throws {
    let scene = try Scene(["a.md": draft])
    #expect(try rules(scene) == ["case/bad", "taste/weak", "case/odd"])
    #expect(try rules(scene, "--select", "case") == ["case/bad", "case/odd"])
    #expect(try rules(scene, "--select=case/odd,taste") == ["taste/weak", "case/odd"])
    #expect(
      try rules(scene, "--select", "case/odd", "--select", "taste/weak") == [
        "taste/weak", "case/odd",
      ])
    #expect(try rules(scene, "--ignore", "case/bad, taste/weak") == ["case/odd"])
    #expect(try rules(scene, "--select", "case", "--ignore", "case/odd") == ["case/bad"])
    #expect(try rules(scene, "--select", "case/odd", "--ignore", "case") == [])
  }

  @Test(arguments: [
    (["--select", "case/bda"], "unknown rule or group 'case/bda'; did you mean 'case/bad'?"),
    (["--ignore", "case,tast"], "unknown rule or group 'tast'; did you mean 'taste'?"),
    (["--select", ","], "option '--select' names no rule"),
    (
      ["--format", "html"],
      "unknown format 'html'; known: text, compact, json, jsonl, sarif, github, gitlab, junit,"
        + " markdown"
    ),
    (["--format", "jsn=x"], "unknown format 'jsn'; did you mean 'json'?"),
    (["--format", "json="], "format json needs a file name"),
    (["--fail-on", "warnings"], "unknown level 'warnings'; did you mean 'warning'?"),
    (["--profile", "frist"], "unknown profile 'frist'; did you mean 'first'?"),
    (["--color", "alway"], "unknown color 'alway'; did you mean 'always'?"),
    (["--jobs", "0"], "'0' is not a number of jobs; '--jobs' takes 1 to 1024"),
    (["--jobs", "many"], "'many' is not a number of jobs; '--jobs' takes 1 to 1024"),
    (
      ["--jobs", "99999999999999999999"],
      "'99999999999999999999' is not a number of jobs; '--jobs' takes 1 to 1024"
    ),
    (["--as-of", "18"], "'as-of': '18' is no date; write \"2018\" or \"2018-11-16\""),
    (["--config", ""], "option '--config' needs a file name"),
    (["--output", ""], "option '--output' needs a file name"),
    (
      ["-f", "json", "-f", "text"],
      "two formats would go to standard output; name a file: --format text=FILE"
    ),
    (
      ["--fix", "-"], "'--fix' writes '-' to standard output, so '-' takes no other path beside it"
    ),
  ])
  func wrongUsage(_ options: [String], _ message: String) throws {
    let run = try Scene(["a.md": draft]).run(["lint", "~"] + options)
    #expect(run.errors == "resolute: \(message)\n'resolute help lint' shows the usage.\n")
    #expect(run.output.isEmpty)
    #expect(run.status == 2)
  }

  @Test(arguments: [
    ("ODD", "hint", [0, 0, 0, 1, 0]), ("THIRD", "information", [0, 0, 1, 1, 0]),
    ("WEAK", "warning", [0, 1, 1, 1, 0]), ("BAD", "error", [1, 1, 1, 1, 0]),
    ("fine", "", [0, 0, 0, 0, 0]),
  ])
  func failOn(_ word: String, _ level: String, _ statuses: [Int32]) throws {
    let scene = try Scene(["a.md": "R\n\(word)\n"])
    for (name, status) in zip(["error", "warning", "information", "hint", "never"], statuses) {
      #expect(try scene.run("lint", "~", "--profile", "third", "--fail-on", name).status == status)
    }
    #expect(try scene.run("lint", "~", "--profile", "third").status == statuses[1])
  }

  @Test func profile() throws {
    let scene = try Scene(["a.md": "R\nTHIRD\n"])
    #expect(try rules(scene) == [])
    #expect(try rules(scene, "--profile", "third") == ["taste/third"])
    #expect(try rules(scene, "--profile", "third", "--profile", "auto") == [])
  }

  @Test func asOf() throws {
    var scene = try Scene([
      "a.md": """
      RESOLUTION 999 (Guadalajara, 2010)

      The Plenipotentiary Conference of the International Telecommunication Union \
      (Guadalajara, 2010),

      *recalling*

      Resolution 99 (Rev. Guadalajara, 2010) of the Plenipotentiary Conference,

      *resolves*

      to light lamps.
      """
    ])
    scene.linter = .standard
    let only = ["--select", "citation/superseded"]
    #expect(try scene.run(["lint", "~", "-fcompact"] + only).output == "")
    #expect(
      try lines(scene.run(["lint", "~", "-fcompact", "--as-of", "2018-11-16"] + only)) == [
        "~/a.md:7:21: hint: a later edition is known: `Resolution 99 (Rev. Dubai, 2018)`"
          + " [citation/superseded]"
      ])
    #expect(
      try scene.run(["lint", "~", "-fcompact", "--as-of=2015"] + only).output.contains("Busan"))
  }

  @Test func unrecognisedTextsAreSilentUnlessAllAreWanted() throws {
    let scene = try Scene(["a.md": "BAD\n"])
    #expect(try scene.run("lint", "~").errors == "")
    #expect(try scene.run("lint", "~").status == 0)
    #expect(
      try scene.run("lint", "~/a.md").errors
        == "resolute: ~/a.md: not recognised as a resolution, so not judged\n")
    #expect(try scene.run("lint", "~/a.md", "--quiet").errors == "")
    #expect(try rules(scene, "--all-texts") == ["case/bad"])
    #expect(try scene.run("lint", "~/a.md", "--all-texts").errors == "")
  }

  @Test func standardInput() throws {
    var scene = try Scene(["a.md": "R\nBAD\n"])
    scene.input = "R\nWEAK\n"
    #expect(
      try scene.run("lint", "-", "-f", "compact").output
        == "-:2:1: warning: WEAK found [taste/weak]\n")
    #expect(
      lines(try scene.run("lint", "-", "~/a.md", "-f", "compact", "--stdin-filename", "~/b.md"))
        == [
          "~/a.md:2:1: error: BAD found [case/bad]", "~/b.md:2:1: warning: WEAK found [taste/weak]",
        ])
  }

  @Test func statistics() throws {
    let scene = try Scene(["a.md": "R\nBAD BAD\n", "b.md": draft])
    let table = """
          3  error        case/bad
          1  hint         case/odd
          1  warning      taste/weak
          5  total        in 2 of 2 files, 2 recognised

      """
    let run = try scene.run("lint", "~", "-fcompact", "--statistics")
    #expect(run.output.hasSuffix("\n\n" + table))
    let json = try scene.run("lint", "~", "-fjson", "--statistics")
    #expect(json.errors == table)
    #expect(try object(json.output)["version"] as? Int == 1)
    #expect(try !scene.run("lint", "~", "-fcompact").output.contains("total"))
  }

  @Test func colour() throws {
    var scene = try Scene(["a.md": draft])
    func isColoured(_ options: String...) throws -> Bool {
      try scene.run(["lint", "~", "--quiet"] + options).output.contains("\u{1B}[1;31m")
    }
    #expect(try !isColoured())
    #expect(try isColoured("--color", "always"))
    scene.isTerminal = true
    #expect(try isColoured())
    #expect(try !isColoured("--color=never"))
    scene.environment = ["NO_COLOR": "1"]
    #expect(try !isColoured())
    #expect(try isColoured("--color=always"))
    scene.environment = ["NO_COLOR": ""]
    #expect(try isColoured())
    scene.environment = ["TERM": "dumb"]
    #expect(try !isColoured())
    scene.environment = [:]
    _ = try scene.run("lint", "~", "--output", "~/plain")
    #expect(try !scene.folder.text("plain").contains("\u{1B}"))
  }

  @Test func nothingToLintIsSaid() throws {
    let scene = try Scene(["a.docx": "R"])
    let run = try scene.run("lint", "~")
    #expect(run.errors == "resolute: no texts found\n")
    #expect(run.status == 0)
  }

  @Test func badPathsDoNotHideTheFindingsOfOthers() throws {
    let scene = try Scene(["a.md": draft, "c.md": draft])
    let run = try scene.run("lint", "-fcompact", "~/c.md", "~/b.md", "~/a.md", "/dev/null")
    #expect(lines(run).count == 6)
    #expect(run.errors.split(separator: "\n").count == 2)
    #expect(run.errors.contains("~/b.md: No such file or directory"))
    #expect(run.status == 2)
  }

  @Test func anOutputThatCannotBeWrittenIsAFailure() throws {
    let scene = try Scene(["a.md": "R\n"])
    let run = try scene.run("lint", "~/a.md", "--output", "~/no/such/place")
    #expect(run.errors == "resolute: ~/no/such/place: No such file or directory\n")
    #expect(run.status == 2)
    let full = try scene.run("lint", "~/a.md", "--output", "/dev/full")
    #expect(full.errors == "resolute: /dev/full: No space left on device\n")
    #expect(full.status == 2)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
