import Glibc
import Rules
import TestSupport
import Testing
import TextModel

@testable import resolute

@Suite struct FixTests {
  @Test func appliesSafeFixesUntilNoneIsLeft() throws {
    let scene = try Scene(["a.md": "R\nWEAK ODD\n", "b.md": "R\n", "c.md": "R\nBAD\n"])
    let run = try scene.run("lint", "~", "--fix", "-fcompact")
    #expect(try scene.folder.text("a.md") == "R\ngood ODD\n")
    #expect(try scene.folder.text("c.md") == "R\ngood\n")
    #expect(run.output == "~/a.md:2:6: hint: ODD found [case/odd]\n")
    #expect(run.errors == "resolute: 3 fixes applied in 2 files\n")
    #expect(run.status == 0)
    #expect(try scene.folder.names() == ["a.md", "b.md", "c.md"])
  }

  @Test func obeysTheSelection() throws {
    let scene = try Scene(["a.md": "R\nWEAK BAD\n"])
    _ = try scene.run("lint", "~", "--fix", "--select", "taste")
    #expect(try scene.folder.text("a.md") == "R\nBAD BAD\n")
  }

  @Test func unsafeFixesAreForThoseWhoAsk() throws {
    let scene = try Scene(["a.md": "R\nBAD ODD\n"])
    #expect(try scene.run("lint", "~", "--unsafe-fixes").status == 2)
    let diff = try scene.run("lint", "~", "--unsafe-fixes", "--diff")
    #expect(diff.output.contains("-BAD ODD\n+good even\n"))
    #expect(try scene.folder.text("a.md") == "R\nBAD ODD\n")
    _ = try scene.run("lint", "~", "--fix", "--unsafe-fixes")
    #expect(try scene.folder.text("a.md") == "R\ngood even\n")
  }

  @Test func linksAreFollowedButNotOutOfThePathsGiven() throws {
    let scene = try Scene(["in/a.md": "R\nBAD\n", "out/b.md": "R\nBAD\n"])
    try scene.folder.link("in/link.md", to: "a.md")
    try scene.folder.link("in/out.md", to: "../out/b.md")
    let run = try scene.run("lint", "~/in", "--fix", "-fcompact", "-q")
    #expect(try scene.folder.text("in/a.md") == "R\ngood\n")
    #expect(try scene.folder.text("out/b.md") == "R\nBAD\n")
    #expect(run.output == "~/in/out.md:2:1: error: BAD found [case/bad]\n")
    #expect(
      run.errors
        == "resolute: ~/in/out.md: leads out of the given paths, so its fixes were not written\n")
    #expect(run.status == 2)
    #expect(try scene.run("lint", "~/in/out.md", "--fix", "-q").status == 0)
    #expect(try scene.folder.text("out/b.md") == "R\ngood\n")
    #expect(try scene.folder.names(in: "in") == ["a.md", "link.md", "out.md"])
  }

  @Test func permissionsAndLineEndsStay() throws {
    let scene = try Scene(["a.md": "R\r\nR\nBAD\r\n\r\nx\ry"])
    chmod(scene.folder / "a.md", 0o640)
    _ = try scene.run("lint", "~", "--fix")
    #expect(try scene.folder.text("a.md") == "R\r\nR\ngood\r\n\r\nx\ry")
    #expect(scene.folder.mode("a.md") == 0o640)
  }

  @Test func rulesThatUndoEachOtherEnd() throws {
    let scene = try Scene(["a.md": "R\nFLIP\n"])
    let run = try scene.run("lint", "~", "--fix")
    #expect(run.errors.contains("resolute: ~/a.md: fixes did not settle in 20 rounds\n"))
    #expect(run.status == 1)
  }

  @Test func standardInputGoesThroughToStandardOutput() throws {
    var scene = try Scene()
    scene.input = "R\nBAD ODD\n"
    let run = try scene.run("lint", "-", "--fix", "--output", "~/report", "-fcompact")
    #expect(run.output == "R\ngood ODD\n")
    #expect(try scene.folder.text("report") == "-:2:6: hint: ODD found [case/odd]\n")
    scene.input = "BAD, but not a resolution"
    #expect(try scene.run("lint", "-", "--fix", "-q").output == scene.input)
  }

  @Test func whatCannotBeWrittenIsReportedAsItStands() throws {
    let scene = try Scene(["a.md": "R\nBAD\n"])
    var linter = Linter.fake
    let folder = scene.folder
    let judge = linter.judge
    // Somebody else writes while the fixes are made.
    linter.judge = { text, request in
      try? folder.write("a.md", "R\nBAD and more\n")
      return judge(text, request)
    }
    var changing = scene
    changing.linter = linter
    let run = try changing.run("lint", "~", "--fix", "-fcompact")
    #expect(try scene.folder.text("a.md") == "R\nBAD and more\n")
    #expect(run.output == "~/a.md:2:1: error: BAD found [case/bad]\n")
    #expect(
      run.errors == "resolute: ~/a.md: changed by another program meanwhile; nothing was written\n")
    #expect(run.status == 2)
  }

  @Test func fixesThatMeetWaitForTheNextRound() {
    func fix(_ ranges: Range<Int>...) -> Finding {
      let edits = ranges.map { TextEdit(range: $0, text: "x") }
      return Finding(
        rule: "a/b", severity: .error, message: "", range: ranges.first ?? 0..<0,
        fixes: [Fix(title: "", safety: .safe, edits: edits)])
    }
    func chosen(_ findings: Finding...) -> [Range<Int>] {
      FixChoice.choose(findings, size: 10).edits.map(\.range)
    }
    #expect(chosen(fix(0..<2), fix(3..<4)) == [0..<2, 3..<4])
    #expect(chosen(fix(0..<2), fix(1..<4), fix(5..<6)) == [0..<2, 5..<6])
    #expect(chosen(fix(0..<2), fix(2..<4)) == [0..<2])
    #expect(chosen(fix(3..<3), fix(3..<3)) == [3..<3])
    #expect(chosen(fix(0..<1, 8..<9), fix(4..<5), fix(8..<8)) == [0..<1, 4..<5, 8..<9])
    #expect(chosen(fix(0..<2, 1..<3), fix(4..<4, 4..<4), fix()) == [])
    #expect(chosen(fix(9..<11), fix(-1..<1)) == [])
    #expect(chosen(fix(9..<10, 0..<1)) == [0..<1, 9..<10])
  }
}
