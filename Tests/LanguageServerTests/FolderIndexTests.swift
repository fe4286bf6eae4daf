import Dispatch
import Glibc
import JSON
import LanguageServerProtocol
import TestSupport
import Testing

@testable import LanguageServer

/// Texts that are not open: what is known of them, and when.
@Suite struct FolderIndexTests {
  static let able = """
    {"window":{"workDoneProgress":true},
     "workspace":{"workspaceFolders":true,"didChangeWatchedFiles":{"dynamicRegistration":true},
      "fileOperations":{"didCreate":true,"didDelete":true,"didRename":true,"willRename":true}}}
    """

  /// A draft of its own number that cites 999.
  static func citing(_ number: String, title: String = "Tea in small harbours") -> String {
    Drafts.whole("to follow Resolution 999 (Dubai, 2018).")
      .replacing("# RESOLUTION 999", with: "# RESOLUTION \(number)")
      .replacing("Tea in small harbours", with: title)
  }

  private func symbols(_ editor: Editor, _ query: String = "") -> [String] {
    editor.settle()
    let found = editor.ask("workspace/symbol", ["query": .string(query)])
    return (found.array ?? []).map { symbol in
      let file = symbol.at("location", "uri")?.string?.split(separator: "/").last ?? ""
      return "\(file): \(symbol["name"]?.string ?? "")"
    }
  }

  private func changed(_ editor: Editor, _ names: String..., in folder: TemporaryFolder) {
    let changes = names.map { name -> JSONValue in
      ["uri": .string("file://\(folder.path)/\(name)"), "type": 2]
    }
    editor.notify("workspace/didChangeWatchedFiles", ["changes": .array(changes)])
  }

  @Test func textsOfAllFoldersAreKnown() throws {
    let one = try TemporaryFolder()
    let two = try TemporaryFolder()
    try one.write("inner/a b.md", Self.citing("7"))
    try one.write("README.md", "# Readme\n\nNo draft.\n")
    try one.write("skipped.md", Self.citing("8"))
    try one.write(".resoluteignore", "skipped.md\n")
    try two.write("чай.md", Self.citing("9"))
    // Nobody gets lost in what is no text.
    try one.link("inner/loop", to: "..")
    try one.link("gone.md", to: "nowhere")
    mkfifo(two / "pipe.md", 0o600)
    try two.write("closed/x.md", Self.citing("10"))
    chmod(two / "closed", 0)
    defer { chmod(two / "closed", 0o700) }
    let isRoot = getuid() == 0
    let editor = Editor(Self.able, folders: [one.path, two.path])
    #expect(editor.offers.at("workspace", "workspaceFolders", "supported") == true)
    var expected = [
      "a%20b.md: RESOLUTION 7 (Dubai, 2018)",
      "%D1%87%D0%B0%D0%B9.md: RESOLUTION 9 (Dubai, 2018)",
    ]
    if isRoot { expected.append("x.md: RESOLUTION 10 (Dubai, 2018)") }
    #expect(symbols(editor).sorted() == expected.sorted())
    let marks = editor.open(Drafts.whole().replacing("# RES", with: "# R‸ES"), uri: "untitled:1")
    let references = editor.ask(
      "textDocument/references",
      [
        "textDocument": ["uri": "untitled:1"], "position": marks.caret,
        "context": ["includeDeclaration": false],
      ])
    #expect(references.array?.count == expected.count)
    #expect(references.array?.allSatisfy { shown($0).contains("12:10-12:") } == true)
  }

