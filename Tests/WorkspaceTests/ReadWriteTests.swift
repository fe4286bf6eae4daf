import Glibc
import TestSupport
import Testing
import Workspace

private func failure(_ body: () throws(WorkspaceError) -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return error.message
  }
}

@Suite struct FileReaderTests {
  @Test func readsWholeFiles() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write("a.md", bytes)
    try folder.write("empty.md")
    #expect(try FileReader().read(FilePath(folder / "a.md")).bytes == bytes)
    #expect(try FileReader().read(FilePath(folder / "empty.md")).bytes == [])
  }

  @Test func filesWithoutATrueSizeAreReadToTheirEnd() throws {
    let bytes = try FileReader().read(FilePath("/proc/self/status")).bytes
    #expect(bytes.starts(with: Array("Name:".utf8)))
  }

  @Test func limitIsExact() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "12345")
    let path = FilePath(folder / "a.md")
    #expect(try FileReader(limit: 5).read(path).bytes.count == 5)
    #expect(
      failure { () throws(WorkspaceError) in _ = try FileReader(limit: 4).read(path) }
        == "larger than the limit of 4 bytes")
    truncate(folder / "a.md", (512 << 20) + 1)
    #expect(
      failure { () throws(WorkspaceError) in _ = try FileReader().read(path) }
        == "larger than the limit of 512 MB")
  }

  @Test func saysWhatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder / "pipe", 0o600) == 0)
    let reader = FileReader()
    let read: (String) -> String? = { name in
      failure { () throws(WorkspaceError) in _ = try reader.read(FilePath(folder / name)) }
    }
    #expect(read("gone") == "No such file or directory")
    #expect(read("") == "a folder, not a regular file")
    #expect(read("pipe") == "a named pipe, not a regular file")
  }

  @Test func streamsAreReadToTheirEndWithTheSameLimit() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = write(ends[1], "hello", 5)
    close(ends[1])
    #expect(try FileReader().readStream(ends[0], as: FilePath("-")) == Array("hello".utf8))
    close(ends[0])

    let zero = open("/dev/zero", O_RDONLY)
    defer { close(zero) }
    #expect(
      failure { () throws(WorkspaceError) in
        _ = try FileReader(limit: 1 << 20).readStream(zero, as: FilePath("-"))
      } == "larger than the limit of 1 MB")
  }
}

@Suite struct WritingTests {
  private let old = Array("old".utf8)
  private let new = Array("new text".utf8)

  @Test func replacesAndKeepsPermissions() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", old)
    chmod(folder / "a.md", 0o640)
    try FilePath(folder / "a.md").replaceContents(with: new)
    #expect(try folder.read("a.md") == new)
    #expect(folder.mode("a.md") == 0o640)
    #expect(try folder.names() == ["a.md"])
  }

  @Test func followsLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.md", old)
    try folder.link("link.md", to: "real/a.md")
    try FilePath(folder / "link.md").replaceContents(with: new)
    #expect(try folder.read("real/a.md") == new)
    var status = stat()
    #expect(lstat(folder / "link.md", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)

    try folder.link("nowhere.md", to: "gone")
    #expect(
      failure { () throws(WorkspaceError) in
        try FilePath(folder / "nowhere.md").replaceContents(with: new)
      } == "a link that leads nowhere")
  }

  @Test func whatIsGivenUpLeavesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", old)
    do {
      let file = try OutputFile(FilePath(folder / "a.md"))
      try file.write(new)
      #expect(try folder.names().count == 2)
    }
    #expect(try folder.names() == ["a.md"])
    #expect(try folder.read("a.md") == old)

    let kept = try OutputFile(FilePath(folder / "a.md"))
    try kept.write(new)
    TemporaryFiles.removeAll()
    #expect(try folder.names() == ["a.md"])
    #expect(
      failure { () throws(WorkspaceError) in try kept.commit() } == "No such file or directory")
  }

  @Test func aFileChangedMeanwhileIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", old)
    let path = FilePath(folder / "a.md")
    let contents = try FileReader().read(path)
    try folder.write("a.md", "somebody else's")
    #expect(
      failure { () throws(WorkspaceError) in
        try path.replaceContents(with: new, expecting: contents.stamp)
      } == "changed by another program meanwhile; nothing was written")
    #expect(try folder.text("a.md") == "somebody else's")
    #expect(try folder.names() == ["a.md"])
    let again = try FileReader().read(path)
    try path.replaceContents(with: new, expecting: again.stamp)
    // Under its other name the file is as it should be already.
    try path.replaceContents(with: new, expecting: again.stamp)
    #expect(try folder.read("a.md") == new)
  }

  @Test func foldersAreRefusedAndDevicesWrittenDirectly() throws {
    let folder = try TemporaryFolder()
    #expect(
      failure { () throws(WorkspaceError) in
        try FilePath(folder.path).replaceContents(with: new)
      } == "Is a directory")
    try FilePath("/dev/null").replaceContents(with: new)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func newFilesObeyTheMaskOfTheProcess() throws {
    let folder = try TemporaryFolder()
    try FilePath(folder / "new.md").replaceContents(with: new)
    let mask = umask(0)
    umask(mask)
    #expect(folder.mode("new.md") == 0o666 & ~mask)
  }
}
