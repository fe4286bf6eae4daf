import Glibc
import TestSupport
import Testing
import Workspace

/// What the arguments lead to, one line each, the test's folder written as `~`.
private func found(_ folder: TemporaryFolder, _ arguments: String...) -> [String] {
  var discovery = Discovery(
    arguments.map { FilePath($0 == "-" ? $0 : $0.isEmpty ? folder.path : folder / $0) })
  var lines: [String] = []
  while let item = discovery.next() {
    switch item {
    case .file(let path, let named): lines.append("\(named ? "named " : "")\(path.text)")
    case .standardInput: lines.append("standard input")
    case .problem(let error): lines.append("problem \(error.path.text): \(error.message)")
    }
  }
  return lines.map { line in
    var line = line
    while let range = line.firstRange(of: folder.path) { line.replaceSubrange(range, with: "~") }
    return line
  }
}

private func tree(_ names: String...) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  for name in names { try folder.write(name) }
  return folder
}

@Suite struct DiscoveryTests {
  @Test func walkTakesTheExtensionsInByteOrderOfPaths() throws {
    let folder = try tree(
      "a/z.md", "a.md", "a-b.markdown", "B.TXT", "b/c/d.resolution", "note.docx", "md", ".md.")
    #expect(
      found(folder, "") == [
        "~/B.TXT", "~/a-b.markdown", "~/a.md", "~/a/z.md", "~/b/c/d.resolution",
      ])
  }

  @Test func namedFileIsTakenWhateverItsNameOrTheIgnoreFilesSay() throws {
    let folder = try tree("draft.docx", ".hidden", "ignored.md")
    try folder.write(".gitignore", "*")
    #expect(
      found(folder, "draft.docx", ".hidden", "ignored.md")
        == ["named ~/.hidden", "named ~/draft.docx", "named ~/ignored.md"])
    #expect(found(folder, "") == [])
  }

  @Test func hiddenNamesAreWalkedOnlyWhenNamed() throws {
    let folder = try tree(".git/a.md", ".build/b.md", ".x/c.md", "._d.md", "e.md")
    #expect(found(folder, "") == ["~/e.md"])
    #expect(found(folder, ".x") == ["~/.x/c.md"])
  }

  @Test func pathsAreReportedAsTyped() throws {
    let folder = try tree("sub/a.md")
    #expect(found(folder, "sub/") == ["~/sub/a.md"])
    #expect(found(folder, "./sub/../sub") == ["~/./sub/../sub/a.md"])
  }

  @Test func whatIsGivenTwiceComesOnce() throws {
    let folder = try tree("a.md", "sub/b.md", "sub/c.docx", "sub/deep/d.md")
    #expect(found(folder, "a.md", "a.md", "./a.md") == ["named ~/a.md"])
    #expect(
      found(folder, "", "sub/b.md", "sub/c.docx", "sub/deep", "sub") == [
        "~/a.md", "named ~/sub/b.md", "named ~/sub/c.docx", "~/sub/deep/d.md",
      ])
    #expect(found(folder, "-", "-") == ["standard input"])
  }

  @Test func argumentsAreMergedIntoOneOrder() throws {
    let folder = try tree("b/1.md", "b/3.md", "a.md", "c.md")
    #expect(
      found(folder, "c.md", "b", "a.md") == [
        "named ~/a.md", "~/b/1.md", "~/b/3.md", "named ~/c.md",
      ])
  }

  @Test func linksToFilesAreFollowedAndThoseToFoldersToldOfUnlessNamed() throws {
    let folder = try tree("real/a.md", "walk/b.md")
    try folder.link("walk/file.md", to: "../real/a.md")
    try folder.link("walk/loop", to: "..")
    try folder.link("walk/loop.md", to: "..")
    try folder.link("walk/gone.md", to: "nowhere")
    try folder.link("walk/self.md", to: "self.md")
    try folder.link("way", to: "real")
    #expect(
      found(folder, "walk") == [
        "~/walk/b.md", "~/walk/file.md", "problem ~/walk/gone.md: No such file or directory",
        "problem ~/walk/loop: a link to a folder, which is not followed",
        "problem ~/walk/loop.md: a link to a folder, which is not followed",
        "problem ~/walk/self.md: Too many levels of symbolic links",
      ])
    #expect(found(folder, "way") == ["~/way/a.md"])
    try folder.write("walk/.gitignore", "loop\nself.md\ngone.md\nloop.md\n")
    #expect(found(folder, "walk") == ["~/walk/b.md", "~/walk/file.md"])
  }

  @Test func pipesAndDevicesAreSaidWhenNamedAndWhereTheyHaveTheNameOfAText() throws {
    let folder = try tree("a.md")
    #expect(mkfifo(folder / "pipe.md", 0o600) == 0)
    #expect(mkfifo(folder / "pipe", 0o600) == 0)
    #expect(
      found(folder, "") == ["~/a.md", "problem ~/pipe.md: a named pipe, not a regular file"])
    #expect(
      found(folder, "pipe.md") == [
        "problem ~/pipe.md: a named pipe, not a file; use - to read a text from standard input"
      ])
    var device = Discovery([FilePath("/dev/null")])
    guard case .problem(let error) = device.next() else {
      Issue.record("a device is not a text")
      return
    }
    #expect(error.message.hasPrefix("a device"))
  }

  @Test func missingAndUnreadableArgumentsAreOneProblemEach() throws {
    let folder = try tree("a.md", "locked/b.md")
    #expect(
      found(folder, "gone.md", "a.md", "x\0y") == [
        "named ~/a.md", "problem ~/gone.md: No such file or directory",
        "problem ~/x\0y: Invalid argument",
      ])
    guard geteuid() != 0 else {
      print("skipped: permissions do not bind this user")
      return
    }
    chmod(folder / "locked", 0)
    defer { chmod(folder / "locked", 0o700) }
    #expect(found(folder, "") == ["~/a.md", "problem ~/locked: Permission denied"])
  }

  @Test func namesThatAreNotUTF8AreFoundAndOpened() throws {
    let folder = try tree()
    let path = FilePath(bytes: Array("\(folder.path)/caf".utf8) + [0xE9] + Array(".md".utf8))
    try path.replaceContents(with: Array("text".utf8))
    var discovery = Discovery([FilePath(folder.path)])
    guard case .file(let walked, _) = discovery.next() else {
      Issue.record("nothing found")
      return
    }
    #expect(walked == path)
    #expect(try FileReader().read(walked).bytes == Array("text".utf8))
  }
}
