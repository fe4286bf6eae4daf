import Catalogue
import Features
import Semantics
import Syntax
import Testing
import TextModel

@Suite("Call hierarchy and workspace symbols") struct HierarchyTests {
  static let texts = index([
    "a": lamps(
      "to follow Resolution 140 (Rev. Busan, 2014) and Resolution 9 (Dubai, 2018)", number: "3"),
    "b": lamps("to act", number: "71"),
  ])

  private func shown(_ text: CaretText, _ calls: [CitingCall]) -> [String] {
    calls.map { call in
      "\(call.text.title) <- " + call.ranges.map(text.shown).joined(separator: ", ")
    }
  }

  @Test("The caret names a text by its title or a citation")
  func items() {
    func items(_ marked: String) -> [String] {
      let text = CaretText(marked)
      return text.draft.callHierarchyItems(at: text.offset, in: Self.texts, text: "own").map {
        "\($0.title) | \($0.subject)"
      }
    }
    let own = lamps("to act")
    #expect(
      items(own.replacing("Lamps", with: "La|mps"))
        == ["RESOLUTION 140 (Rev. Dubai, 2018) | Lamps in harbours"])
    #expect(
      items(own.replacing("Resolution 71", with: "Resol|ution 71"))
        == ["RESOLUTION 71 (Rev. Dubai, 2018) | Lamps in harbours"])
    #expect(
      items(lamps("to ask Decision 5| (Rev. Busan, 2014)")) == ["Decision 5 (Rev. Busan, 2014) | "])
    #expect(items(own.replacing("the sea", with: "the |sea")) == [])
  }

  @Test("Who cites, here and elsewhere")
  func incoming() throws {
    let text = CaretText(lamps("to follow Resolution 140 (Rev. Dubai, 2018)|"))
    let name = TextName(kind: .resolution, body: .plenipotentiary, number: "140")
    #expect(
      shown(text, text.draft.incomingCitations(of: name, in: Self.texts, text: "own")) == [
        "RESOLUTION 140 (Rev. Dubai, 2018) <- 2 to follow «Resolution 140 (Rev. Dubai, 2018)».",
        "RESOLUTION 3 (Rev. Dubai, 2018) <- a 32:12",
      ])
  }

  @Test("Whom it cites, from the draft and from the index alone")
  func outgoing() {
    let text = CaretText(
      lamps("to follow Resolution 3 (Dubai, 2018) and Resolution 71 (Rev. Dubai, 2018)"))
    #expect(
      shown(text, text.draft.outgoingCitations(at: 0, in: Self.texts, text: "own")) == [
        "RESOLUTION 71 (Rev. Dubai, 2018) <- a) «Resolution 71 (Rev. Busan, 2014)» of the Ple…, "
          + "2 to follow Resolution 3 (Dubai, 2018) and «Reso…",
        "RESOLUTION 3 (Rev. Dubai, 2018) <- 2 to follow «Resolution 3 (Dubai, 2018)» and Res…",
      ])
    #expect(
      shown(text, Self.texts.outgoingCitations(of: "a", at: 0)) == [
        "RESOLUTION 71 (Rev. Dubai, 2018) <- a 8:3",
        "Resolution 140 (Rev. Busan, 2014) <- a 32:12", "Resolution 9 (Dubai, 2018) <- a 32:50",
      ])
    #expect(Self.texts.outgoingCitations(of: "c", at: 0) == [])
  }

  @Test("Symbols of the workspace by beginnings of words")
  func symbols() {
    func names(_ query: String) -> [String] {
      Self.texts.symbols(matching: query).map { "\($0.text) \($0.name) | \($0.container)" }
    }
    #expect(
      names("") == [
        "a RESOLUTION 3 (Rev. Dubai, 2018) | Lamps in harbours",
        "b RESOLUTION 71 (Rev. Dubai, 2018) | Lamps in harbours",
      ])
    #expect(names("71 lam") == ["b RESOLUTION 71 (Rev. Dubai, 2018) | Lamps in harbours"])
    #expect(
      names("instr 71") == ["b instructs the Secretary-General | RESOLUTION 71 (Rev. Dubai, 2018)"])
    #expect(names("nstructs") == [])
    #expect(Self.texts.symbols(matching: "", limit: 1).count == 1)
  }

  @Test("The index follows its texts")
  func follows() {
    var texts = Self.texts
    let name = TextName(kind: .resolution, body: nil, number: "71")
    #expect(texts.resolutions(named: name).map(\.text) == ["b"])
    #expect(texts.resolutions(citing: name).map(\.place.text) == ["a", "b"])
    texts["b"] = TextSummary(TextMeaning(Document(lamps("to act", number: "72"))), encoding: .utf8)
    #expect(texts.resolutions(named: name).map(\.text) == [])
    texts["a"] = nil
    #expect(texts.resolutions(citing: name).map(\.place.text) == ["b"])
    #expect(texts.count == 1)
    #expect(texts.resolutions(citing: name, except: "b").isEmpty)
  }

  @Test("Columns are those of the encoding", arguments: PositionEncoding.allCases)
  func columns(_ encoding: PositionEncoding) throws {
    let text = lamps("to 🚢灯 follow Resolution 5 (Rev. Dubai, 2018)").replacing("\n", with: "\r\n")
    let summary = TextSummary(TextMeaning(Document(text)), encoding: encoding)
    let resolution = try #require(summary.resolutions.first)
    let range = try #require(resolution.citations.last?.range)
    let column = [PositionEncoding.utf8: 20, .utf16: 16, .utf32: 15][encoding]
    #expect(range.start == TextPosition(line: 32, column: column ?? -1))
    #expect(Array(text.utf8)[range.bytes].starts(with: "Resolution 5".utf8))
    #expect(resolution.year == 2018)
    #expect(resolution.editions.map(\.bracket) == ["Rev. Dubai, 2018"])
  }
}
