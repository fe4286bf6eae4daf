import JSON
import TestSupport
import Testing

@testable import LanguageServer

/// References that lead elsewhere than in the edition before, told without any setting.
@Suite struct BaseTests {
  private static let old = Drafts.whole(
    """
    1 to paint buoys red before the season begins;

    2 to light the lamps at dusk and put them out at dawn,

    *instructs the Secretary-General*

    to report on work under *resolves* 2 above.
    """)

  private static let new =
    old
    .replacing("(Dubai, 2018)", with: "(Rev. Bucharest, 2022)")
    .replacing("Union (Rev. Bucharest", with: "Union (Bucharest")
    .replacing(
      "1 to paint buoys red before the season begins;\n\n2 to light",
      with: "1 to keep a chart of every channel;\n\n"
        + "2 to paint buoys red before the season begins;\n\n3 to light")

  private func told(_ editor: Editor) -> String {
    rulesOf(editor.received("textDocument/publishDiagnostics").last?["diagnostics"])
  }

  @Test(arguments: [true, false])
  func areToldWithoutAFlag(hasFolder: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("2018.md", Self.old)
    try folder.write("2022.md", Self.new)
    let editor = Editor(folders: hasFolder ? [folder.path] : [])
    editor.settle()
    let uri = "file://\(folder.path)/2022.md"
    editor.open(Self.new, uri: uri)
    editor.settle()
    let shown = editor.received("textDocument/publishDiagnostics").last { $0["uri"]?.string == uri }
    let item = try #require(shown?["diagnostics"]?.array?.first)
    #expect(item["code"] == "reference/stale")
    #expect(item["message"]?.string?.contains("edition of 2018: `resolves 2` is now `3`") == true)
  }

  @Test func noneWhereTheSettingSaysSo() throws {
    let folder = try TemporaryFolder()
    try folder.write("2018.md", Self.old)
    try folder.write("2022.md", Self.new)
    try folder.write(".resolute.json", #"{"base": "none"}"#)
    let editor = Editor(folders: [folder.path])
    editor.settle()
    editor.open(Self.new, uri: "file://\(folder.path)/2022.md")
    editor.settle()
    #expect(told(editor) == "")
  }
}
