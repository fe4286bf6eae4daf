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
