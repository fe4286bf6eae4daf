import Testing

@testable import resolute

@Suite struct CommandTests {
  @Test func versionAndHelp() throws {
    let scene = try Scene()
    for word in ["--version", "-V"] {
      let run = try scene.run(word)
      #expect(run.output == "resolute \(version)\n")
      #expect(run.status == 0)
    }
    for words in [["--help"], ["-h"], ["help"]] {
      let run = try scene.run(words)
      #expect(run.output.contains("Usage: resolute COMMAND"))
      for command in CommandTable.all { #expect(run.output.contains("  \(command.name) ")) }
      #expect(run.status == 0 && run.errors.isEmpty)
    }
  }

  @Test func everyCommandShowsItsOptions() throws {
    let scene = try Scene()
    for command in CommandTable.all {
      let runs = try [
        scene.run("help", command.name), scene.run(command.name, "--help"),
        scene.run(command.name, "-h"),
      ]
      #expect(Set(runs.map(\.output)).count == 1)
      #expect(runs.allSatisfy { $0.status == 0 })
      let text = runs[0].output
      #expect(text.contains("Usage: resolute \(command.name)"))
      for option in command.options { #expect(text.contains("--\(option.long)")) }
      for line in text.split(separator: "\n") { #expect(line.utf8.count <= 80) }
    }
  }

  @Test func optionNamesAreUnique() {
    for command in CommandTable.all {
      let names = command.options.map(\.long) + command.options.compactMap(\.short) + ["help", "h"]
      #expect(Set(names).count == names.count)
    }
  }

  @Test func neitherVersionNorHelpAsksTheLinter() throws {
    var scene = try Scene()
    scene.linter.rules = {
      Issue.record("the rules were listed")
      return []
    }
    scene.linter.profiles = {
      Issue.record("the profiles were listed")
      return []
    }
    for words in [["--version"], ["--help"], ["help", "lint"], ["lint", "--help"]] {
      #expect(try scene.run(words).status == 0)
    }
  }

  @Test(arguments: [
    (["lnit"], "unknown command 'lnit'; did you mean 'lint'?", "help"),
    (["--halp"], "unknown option '--halp'; did you mean '--help'?", "help"),
    (["help", "explian"], "unknown command 'explian'; did you mean 'explain'?", "help help"),
    (["lint", "--fx"], "unknown option of lint '--fx'; did you mean '--fix'?", "help lint"),
    (["explain", "bda"], "unknown rule or group 'bda'; did you mean 'case/bad'?", "help explain"),
    (["explain", "tasty"], "unknown rule or group 'tasty'; did you mean 'taste'?", "help explain"),
    (["explain", "a", "b"], "explain takes one rule or group", "help explain"),
    (["explain", "--all"], "unknown option of explain '--all'; known: --help", "help explain"),
  ])
  func wrongUsage(_ words: [String], _ message: String, _ help: String) throws {
    let run = try Scene().run(words)
    #expect(run.errors == "resolute: \(message)\n'resolute \(help)' shows the usage.\n")
    #expect(run.output.isEmpty)
    #expect(run.status == 2)
  }

  @Test func noCommandIsWrongUsage() throws {
    let run = try Scene().run()
    #expect(run.errors.contains("Usage:") && run.output.isEmpty)
    #expect(run.status == 2)
  }

  @Test func explainShowsPagesAndLists() throws {
    let scene = try Scene()
    #expect(
      try scene.run("explain", "case/bad").output
        == "# case/bad (error)\n\nAbout case/bad.\n\nMore.\n")
    #expect(
      try scene.run("explain", "case").output == """
        case/bad  error        About case/bad.
        case/odd  hint         About case/odd.

        """)
    #expect(try scene.run("explain").output.split(separator: "\n").count == 5)
  }
}