  @Test func followsFilesAndFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", Self.citing("7"))
    let editor = Editor(Self.able, folders: [folder.path])
    #expect(symbols(editor) == ["a.md: RESOLUTION 7 (Dubai, 2018)"])
    try folder.write("a.md", Self.citing("71"))
    try folder.write("new/b.md", Self.citing("72"))
    changed(editor, "a.md", "new", in: folder)
    #expect(
      symbols(editor) == ["a.md: RESOLUTION 71 (Dubai, 2018)", "b.md: RESOLUTION 72 (Dubai, 2018)"])
    rename(folder / "new", folder / "other")
    editor.notify(
      "workspace/didRenameFiles",
      [
        "files": [
          [
            "oldUri": .string("file://\(folder.path)/new"),
            "newUri": .string("file://\(folder.path)/other"),
          ]
        ]
      ])
    #expect(symbols(editor, "72") == ["b.md: RESOLUTION 72 (Dubai, 2018)"])
    try folder.write(".gitignore", "other\n")
    changed(editor, ".gitignore", in: folder)
    #expect(symbols(editor) == ["a.md: RESOLUTION 71 (Dubai, 2018)"])
    unlink(folder / "a.md")
    editor.notify(
      "workspace/didDeleteFiles", ["files": [["uri": .string("file://\(folder.path)/a.md")]]])
    #expect(symbols(editor) == [])
    try folder.write("c.md", Self.citing("73"))
    editor.notify(
      "workspace/didCreateFiles", ["files": [["uri": .string("file://\(folder.path)/c.md")]]])
    #expect(symbols(editor) == ["c.md: RESOLUTION 73 (Dubai, 2018)"])
    editor.notify(
      "workspace/didChangeWorkspaceFolders",
      [
        "event": [
          "added": [], "removed": [["uri": .string("file://\(folder.path)"), "name": ""]],
        ]
      ])
    #expect(symbols(editor) == [])
  }

  @Test func anOpenTextCountsAsTheClientHasIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("a b.md", Self.citing("7"))
    let editor = Editor(Self.able, folders: [folder.path])
    editor.settle()
    // The client's way to write the name is another.
    let uri = "file://\(folder.path)/%61%20b.md"
    editor.open(Self.citing("70"), uri: uri)
    #expect(symbols(editor) == ["%61%20b.md: RESOLUTION 70 (Dubai, 2018)"])
    try folder.write("a b.md", Self.citing("75"))
    editor.save(uri: uri)
    #expect(symbols(editor) == ["%61%20b.md: RESOLUTION 70 (Dubai, 2018)"])
    editor.close(uri: uri)
    #expect(symbols(editor) == ["%61%20b.md: RESOLUTION 75 (Dubai, 2018)"])
  }

  @Test func ofALargeTextTheTitleIsKept() throws {
    let folder = try TemporaryFolder()
    let filler = String(
      repeating: "to drink tea with milk and Resolution 999 (Dubai, 2018);\n\n", count: 40_000)
    try folder.write(
      "large.md", Drafts.whole(filler).replacing(" 999 (Dubai, 2018)\n", with: " 7 (Dubai, 2018)\n")
    )
    let editor = Editor(Self.able, folders: [folder.path])
    #expect(symbols(editor) == ["large.md: RESOLUTION 7 (Dubai, 2018)"])
    let log = editor.received("window/logMessage").map(shown)
    #expect(log.count == 1 && log.first?.contains("only the title") == true)
    #expect(symbols(editor, "resolves") == [])
  }

  @Test func progressIsShownToWhoAsksForIt() throws {
    let folder = try TemporaryFolder()
    for number in 1...70 { try folder.write("\(number).md", Self.citing("\(number)")) }
    let editor = Editor(Self.able, folders: [folder.path])
    let token = editor.received("window/workDoneProgress/create").first?["token"]
    #expect(token?.string?.isEmpty == false)
    editor.answer("window/workDoneProgress/create", nil)
    editor.settle()
    let kinds = editor.received("$/progress").map { $0.at("value", "kind")?.string ?? "" }
    // Where the work was done before the client answered, nothing is shown.
    #expect(kinds.isEmpty || kinds.first == "begin" && kinds.last == "end")
    let plain = Editor(Abilities.none, folders: [folder.path])
    plain.settle()
    #expect(plain.receivedMethods() == [])
    #expect(plain.offers["workspace"] == nil)
  }

  /// A folder of thousands of texts is not a message for each few of them.
  @Test func progressIsShownTenTimesASecond() throws {
    let folder = try TemporaryFolder()
    for number in 1...960 { try folder.write("\(number).md", Self.citing("\(number)")) }
    // Nothing is read before the client has made a place for the progress.
    let gate = DispatchSemaphore(value: 0)
    IndexJob.queue.async { gate.wait() }
    let editor = Editor(Self.able, folders: [folder.path])
    editor.answer("window/workDoneProgress/create", nil)
    let start = ContinuousClock.now
    gate.signal()
    editor.settle()
    let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
    let values = editor.received("$/progress").compactMap { $0["value"] }
    let kinds = values.compactMap { $0["kind"]?.string }
    let reports = kinds.count { $0 == "report" }
    #expect(kinds.first == "begin" && kinds.last == "end" && kinds.count == reports + 2)
    #expect((1...(tenths + 1)).contains(reports))
    #expect(values.last?["message"] == "960 texts")
  }

  @Test func paceOfProgress() {
    var pace = ProgressPace()
    // 450 messages of a folder, 5 ms apart.
    let shown = (0..<450).filter { pace.isDue(at: UInt64(1_000 + $0 * 5_000_000)) }
    #expect(shown == Array(stride(from: 0, to: 450, by: 20)))
  }

  @Test func citationsKnowTheTitlesOfTheFolder() throws {
    let folder = try TemporaryFolder()
    let editor = Editor(
      FolderIndexTests.able, options: #"{"select": ["citation/unknown"]}"#, folders: [folder.path])
    let uri = "file://\(folder.path)/a.md"
    editor.open(
      Drafts.whole(preamble: "Resolution 998 (Dubai, 2018) of this conference,"), uri: uri)
    editor.settle()
    #expect(pushed(editor).last == "citation/unknown")
    try folder.write("b.md", Self.citing("998"))
    changed(editor, "b.md", in: folder)
    editor.settle()
    #expect(pushed(editor).last == "")
    unlink(folder / "b.md")
    changed(editor, "b.md", in: folder)
    editor.settle()
    #expect(pushed(editor).last == "citation/unknown")
  }
}

extension FolderIndexTests {
  @Test func aCitedTextOfTheFolderShowsItsFirstLines() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.md", Self.citing("998", title: "Kettles in *large* harbours"))
    let editor = Editor(Abilities.none, folders: [folder.path])
    let marks = editor.open(
      Drafts.whole(preamble: "Resol‸ution 998 (Dubai, 2018) of this conference,"))
    editor.settle()
    let hover = editor.ask("textDocument/hover", at: marks.caret)
    let lines = hover.at("contents", "value")?.string?.split(separator: "\n").map(String.init) ?? []
    #expect(
      lines.suffix(4) == [
        "Kettles in large harbours",
        "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),",
        "considering", "tea,",
      ])
    editor.open(Self.citing("998", title: "Kettles in use"), uri: "file://\(folder.path)/b.md")
    let open = editor.ask("textDocument/hover", at: marks.caret)
    #expect(shown(open).contains("Kettles in use"))
  }
}
