import Foundation
import TestSupport
import Testing

@testable import resolute

@Suite struct BaselineLintTests {
  private let old = ["a.md": "R\nBAD\nWEAK\n", "sub/b.md": "R\nBAD\n", "c.md": "R\n"]

  @Test func whatIsKnownIsNotTold() throws {
    let scene = try Scene(old)
    let written = try scene.run("lint", "~", "--write-baseline", "~/known.json", "-fcompact")
    #expect(written.output == "")
    #expect(written.errors == "resolute: 3 findings in 2 files written to ~/known.json\n")
    #expect(written.status == 0)
    let again = try scene.run("lint", "~", "--baseline", "~/known.json", "-fcompact")
    #expect(again.output == "")
    #expect(again.errors == "")
    #expect(again.status == 0)
  }

  @Test func whatIsNewIsTold() throws {
    let scene = try Scene(old)
    _ = try scene.run("lint", "~", "--write-baseline", "~/known.json")
    try scene.folder.write("a.md", "new\nR\n\nBAD\nodd\nWEAK\nBAD new\n")
    let run = try scene.run("lint", "~", "--baseline", "~/known.json", "-fcompact")
    #expect(run.output == "~/a.md:7:1: error: BAD found [case/bad]\n")
    #expect(run.status == 1)
    #expect(run.errors == "")
  }

  @Test func whatIsGoneIsTold() throws {
    let scene = try Scene(old)
    _ = try scene.run("lint", "~", "--write-baseline", "~/known.json")
    try scene.folder.write("a.md", "R\nWEAK\n")
    try scene.folder.remove("sub/b.md")
    let run = try scene.run("lint", "~", "--baseline", "~/known.json", "-fcompact")
    #expect(run.status == 0)
    #expect(
      run.errors
        == "resolute: ~/known.json: 2 entries are no longer found (a.md 1, sub/b.md 1);"
        + " --write-baseline writes it anew\n")
    // Rules that were not asked say nothing of what they would find.
    let some = try scene.run(
      "lint", "~/a.md", "--baseline", "~/known.json", "--select", "taste", "-q")
    #expect(some.errors == "")
    _ = try scene.run(
      "lint", "~", "--baseline", "~/known.json", "--write-baseline", "~/known.json")
    #expect(try scene.run("lint", "~", "--baseline", "~/known.json").errors == "")
  }

  @Test func namesInItHangOnNoFolderOfTheRun() throws {
    let scene = try Scene(old)
    _ = try scene.run("lint", "~/sub", "~/a.md", "--write-baseline", "~/sub/known.json", "-q")
    let text = try scene.folder.text("sub/known.json")
    #expect(text.contains("\"b.md\""))
    #expect(text.contains(scene.folder.path + "/a.md"))
    #expect(
      try scene.run("lint", "~/sub/../sub/b.md", "--baseline", "~/sub/known.json").status == 0)
  }

  @Test func knownFindingsAreNotFixed() throws {
    let scene = try Scene(old)
    _ = try scene.run("lint", "~", "--write-baseline", "~/known.json", "-q")
    try scene.folder.write("c.md", "R\nBAD\n")
    _ = try scene.run("lint", "~", "--baseline", "~/known.json", "--fix")
    #expect(try scene.folder.text("a.md") == old["a.md"])
    #expect(try scene.folder.text("c.md") == "R\ngood\n")
  }

  @Test func aBaselineThatCannotBeReadIsWrongUsage() throws {
    let scene = try Scene(old)
    let run = try scene.run("lint", "~", "--baseline", "~/none.json")
    #expect(run.errors.hasPrefix("resolute: ~/none.json: No such file or directory\n"))
    #expect(run.status == 2)
    try scene.folder.write("bad.json", "{}")
    #expect(
      try scene.run("lint", "~", "--baseline", "~/bad.json").errors
        .hasPrefix("resolute: ~/bad.json:1:1: not a baseline"))
  }
}

@Suite struct WatchTests {
  @Test func onlyChangedTextsAreJudgedAgain() throws {
    var scene = try Scene(["a.md": "R\nBAD\n", "b.md": "R\nODD\n"])
    let judged = Judged()
    var linter = Linter.fake
    let judge = linter.judge
    linter.judge = { text, request in
      judged.add(String(decoding: text, as: UTF8.self))
      return judge(text, request)
    }
    scene.linter = linter
    let memory = LintMemory()
    func lint() throws -> String { try scene.lint(memory) }
    let first = try lint()
    #expect(first.contains("BAD") && first.contains("ODD"))
    #expect(judged.take() == ["R\nBAD\n", "R\nODD\n"])
    #expect(try lint() == first)
    #expect(judged.take() == [])
    try scene.folder.write("b.md", "R\nWEAK\n")
    let second = try lint()
    #expect(second.contains("BAD") && second.contains("WEAK") && !second.contains("ODD"))
    #expect(judged.take() == ["R\nWEAK\n"])
    memory.forget()
    _ = try lint()
    #expect(judged.take().count == 2)
  }

  @Test func standardInputCannotBeWatched() throws {
    #expect(try Scene().run("lint", "-", "--watch").status == 2)
  }
}

private final class Judged: @unchecked Sendable {
  private let lock = NSLock()
  private var texts: [String] = []

  func add(_ text: String) { lock.withLock { texts.append(text) } }

  func take() -> [String] {
    lock.withLock {
      defer { texts = [] }
      return texts.sorted()
    }
  }
}
