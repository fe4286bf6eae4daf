import TestSupport
import Testing

@testable import resolute

private func diff(_ old: String, _ new: String, path: String = "a") -> String {
  String(
    decoding: UnifiedDiff.make(path: Array(path.utf8), from: Array(old.utf8), to: Array(new.utf8)),
    as: UTF8.self)
}

@Suite struct DiffTests {
  @Test func hunksHaveThreeLinesOfContext() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = replace("\n19\n", by: "\nnineteen\n", in: replace("\n5\n", by: "\n", in: old))
    #expect(
      diff(old, new) == """
        --- a
        +++ a
        @@ -2,7 +2,6 @@
         2
         3
         4
        -5
         6
         7
         8
        @@ -16,5 +15,5 @@
         16
         17
         18
        -19
        +nineteen
         20

        """)
    #expect(diff(old, old) == "")
  }

  @Test func lastLinesWithoutTheirEnd() {
    #expect(
      diff("a", "b")
        == "--- a\n+++ a\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
    )
    #expect(diff("a", "a\n") == "--- a\n+++ a\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
    #expect(diff("", "a\n") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+a\n")
  }

  @Test func namesThatCouldBeMisread() {
    #expect(diff("a\n", "b\n", path: "x y").hasPrefix("--- x y\t\n+++ x y\t\n"))
    #expect(diff("a\n", "b\n", path: "x\n\"").hasPrefix("--- \"x\\012\\\"\"\n"))
  }

  @Test func theShortestWayIsFoundWhereLinesRepeat() {
    #expect(
      LineDifference.changes(from: letters("ABCABBA"), to: letters("CBABAC")).reduce(0) {
        $0 + $1.old.count + $1.new.count
      } == 5)
  }

  private func letters(_ text: String) -> [ArraySlice<UInt8>] { text.utf8.map { [$0][...] } }

  @Test func longTextsWithManyChangesTakeNoTime() {
    let old = (0..<20_000).map { Array("\($0 % 7)\n".utf8)[...] }
    let new = (0..<20_000).map { Array("\($0 % 11)\n".utf8)[...] }
    let changes = LineDifference.changes(from: old, to: new)
    #expect(!changes.isEmpty)
  }

  /// Random texts, the difference applied by the real program.
  @Test func patchTakesIt() throws {
    guard let patch = Programs.find("patch") else {
      print("skipped: patch is not installed")
      return
    }
    var generator = SeededGenerator()
    func random(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    let words: [[UInt8]] =
      [
        "a", "b", "c d", "", "-x", "+y", "@@ -1 +1 @@", "--- a", "\\ No", "é",
      ].map { Array($0.utf8) } + [[0xFF, 0x0D, 0x41]]
    for round in 0..<150 {
      let isCRLF = random(4) == 0
      func line() -> [UInt8] { words[random(words.count)] + (isCRLF ? [0x0D, 0x0A] : [0x0A]) }
      let lines = (0..<random(40)).map { _ in line() }
      var other = lines
      for _ in 0...random(5) {
        let at = random(other.count + 1)
        switch random(3) {
        case 0: other.insert(line(), at: at)
        case 1 where at < other.count: other.remove(at: at)
        case 2 where at < other.count: other[at] = line()
        default: break
        }
      }
      var (old, new) = (Array(lines.joined()), Array(other.joined()))
      if random(3) == 0, !old.isEmpty { old.removeLast() }
      if random(3) == 0, !new.isEmpty { new.removeLast() }
      let name = ["a.md", "x y.md", "q\"\\.md"][random(3)]
      let difference = UnifiedDiff.make(path: Array(name.utf8), from: old, to: new)
      #expect(difference.isEmpty == (old == new))
      guard !difference.isEmpty, !new.isEmpty else { continue }
      let folder = try TemporaryFolder()
      try folder.write(name, old)
      let run = try Programs.run(patch, ["-p0", "--binary"], in: folder.path, input: difference)
      #expect(run.status == 0, "round \(round): \(run.text)")
      #expect(try folder.read(name) == new, "round \(round)")
      #expect(try folder.names() == [name], "round \(round)")
    }
  }

  @Test func showsWhatFixWouldDoAndChangesNothing() throws {
    let scene = try Scene(["a.md": "R\r\nWEAK\r\nODD", "b.md": "R\n"])
    // Recognised by its line `R`, so with CRLF it is not: --all-texts.
    let run = try scene.run("lint", "~", "--diff", "--all-texts")
    #expect(
      run.output == """
        --- ~/a.md
        +++ ~/a.md
        @@ -1,3 +1,3 @@
         R\r
        -WEAK\r
        +good\r
         ODD
        \\ No newline at end of file

        """)
    #expect(try scene.folder.text("a.md") == "R\r\nWEAK\r\nODD")
    #expect(run.status == 1)
    #expect(try scene.run("lint", "~", "--diff", "--all-texts", "--fail-on", "error").status == 0)
  }

  @Test func changesNoExitStatus() throws {
    let scene = try Scene(["a.md": "R\nBAD\n"])
    #expect(try scene.run("lint", "~").status == 1)
    #expect(try scene.run("lint", "~", "--diff").status == 1)
    #expect(try scene.run("lint", "~", "--diff", "--fix").status == 0)
    #expect(try scene.folder.text("a.md") == "R\nBAD\n")
    #expect(try scene.run("lint", "~", "--fix").status == 0)
    #expect(try scene.folder.text("a.md") == "R\ngood\n")
  }

  @Test func reportsGoOnlyToFilesBesideIt() throws {
    let scene = try Scene(["a.md": "R\nBAD\n"])
    let run = try scene.run("lint", "~", "--diff", "-fcompact=~/report")
    #expect(run.output.hasPrefix("--- ~/a.md\n"))
    #expect(!run.output.contains("case/bad"))
    #expect(try scene.folder.text("report").hasSuffix("error: BAD found [case/bad]\n"))
  }
}
