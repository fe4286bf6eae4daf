import JSON
import LanguageServerProtocol
import Synchronization
import Syntax
import TestSupport
import Testing
import TextModel

@testable import LanguageServer

/// What the table of features does not touch: changes of a text, and files that are not open.
extension EncodingTableTests {
  /// Changes of a part of a text land where the client means them, whatever stands before them on the
  /// line, and the server's text is the client's.
  @Test(arguments: cases)
  func changesLandWhereTheClientMeans(own: Case) throws {
    let editor = Editor(Self.abilities(own.encoding))
    editor.open(Self.marked.replacing("\n", with: own.lineEnd))
    func server() -> String {
      let box = Mutex("")
      editor.connection.perform { state in
        let bytes = state.texts[DocumentURI(Editor.uri)]?.document.bytes ?? []
        box.withLock { $0 = String(decoding: bytes, as: UTF8.self) }
      }
      return box.withLock { $0 }
    }
    func client() -> String { String(decoding: editor.texts[Editor.uri] ?? [], as: UTF8.self) }
    for (words, new) in [
      ("مصباح, Re", "🫖 é "), ("灯 مصباح lamps", "灯"), (" شاي, as in", "🌊"),
      ("🌍🌍 شاي", "🌍"), ("## Лампы, 灯 and lamps 🚢", ""), ("茶 🌍 on resolves", "чай\(own.lineEnd)🌍"),
      ("2018),\(own.lineEnd)\(own.lineEnd)*recalling", "2018), "),
      (own.lineEnd + "4 ", "\(own.lineEnd)3 "),
    ] {
      let start = Marks.find(words, in: editor.texts[Editor.uri] ?? [])
      editor.replace(start..<(start + words.utf8.count), with: new)
      #expect(server() == client(), "\(words)")
    }
    #expect(client().contains("灯, in line with") && client().contains("\(own.lineEnd)3 🌍, in"))
    // A column behind a line's end means that end, before both characters of it.
    let line = "(WTSA),"
    let place = Marks.find(line, in: editor.texts[Editor.uri] ?? [])
    let near = Marks.position(place, in: editor.texts[Editor.uri] ?? [], editor.encoding)
    let far: JSONValue = ["line": near["line"] ?? .null, "character": 999]
    editor.sendChange([["range": ["start": far, "end": far], "text": "🫖"]])
    #expect(server() == client().replacing(line, with: line + "🫖") && server() != client())
  }

