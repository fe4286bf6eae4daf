import Glibc
import TestSupport
import Testing

@testable import resolute

/// The program as a process of its own.
@Suite struct ProcessTests {
  private func shell(_ script: String, in folder: TemporaryFolder) throws -> ProgramResult? {
    guard let program = Programs.built("resolute"), let bash = Programs.find("bash") else {
      Issue.record("the program is not built beside the tests, or there is no bash")
      return nil
    }
    return try Programs.run(bash, ["-c", "R='\(program)'\n" + script], in: folder.path)
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let folder = try TemporaryFolder()
    for number in 0..<3000 { try folder.write("\(number).md", "no resolution\n") }
    let run = try #require(
      try shell("$R lint --format json . | head -n 2; echo ${PIPESTATUS[0]} >&2", in: folder))
    #expect(run.text.split(separator: "\n").count == 2)
    #expect(String(decoding: run.errors, as: UTF8.self) == "0\n")
    let failed = try #require(
      try shell(
        "$R lint --format json '!gone' . | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}", in: folder)
    )
    #expect(failed.text == "2\n")
  }

  @Test func aClosedPipeKeepsTheStatusReached() throws {
    var files: [String: String] = [:]
    for number in 0..<300 { files["\(number).md"] = "R\n" + String(repeating: "BAD\n", count: 300) }
    let scene = try Scene(files)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let errors = open(scene.folder / "errors", O_WRONLY | O_CREAT, 0o600)
    defer { close(errors) }
    let console = Console(
      output: OutputStream(descriptor: ends[1]),
      errors: OutputStream(descriptor: errors, capacity: 0))
    let status = Program.run(
      ["lint", Argument(scene.folder.path)], console: console, linter: .fake)
    #expect(status == 1)
    #expect(try scene.folder.text("errors") == "")
  }

  @Test func outputThatCannotBeWrittenIsAFailure() throws {
    let run = try #require(
      try shell(
        "$R --version >/dev/full; echo $?; $R --version >&-; echo $?", in: TemporaryFolder()))
    #expect(run.text == "2\n2\n")
    #expect(String(decoding: run.errors, as: UTF8.self).contains("No space left on device"))
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func signalsEndWithTheirNumber(_ name: String, _ status: Int) throws {
    // Standard input that never ends keeps it waiting; job control keeps SIGINT from being ignored.
    let script = """
      set -m
      mkfifo hold; exec 3<>hold
      $R lint - <&3 & pid=$!
      for try in 1 2 3 4 5 6 7 8 9 10; do
        sleep 0.05
        grep -q '^State:.*S' /proc/$pid/status && break
      done
      sleep 0.1
      kill -\(name) $pid; wait $pid; echo $?
      """
    let run = try #require(try shell(script, in: TemporaryFolder()))
    #expect(run.text == "\(status)\n")
  }

  @Test func standardStreamsThatAreClosedDoNotBecomeDrafts() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "nothing\n")
    let run = try #require(
      try shell("$R lint a.md -f json=out.json <&- >&- 2>&-; echo $?; cat a.md", in: folder))
    #expect(run.text == "0\nnothing\n")
    #expect(try folder.text("out.json").hasPrefix("{\"version\":1"))
  }

  @Test func unreadablePathsAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("locked/a.md", "x")
    try folder.write("secret.md", "x")
    chmod(folder / "locked", 0)
    chmod(folder / "secret.md", 0)
    defer { chmod(folder / "locked", 0o700) }
    guard geteuid() != 0 else {
      print("skipped: permissions do not bind this user")
      return
    }
    let run = try #require(try shell("$R lint . secret.md; echo $?", in: folder))
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.contains("./locked: Permission denied"))
    #expect(errors.contains("secret.md: Permission denied"))
    #expect(run.text.hasSuffix("2\n"))
  }
}
