import Configuration
import Testing

@testable import resolute

private struct Settings: Sendable, Equatable {
  var flag = false
  var other = false
  var name = ""
  var names: [String] = []
}

private let rows: [OptionRow<Settings>] = [
  OptionRow("flag", short: "f", "a switch") { $0.flag = true },
  OptionRow("other", short: "x", "a switch") { $0.other = true },
  OptionRow("name", short: "n", value: "NAME", "a value") { $0.name = $1.text },
  OptionRow("names", value: "NAME", isRepeatable: true, "values") { $0.names.append($1.text) },
]

private func parse(_ words: String...) throws -> ArgumentParser<Settings>.Result {
  try ArgumentParser(command: "try", rows: rows).parse(words.map { Argument($0) }, into: Settings())
}

private func complaint(_ words: String...) -> String? {
  do throws(UsageError) {
    _ = try ArgumentParser(command: "try", rows: rows)
      .parse(words.map { Argument($0) }, into: Settings())
    return nil
  } catch {
    return error.message
  }
}

@Suite struct ArgumentParserTests {
  @Test func valuesInEveryForm() throws {
    for words in [["--name", "v"], ["--name=v"], ["-n", "v"], ["-nv"]] {
      let result = try ArgumentParser(command: "try", rows: rows)
        .parse(words.map { Argument($0) }, into: Settings())
      #expect(result.settings.name == "v")
      #expect(result.operands.isEmpty)
    }
    #expect(try parse("--name=").settings.name == "")
    #expect(try parse("--name=a=b").settings.name == "a=b")
    #expect(try parse("--name", "-").settings.name == "-")
    #expect(try parse("--name=--flag").settings == Settings(name: "--flag"))
  }

  @Test func switchesAndTheirClusters() throws {
    #expect(try parse("-fx").settings == Settings(flag: true, other: true))
    #expect(try parse("-fnv").settings == Settings(flag: true, name: "v"))
    #expect(try parse("--flag").settings == Settings(flag: true))
  }

  @Test func theLastValueCountsUnlessTheOptionIsRepeatable() throws {
    #expect(try parse("--name", "a", "--name", "b").settings.name == "b")
    #expect(try parse("--names", "a", "--names=b").settings.names == ["a", "b"])
  }

  @Test func operandsMayStandAnywhere() throws {
    let result = try parse("a", "--flag", "-", "b", "--", "--name", "-x", "--")
    #expect(result.operands.map(\.text) == ["a", "-", "b", "--name", "-x", "--"])
    #expect(result.settings == Settings(flag: true))
  }

  @Test func operandsKeepTheirBytes() throws {
    let word = Argument(bytes: [0x61, 0xFF])
    let result = try ArgumentParser(command: "try", rows: rows).parse([word], into: Settings())
    #expect(result.operands == [word])
  }

  @Test func helpWinsOverWhatFollows() throws {
    #expect(try parse("--help", "--wrong").wantsHelp)
    #expect(try parse("-fh").wantsHelp)
    #expect(try !parse("--", "--help").wantsHelp)
  }

  @Test func complaintsNameTheThingAndTheNearest() {
    #expect(complaint("--nmae") == "unknown option of try '--nmae'; did you mean '--name'?")
    #expect(complaint("--nam=x") == "unknown option of try '--nam'; did you mean '--name'?")
    #expect(complaint("-z")?.hasPrefix("unknown option of try '-z'") == true)
    #expect(complaint("-é")?.hasPrefix("unknown option of try '-é'") == true)
    #expect(complaint("--flag=yes") == "option '--flag' takes no value")
    #expect(complaint("--name") == "option '--name' needs a value: --name NAME")
    #expect(complaint("-n") == "option '--name' needs a value: --name NAME")
    #expect(
      complaint("--name", "--flag")?.hasPrefix("option '--name' needs a value before") == true)
    #expect(complaint("--\u{1B}[2J")?.contains("\u{1B}") == false)
  }
}

@Suite struct NearestTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("lnit", "lint", 1), ("ca", "abc", 3),
    ("abcdef", "abcdef", 0), ("gap", "gpa", 1), ("flaw", "lawn", 2),
  ])
  func distance(_ left: String, _ right: String, _ expected: Int) {
    #expect(Nearest.distance(Array(left.utf8), Array(right.utf8)) == expected)
    #expect(Nearest.distance(Array(right.utf8), Array(left.utf8)) == expected)
  }

  @Test func nearestOrNone() {
    let known = ["numbering", "numbering/gap", "numbering/order", "reference/range"]
    #expect(Nearest.name(to: "numbring", among: known) == "numbering")
    #expect(Nearest.name(to: "gap", among: known) == "numbering/gap")
    #expect(Nearest.name(to: "REFERENCE/RANGE", among: known) == "reference/range")
    #expect(Nearest.name(to: "xyzzy", among: known) == nil)
    #expect(Nearest.name(to: "", among: known) == nil)
    #expect(Nearest.name(to: String(repeating: "gap", count: 10_000), among: known) == nil)
  }
}
