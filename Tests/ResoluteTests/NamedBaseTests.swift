import TestSupport
import Testing

@testable import resolute

/// The earlier edition that the command line names, and `--watch` beside one that changes.
@Suite("A base that is named") struct NamedBaseTests {
  private static func edition(_ session: String, number: Int = 900, _ resolves: [String]) -> String
  {
    let list = resolves.enumerated().map { place, text in
      "\(place + 1) \(text)" + (place + 1 == resolves.count ? "," : ";")
    }
    return """
      RESOLUTION \(number) (\(session))

      On buoys

      The Plenipotentiary Conference of the International Telecommunication Union (\(session)),

      *recalling*

      the report on buoys,

      *resolves*

      \(list.joined(separator: "\n\n"))

      *instructs the Secretary-General*

      to report on *resolves* 1 above.

      """
  }

  private static let paint = "to paint all buoys red"
  private static let light = "to light all lamps at dusk"
  private static let chart = "to keep a chart of every channel"
  private static let old = edition("Busan, 2014", [paint, light])
  private static let new = edition("Dubai, 2018", [chart, paint, light])
  private static let other = edition("Busan, 2014", number: 901, [paint, light])

  private static let stale = "draft.md:21:25: warning: no longer names"

  private func run(_ files: [String: String], _ arguments: String...) throws -> Run {
    var scene = try Scene(files)
    scene.linter = .standard
    return try scene.run(
      ["lint", "-fcompact", "--select", "reference/stale", "--base"] + arguments)
  }

  @Test func thatOfTheTextIsCompared() throws {
    let run = try run(["draft.md": Self.new, "old.md": Self.old], "~/old.md", "~/draft.md")
    #expect(run.output.hasPrefix("~/" + Self.stale), "\(run.output)")
    #expect(run.errors == "" && run.status == 1)
  }

  @Test func anotherResolutionIsTold() throws {
    let files = ["draft.md": Self.new, "old.md": Self.other, "more.md": Self.new]
    let one = try run(files, "~/old.md", "~/draft.md")
    #expect(one.output == "" && one.status == 2)
    #expect(
      one.errors == "resolute: --base '~/old.md': holds no edition of the resolution in "
        + "'~/draft.md'; nothing is compared\n")
    let two = try run(files, "~/old.md", "~/draft.md", "~/more.md")
    #expect(
      two.errors == "resolute: --base '~/old.md': holds no edition of the resolutions in 2 "
        + "texts; nothing is compared\n")
  }

  @Test func itsOwnMessageStandsInReportsForPrograms() throws {
    var scene = try Scene(["draft.md": Self.new, "old.md": Self.other])
    scene.linter = .standard
    let run = try scene.run("lint", "~/draft.md", "--base", "~/old.md", "-f", "json")
    #expect(
      run.output.contains(
        #""errors":[{"path":"--base '~/old.md'","message":"holds no edition of the resolution"#),
      "\(run.output)")
  }

  /// Where a folder is checked, the base concerns one text of many.
  @Test func anotherResolutionBesideItsOwnIsSilent() throws {
    let run = try run(
      ["a/draft.md": Self.new, "a/other.md": Self.other, "old.md": Self.old], "~/old.md", "~/a")
    #expect(run.output.contains(Self.stale) && run.errors == "" && run.status == 1)
  }

  @Test func theTextItselfIsTold() throws {
    for name in ["~/draft.md", "~/./draft.md"] {
      let run = try run(["draft.md": Self.new], name, "~/draft.md")
      #expect(run.output == "" && run.status == 2)
      #expect(
        run.errors == "resolute: --base '\(name)': is the text itself; nothing is compared\n")
    }
  }

  @Test func whatIsNoBaseIsTold() throws {
    let files = ["draft.md": Self.new, "README.md": "# Read me\n"]
    let missing = try run(files, "~/gone.md", "~/draft.md")
    #expect(missing.status == 2)
    #expect(missing.errors == "resolute: --base '~/gone.md': No such file or directory\n")
    let none = try run(files, "~/README.md", "~/draft.md")
    #expect(none.status == 2)
    #expect(
      none.errors
        == "resolute: --base '~/README.md': not recognised as a resolution, so it is no base\n")
  }

  /// Nobody has named it for this text.
  @Test func otherwiseItIsSilent() throws {
    let files = ["draft.md": Self.new, "old.md": Self.other]
    let auto = try run(files, "auto", "~/draft.md")
    #expect(auto.output == "" && auto.errors == "" && auto.status == 0)
    var scene = try Scene(
      files.merging([".resolute.json": #"{"base": "old.md"}"#]) { first, _ in first })
    scene.linter = .standard
    let configured = try scene.run("lint", "~/draft.md", "--select", "reference/stale")
    #expect(configured.errors == "" && configured.status == 0)
    // A text that is no resolution has no edition before.
    let unread = try run(
      ["README.md": "# Read me\n", "old.md": Self.old], "~/old.md", "~/README.md")
    #expect(
      unread.errors == "resolute: ~/README.md: not recognised as a resolution, so not judged\n")
    #expect(unread.status == 0)
  }

  // MARK: - Watching

  @Test(arguments: ["--base ../old.md", ""])
  func watchSeesTheBaseChange(_ option: String) throws {
    guard let program = Programs.built("resolute"), let bash = Programs.find("bash") else {
      Issue.record("the program is not built beside the tests, or there is no bash")
      return
    }
    let folder = try TemporaryFolder()
    let base = option.isEmpty ? "drafts/old.md" : "old.md"
    try folder.write("drafts/draft.md", Self.new)
    try folder.write(base, Self.edition("Busan, 2014", [Self.chart, Self.paint]))
    try folder.write("changed", Self.old)
    // Each round ends with the notice that it waits.
    let script = """
      cd drafts
      '\(program)' lint draft.md \(option) --select reference/stale -fcompact --watch \\
        > ../out 2> ../err & pid=$!
      trap 'kill $pid 2> /dev/null' EXIT
      round() {
        for try in $(seq 200); do
          [ "$(grep -c waiting ../err)" -ge $1 ] && return
          sleep 0.05
        done
        echo "round $1 did not come"
      }
      round 1; echo "before: $(cat ../out)"
      mv ../changed ../\(base)
      round 2; echo "changed: $(cat ../out)"
      rm ../\(base)
      round 3; echo "gone: $(grep -c . ../out) $(grep -c 'No such file' ../err)"
      kill -TERM $pid; wait $pid; echo $?
      """
    let run = try Programs.run(bash, ["-c", script], in: folder.path)
    let lines = run.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "before: ", "\(run.text)")
    #expect(lines.dropFirst().first?.hasPrefix("changed: " + Self.stale) == true, "\(run.text)")
    #expect(
      Array(lines.dropFirst(2)) == ["gone: 1 \(option.isEmpty ? 0 : 1)", "143"], "\(run.text)")
  }
}
