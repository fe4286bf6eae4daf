import TestSupport
import Testing

@testable import Workspace

/// Which of the paths below a folder its ignore file leaves out, `/` at the end marking folders.
private func ignored(_ patterns: String, _ paths: String...) -> [String] {
  let file = IgnoreFile(Array(patterns.utf8))
  return paths.filter { path in
    let isFolder = path.hasSuffix("/")
    let bytes = Array((isFolder ? String(path.dropLast()) : path).utf8)
    return file.decision(for: bytes[...], isFolder: isFolder) == true
  }
}

@Suite struct IgnoreFileTests {
  @Test func commentsBlankLinesAndSpaces() {
    #expect(
      ignored(
        "# a.md\n\n  \n\\#b.md\nc.md  \nd.md\\ \r\n", "a.md", "#b.md", "c.md", "d.md ", "d.md") == [
          "#b.md", "c.md", "d.md ",
        ])
    #expect(ignored("\u{FEFF}a.md", "a.md") == ["a.md"])
  }

  @Test func laterPatternsHaveTheLastWord() {
    #expect(
      ignored("*.md\n!keep.md\n\\!odd.md", "a.md", "keep.md", "!odd.md") == ["a.md", "!odd.md"])
    #expect(ignored("!keep.md\n*.md", "keep.md") == ["keep.md"])
  }

  @Test func anchoredByASlash() {
    #expect(ignored("/a.md", "a.md", "x/a.md") == ["a.md"])
    #expect(ignored("x/a.md", "x/a.md", "y/x/a.md") == ["x/a.md"])
    #expect(ignored("a.md", "a.md", "x/a.md", "x/y/a.md") == ["a.md", "x/a.md", "x/y/a.md"])
  }

  @Test func foldersOnly() {
    #expect(ignored("old/", "old/", "old", "x/old/") == ["old/", "x/old/"])
    #expect(ignored("/old/", "old/", "x/old/") == ["old/"])
  }

  @Test func wildcards() {
    #expect(ignored("a*.md", "a.md", "abc.md", "ab/c.md", "b.md") == ["a.md", "abc.md"])
    #expect(ignored("x/*.md", "x/a.md", "x/y/a.md") == ["x/a.md"])
    #expect(ignored("?.md", "a.md", "ab.md", ".md") == ["a.md"])
    #expect(
      ignored("a/**/b.md", "a/b.md", "a/x/b.md", "a/x/y/b.md", "ab.md") == [
        "a/b.md", "a/x/b.md", "a/x/y/b.md",
      ])
    #expect(ignored("**/b/c.md", "b/c.md", "x/b/c.md", "xb/c.md") == ["b/c.md", "x/b/c.md"])
    #expect(ignored("a/**", "a/", "a/x.md", "a/x/y.md") == ["a/x.md", "a/x/y.md"])
    #expect(ignored("/a***b", "axxb", "ax/b") == ["axxb"])
  }

  @Test func brackets() {
    #expect(ignored("[a-c].md", "a.md", "c.md", "d.md") == ["a.md", "c.md"])
    #expect(ignored("[!a-c].md", "a.md", "d.md") == ["d.md"])
    #expect(ignored("[]x].md", "].md", "x.md", "y.md") == ["].md", "x.md"])
    #expect(ignored("[[:digit:][:upper:]].md", "1.md", "A.md", "a.md") == ["1.md", "A.md"])
    #expect(ignored("[a\\]].md", "].md", "a.md") == ["].md", "a.md"])
    #expect(ignored("[a.md\n[", "[a.md", "[", "a") == [])
    #expect(ignored("a\\", "a", "a\\") == [])
  }

  @Test func manyStarsTakeNoTime() {
    let stars = String(repeating: "*a", count: 200) + "b"
    #expect(ignored(stars, String(repeating: "a", count: 4000)) == [])
  }
}

@Suite struct IgnoreChainTests {
  private func found(_ folder: TemporaryFolder, _ name: String) -> [String] {
    var discovery = Discovery([FilePath(folder / name)])
    var names: [String] = []
    while case .file(let path, _) = discovery.next() {
      names.append(String(path.text.dropFirst(folder.path.count + 1)))
    }
    return names
  }

  @Test func deeperFilesAndOurOwnHaveTheLastWord() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "b.md", "x/a.md", "x/b.md", "x/y/a.md"] { try folder.write(name) }
    try folder.write(".gitignore", "a.md")
    try folder.write(".resoluteignore", "b.md\n!/a.md")
    try folder.write("x/.gitignore", "!a.md\n/y")
    #expect(found(folder, "") == ["a.md", "x/a.md"])
  }

  @Test func filesAboveCountUpToTheFolderOfTheRepository() throws {
    let folder = try TemporaryFolder()
    for name in ["repo/.git/info/exclude", "repo/x/y/a.md", "repo/x/y/b.md", "repo/x/y/c.md"] {
      try folder.write(name)
    }
    try folder.write(".gitignore", "*.md")
    try folder.write("repo/.gitignore", "/x/y/a.md")
    #expect(found(folder, "repo/x/y") == ["repo/x/y/b.md", "repo/x/y/c.md"])
    try folder.write("repo/.git/info/exclude", "x/*/b.md")
    #expect(found(folder, "repo/x/y") == ["repo/x/y/c.md"])
  }

  /// Random pattern files over a random tree, judged by git itself.
  @Test func agreesWithGit() throws {
    guard let git = Programs.find("git") else {
      print("skipped: git is not installed")
      return
    }
    var random = SeededGenerator()
    for _ in 0..<30 {
      let folder = try TemporaryFolder()
      let names = ["a", "b", "ab", "a.b", "abc"]
      for _ in 0..<25 {
        let depth = Int.random(in: 0...2, using: &random)
        let path = (0..<depth).map { _ in names.randomElement(using: &random) ?? "a" }
        let file = (names.randomElement(using: &random) ?? "a") + ".md"
        try folder.write((path + [file]).joined(separator: "/"))
      }
      for place in ["", "a/", "b/"] {
        let lines = (0..<4).map { _ in pattern(using: &random) }
        try folder.write(place + ".gitignore", lines.joined(separator: "\n"))
      }
      _ = try Programs.run(git, ["init", "-q"], in: folder.path)
      let judged = try Programs.run(
        git, ["ls-files", "--others", "--exclude-standard", "--", "*.md"], in: folder.path)
      #expect(judged.status == 0)
      let expected = judged.text.split(separator: "\n").map(String.init).sorted {
        Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
      }
      let patterns = try ["", "a/", "b/"].map { try folder.text($0 + ".gitignore") }
      #expect(found(folder, "") == expected, "patterns \(patterns)")
    }
  }

  private func pattern(using random: inout SeededGenerator) -> String {
    let parts = [
      "a", "b", "*", "**", "?", "/", "/", "[ab]", "[!a]", ".md", "*.md", "a*", "\\a", ".",
    ]
    var text = (0..<Int.random(in: 1...4, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "a" }.joined()
    // After a plain beginning git lets `**` cross folders where its manual says a regular `*`.
    if let stars = text.firstRange(of: "**"), text[..<stars.lowerBound].last ?? "/" != "/" {
      text = "a"
    }
    if Bool.random(using: &random), Bool.random(using: &random) { text = "!" + text }
    return text
  }
}
