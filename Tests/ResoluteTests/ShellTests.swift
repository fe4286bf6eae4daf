import Testing

@testable import resolute

/// What the shells themselves make of the scripts is tried by `Tests/ship`.
@Suite struct ShellTests {
  @Test(arguments: Shell.allCases) func everyCommandAndOptionIsThere(_ shell: Shell) throws {
    let run = try Scene().run("completions", shell.rawValue)
    #expect(run.status == 0 && run.errors.isEmpty)
    for command in CommandTable.all {
      #expect(run.output.contains(command.name))
      for option in command.options {
        let word = shell == .fish ? "-l \(option.long) " : "--\(option.long)"
        #expect(run.output.contains(word), "\(command.name) --\(option.long)")
      }
    }
    // The rules and profiles of the linter at hand, not of a list.
    #expect(run.output.contains("taste/weak") && run.output.contains("second"))
  }

  @Test func valuesAreOffered() throws {
    let names = NameLists(
      Session(console: .standard(), linter: .fake, commands: CommandTable.all))
    func words(_ command: Command, _ option: String) -> CompletionWords? {
      command.options.first { $0.long == option }.map { CompletionWords(valueOf: $0, names: names) }
    }
    #expect(words(CommandTable.report, "format") == .words(["markdown", "csv", "json", "html"]))
    #expect(words(CommandTable.lint, "output") == .files)
    #expect(words(CommandTable.lint, "select") == .list(names.rules))
    #expect(words(CommandTable.lint, "profile") == .words(["first", "second", "third", "auto"]))
    #expect(words(CommandTable.lint, "jobs") == .nothing)
    #expect(CompletionWords(operandsOf: CommandTable.lint, names: names) == .files)
    #expect(CompletionWords(operandsOf: CommandTable.help, names: names) == .words(names.commands))
  }

  @Test func wrongShells() throws {
    let scene = try Scene()
    #expect(try scene.run("completions").status == 2)
    #expect(try scene.run("completions", "bsh").errors.contains("'bash'"))
  }

  @Test func manualPageHasEveryOption() throws {
    let run = try Scene().run("help", "--man")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(".\\\" Made by"))
    for command in CommandTable.all {
      #expect(run.output.contains(".SS \"resolute \(command.name)"))
      for option in command.options {
        let word = option.long.split(separator: "-").joined(separator: "\\-")
        #expect(run.output.contains("\\-\\-\(word)\\fR"), "\(option.long)")
      }
    }
    // No line of text is taken for a request.
    for line in run.output.split(separator: "\n") where line.hasPrefix(".") {
      let request = line.dropFirst().prefix { $0 != " " }
      #expect(["\\\"", "TH", "SH", "SS", "B", "I", "RI", "TP", "PP"].contains(request), "\(line)")
    }
    #expect(try Scene().run("help", "--man", "lint").status == 2)
  }
}

@Suite struct DoctorTests {
  @Test func tellsWhatABugReportNeeds() throws {
    var scene = try Scene(["a/draft.md": "R SECRET", ".resolute.json": "{}"])
    scene.environment = ["LANG": "de_DE.ISO-8859-1", "NO_COLOR": "1"]
    let run = try scene.run("doctor", "~/a")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("resolute \(version)\n"))
    #expect(run.output.contains("locale de_DE.ISO-8859-1 (messages"))
    #expect(run.output.contains("no terminal, no colours"))
    #expect(run.output.contains("rules     5\n") && run.output.contains("first second third"))
    #expect(run.output.contains("known until: PP "))
    #expect(run.output.contains("/.resolute.json: no problem"))
    #expect(!run.output.contains("SECRET"))
  }

  @Test func showsWhatIsWrongWithTheSettings() throws {
    let scene = try Scene([".resolute.json": #"{ "selct": [] }"#])
    let run = try scene.run("doctor", "~")
    #expect(run.status == 2)
    #expect(run.output.contains("1 problem") && run.output.contains("'select'"))
    #expect(try scene.run("doctor", "a", "b").status == 2)
  }
}