  /// Files that are not open: what is said of them is told by the client's columns too.
  @Test(arguments: cases)
  func filesThatAreNotOpen(own: Case) throws {
    let folder = try TemporaryFolder()
    let closed = """
      # RESOLUTION 998 (Дубай 🌊, 2018)

      ## Чай 🌊 茶 tea

      The Plenipotentiary Conference of the International Telecommunication Union (Дубай 🌊, 2018),

      *noting*

      Чай 🌊 مصباح [план 🌊](план.md), Resolution 999 (Dubai, 2018) of this conference  ,

      *resolves*

      茶 🌊 чай, to drink tea.

      """.replacing("\n", with: own.lineEnd)
    try folder.write("b.md", closed)
    try folder.write("план.md", "# Plan\n")
    let settings = #"{"keys": {"чай 🌊": ["茶"]}, "чай 🌊": 1, "selekt": [], "ignore": ["draft"]}"#
    try folder.write(".resolute.json", settings)
    let editor = Editor(Self.abilities(own.encoding), folders: [folder.path])
    let uri = "file://\(folder.path)/a.md"
    let marks = editor.open(
      Drafts.whole("1 to drink tea;\n\n‸3 to wash cups.").replacing("\n", with: own.lineEnd),
      uri: uri
    )
    editor.settle()
    let shown = WordsShown(Array(closed.utf8), editor.encoding)
    func show(_ value: JSONValue?) -> String {
      shown.text(value ?? .null).replacing("file://" + folder.path, with: "")
    }
    let citing = editor.ask(
      "textDocument/references",
      [
        "textDocument": ["uri": .string(uri)], "position": ["line": 0, "character": 4],
        "context": ["includeDeclaration": false],
      ])
    #expect(show(citing) == "uri=/b.md range=«Resolution 999 (Dubai, 2018)»")
    #expect(
      show(editor.ask("workspace/symbol", ["query": "998"])).hasSuffix(
        "location=uri=/b.md range=«RESOLUTION 998 (Дубай 🌊, 2018)»"))
    let renamed = editor.askLater(
      "workspace/willRenameFiles",
      [
        "files": [
          [
            "oldUri": .string("file://\(folder.path)/план.md"),
            "newUri": .string("file://\(folder.path)/план-2.md"),
          ]
        ]
      ])
    #expect(show(renamed).hasSuffix("edits=[range=«план.md» newText=план-2.md]]"))
    let reports = editor.askLater("workspace/diagnostic", ["previousResultIds": []])["items"]?.array
    func ranges(_ name: String, _ shown: WordsShown) -> [String] {
      let own = reports?.first { $0["uri"]?.string?.hasSuffix(name) == true }
      return (own?["items"]?.array ?? []).map {
        "\($0["code"]?.string ?? "") " + shown.words($0.at("range", "start"), $0.at("range", "end"))
      }
    }
    #expect(
      ranges("b.md", shown) == [
        "citation/unknown «999»", "citation/this-conference «of this conference»",
        "punctuation/spacing «  »", "punctuation/spacing «  »",
      ])
    let keys = WordsShown(Array(settings.utf8), editor.encoding)
    let wrong = ["«\"keys\"»", "«\"чай 🌊\"»", "«\"selekt\"»"]
    #expect(ranges(".resolute.json", keys) == wrong.map { " " + $0 })

    let actions = editor.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)], "context": ["diagnostics": []],
        "range": ["start": marks.caret, "end": marks.caret],
      ])
    let ignore = actions.array?.first { $0["title"]?.string?.contains("project") == true }
    let edit = editor.ask("codeAction/resolve", ignore ?? .null).at("edit", "documentChanges")
    let start = edit?.array?.first?["edits"]?.array?.first?.at("range", "start")
    #expect(keys.text(start ?? .null) == "‸]}")

    // Who is sent diagnostics is sent those of settings too.
    let pushed = Editor(
      #"{"general":{"positionEncodings":["\#(own.encoding)"]}}"#, folders: [folder.path])
    pushed.open(Drafts.whole(), uri: uri)
    pushed.settle()
    let report = pushed.received("textDocument/publishDiagnostics").last {
      $0["uri"]?.string?.hasSuffix(".json") == true
    }
    #expect(
      report?["diagnostics"]?.array?.map {
        keys.words($0.at("range", "start"), $0.at("range", "end"))
      } == wrong)
  }

  /// The edition before, which is not open either.
  @Test(arguments: cases)
  func theEditionBefore(own: Case) throws {
    let folder = try TemporaryFolder()
    let old = Drafts.whole(
      """
      1 to paint buoys red 🌊 before the season begins;

      2 to light 茶 🌊 lamps at dusk and put them out at dawn,

      *instructs the Secretary-General*

      to report on 🌊 work under *resolves* 2 above.
      """
    ).replacing("\n", with: own.lineEnd)
    let new = old.replacing("(Dubai, 2018)", with: "(Rev. Bucharest, 2022)")
      .replacing("Union (Rev. Bucharest", with: "Union (Bucharest")
      .replacing("1 to paint", with: "1 to keep a chart;\(own.lineEnd)\(own.lineEnd)2 to paint")
      .replacing("2 to light", with: "3 to light")
    try folder.write("2018.md", old)
    try folder.write("2022.md", new)
    let editor = Editor(Self.abilities(own.encoding), folders: [folder.path])
    let uri = "file://\(folder.path)/2022.md"
    editor.open(new, uri: uri)
    editor.settle()
    let items = editor.askLater("textDocument/diagnostic", ["textDocument": ["uri": .string(uri)]])
    let stale = items["items"]?.array?.first { $0["code"] == "reference/stale" }
    let here = WordsShown(Array(new.utf8), editor.encoding)
    #expect(here.words(stale?.at("range", "start"), stale?.at("range", "end")) == "«2»")
    let before = WordsShown(Array(old.utf8), editor.encoding)
    let told = (stale?["relatedInformation"]?.array ?? [])
      .filter { $0.at("location", "uri")?.string?.hasSuffix("2018.md") == true }
      .map { before.text($0.at("location", "range") ?? .null) }
    #expect(told == ["«2 to light 茶 🌊 l…hem out at dawn,»"])
  }
}
