import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import Workspace

@testable import LanguageServer

/// Links between texts when files get other names.
@Suite struct LinkTests {
  @Test(arguments: [
    ("b.md", "/w/a.md", "c.md"), ("./b.md", "/w/a.md", "./c.md"),
    ("../b.md", "/w/in/a.md", "../c.md"), ("x/../b.md", "/w/a.md", "c.md"),
    ("d.md", "/w/a.md", nil), ("/w/b.md", "/w/a.md", nil), ("b%2Emd", "/w/a.md", "c.md"),
    ("old/x.md", "/w/a.md", "new%20one/deep/x.md"), ("x.md", "/w/old/y.md", nil),
    ("../b.md", "/w/old/y.md", "../../c.md"), ("", "/w/a.md", nil), ("%zz", "/w/a.md", nil),
    ("../../../../b.md", "/w/a.md", nil),
  ])
  func targets(link: String, text: String, expected: String?) {
    let moves = FileMoves([
      (FilePath("/w/b.md"), FilePath("/w/c.md")),
      (FilePath("/w/old"), FilePath("/w/new one/deep")),
    ])
    #expect(moves.target(link, in: FilePath(text)) == expected)
  }

  @Test func areCarried() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.md", "# Index\n\n🌍 see [b](b.md#scope \"B\") and [web](https://b.md/b.md).\n")
    try folder.write("sub/c.md", "See [b](../b.md), [a](../a.md).\n\n```\n[b](../b.md)\n```\n")
    try folder.write("b.md", "Nothing.\n")
    let able = #"{"workspace":{"fileOperations":{"willRename":true}}}"#
    let editor = Editor(able, folders: [folder.path])
    #expect(editor.offers.at("workspace", "fileOperations", "willRename") != nil)
    let uri = { (name: String) in "file://\(folder.path)/\(name)" }
    let rename: JSONValue = [
      "files": [["oldUri": .string(uri("b.md")), "newUri": .string(uri("new/b 2.md"))]]
    ]
    let edit = editor.askLater("workspace/willRenameFiles", rename)
    let changes = edit["changes"]
    #expect(
      shown(changes?[uri("a.md")] ?? .null) == "range=2:11-2:15 newText=new/b%202.md")
    #expect(
      shown(changes?[uri("sub/c.md")] ?? .null) == "range=0:8-0:15 newText=../new/b%202.md")
    #expect(changes?.object?.members.count == 2)
    let versioned = Editor(
      #"{"workspace":{"fileOperations":{"willRename":true},"workspaceEdit":{"documentChanges":true}}}"#,
      folders: [folder.path])
    versioned.open("[b](b.md)\n", uri: uri("a.md"))
    let open = versioned.askLater("workspace/willRenameFiles", rename)["documentChanges"]?.array
    #expect(open?.map { $0.at("textDocument", "version") } == [1, .null])
    #expect(open?.first?["edits"].map(shown) == "range=0:4-0:8 newText=new/b%202.md")
    let none: JSONValue = [
      "files": [["oldUri": .string(uri("z.md")), "newUri": "untitled:1"]]
    ]
    #expect(versioned.askLater("workspace/willRenameFiles", none) == .null)
  }
}
