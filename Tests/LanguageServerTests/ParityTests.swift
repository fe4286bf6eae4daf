import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import TextModel

@testable import LanguageServer

/// The command line and the server say the same of a saved text.
@Suite struct ParityTests {
  private static let files = [
    ".resolute.json": """
    { // what the house wants
      "select": ["numbering", "punctuation", "citation", "structure", "reference", "acronym"],
      "ignore": ["structure/subject"],
      "severity": {"punctuation": "warning", "citation/unknown": "error"},
      "registers": ["house/own.tsv"],
      "overrides": [
        {"paths": ["strict/"], "severity": {"numbering/gap": "hint"}, "profile": "itu-pp"},
        {"paths": ["*.txt"], "ignore": ["punctuation"], "as-of": "2019"},
      ],
    }
    """,
    "house/own.tsv":
      "body\tkind\tnumber\tcertainty\ttitle\teditions\nPP\tresolution\t998\tsure\tKettles in large harbours\tDubai, 2018\n",
    "nested/.resolute.json": #"{"select": ["numbering/gap", "citation"], "all-texts": true}"#,
    "gap.md": Drafts.whole("1 to drink 🌍 tea\n\n3 to act under resolves 9 above."),
    "strict/gap.md": Drafts.whole("1 to drink чай\n\n3 to wash cups."),
    "plain.txt": Drafts.whole(
      "1 to drink tea\n\n3 to wash cups.",
      preamble: "Resolution 998 (Dubai, 2018) and Resolution 71 (Rev. Busan, 2014),"),
    "windows.md": Drafts.whole("1 to drink 茶\n\n4 to wash cups.").replacing("\n", with: "\r\n"),
    "cites.md": Drafts.whole(
      preamble: "Resolution 999 (Dubai, 2018), Resolution 997 (Dubai, 2018) and ITU-X,"),
    "neighbour.md": FolderIndexTests.citing("997", title: "Cups"),
    "nested/part.md": "*resolves*\n\n1 one;\n\n3 three.\n",
    "README.md": "# Readme\n\na) one\n\nc) three\n",
    "quiet.md": Drafts.whole("<!-- resolute: ignore numbering -->\n\n1 to drink\n\n3 to wash."),
  ]

  /// `file:line:column-line:column level rule message`, columns in bytes.
  private struct Line: Comparable, CustomStringConvertible {
    var file: String
    var range: String
    var rest: String
    var description: String { "\(file):\(range) \(rest)" }
    static func < (left: Line, right: Line) -> Bool { left.description < right.description }
  }

  private func linted(_ folder: TemporaryFolder) throws -> [Line] {
    let program = try #require(Programs.built("resolute"), "the program is not built")
    let run = try Programs.run(program, ["lint", "--format", "json", folder.path], in: folder.path)
    #expect(run.errors == [])
    let report = try JSONParser().value(run.output)
    return (report["findings"]?.array ?? []).map { finding in
      let place = { (end: String) -> String in
        let position = finding.at("range", end)
        return "\((position?["line"]?.int ?? 0) - 1):\((position?["column"]?.int ?? 0) - 1)"
      }
      return Line(
        file: String((finding["file"]?.string ?? "").dropFirst(folder.path.count + 1)),
        range: "\(place("start"))-\(place("end"))",
        rest: [finding["severity"], finding["rule"], finding["message"]]
          .map { $0?.string ?? "" }.joined(separator: " "))
    }.sorted()
  }

  private func line(_ item: JSONValue, in file: String) -> Line {
    let level = ["error", "warning", "information", "hint"][(item["severity"]?.int ?? 1) - 1]
    return Line(
      file: file, range: shown(item["range"] ?? .null),
      rest: "\(level) \(item["code"]?.string ?? "") \(item["message"]?.string ?? "")")
  }

  @Test func openTextsAndFilesGetTheFindingsOfTheCommandLine() throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(name, text) }
    let expected = try linted(folder)
    let rules = Set(expected.map { $0.rest.split(separator: " ")[1].split(separator: "/")[0] })
    #expect(expected.count > 10 && rules.count > 3, "\(expected)")

    let able =
      #"{"general":{"positionEncodings":["utf-8"]},"textDocument":{"diagnostic":{}}}"#
    let texts = Self.files.keys.filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted()
    let closed = Editor(able, folders: [folder.path])
    closed.settle()
    let whole = closed.askLater("workspace/diagnostic", ["previousResultIds": []])
    let ofFiles = (whole["items"]?.array ?? []).flatMap { item -> [Line] in
      let name = String((item["uri"]?.string ?? "").dropFirst("file://\(folder.path)/".count))
      return (item["items"]?.array ?? []).map { line($0, in: name) }
    }
    #expect(ofFiles.sorted() == expected)

    let open = Editor(able, folders: [folder.path])
    open.settle()
    var ofTexts: [Line] = []
    for name in texts {
      let uri = "file://\(folder.path)/\(name)"
      open.open(try folder.text(name), uri: uri)
      // Typed and taken back, then saved: nothing is withheld any more.
      open.replace(0..<0, with: "x", uri: uri)
      open.replace(0..<1, with: "", uri: uri)
      open.save(uri: uri)
    }
    open.settle()
    for name in texts {
      let answer = open.ask("textDocument/diagnostic", uri: "file://\(folder.path)/\(name)")
      ofTexts += (answer["items"]?.array ?? []).map { line($0, in: name) }
    }
    #expect(ofTexts.sorted() == expected)
    let again = open.askLater("workspace/diagnostic", ["previousResultIds": []])
    let count = (again["items"]?.array ?? []).reduce(0) { $0 + ($1["items"]?.array?.count ?? 0) }
    #expect(count == expected.count)
  }
}
