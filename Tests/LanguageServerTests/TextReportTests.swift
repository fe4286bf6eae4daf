import JSON
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

@testable import LanguageServer

/// What is kept from keystroke to keystroke against what is written at once.
@Suite struct TextReportTests {
  private static let client: ClientCapabilities = {
    var client = ClientCapabilities()
    client.relatedInformation = true
    client.diagnosticData = true
    return client
  }()

  private func atOnce(_ judgement: Judgement, _ limit: Int, _ calm: Calm?, _ map: PositionMap)
    -> String
  {
    var findings = judgement.findings
    if let calm { findings.removeAll { calm.withholds($0) } }
    let writer = DiagnosticWriter(
      uri: DocumentURI("u"), range: { map.range(of: $0) }, client: Self.client)
    let list = findings.capped(at: limit).map(writer.diagnostic)
    return String(decoding: list.jsonBytes, as: UTF8.self)
  }

  private static let pieces = [
    "\n", "\r\n", "\n\n", "3 ", "a) ", ";", ",", " \"line\":7 ", "resolves 9 above", "🌍", "Чай  ",
    "Resolution 1332 and 1334", "(Rev. Dubai, 2018)", "*resolves*\n\n",
    "RESOLUTION 7 (Dubai, 2018)\n\n",
    "<!-- resolute: ignore numbering -->\n", "", "",
  ]

  @Test func keptAndNew() {
    var generator = SeededGenerator()
    for encoding in PositionEncoding.allCases {
      let seed = (1...4).map { _ in
        Drafts.whole("1 to drink tea\n\n3 to wash  cups;\n\n3 see resolves 8 above.")
      }.joined(separator: "\n")
      var document = Document(seed)
      var judgement = Judgement(TextMeaning(document), settings: RuleSettings())
      var report = TextReport(uri: DocumentURI("u"), client: Self.client, encoding: encoding)
      for step in 0..<120 {
        let start = Int.random(in: 0...document.count, using: &generator)
        let end = min(document.count, start + Int.random(in: 0..<4, using: &generator))
        let text = Self.pieces.randomElement(using: &generator) ?? ""
        document.apply(TextEdit(range: start..<end, text: text))
        judgement = Judgement(
          TextMeaning(document, previous: judgement.meaning), settings: RuleSettings(),
          previous: judgement)
        let limit = [1, 3, 8, 1000][step % 4]
        let calm = step % 3 == 0 ? Calm(document, caret: start) : nil
        let map = PositionMap(document: document, encoding: encoding)
        let kept = report.list(judgement, limit: limit, calm: calm).bytes
        let expected = atOnce(judgement, limit, calm, map)
        // A list that is kept has a blank where its first comma would be.
        let list = String(decoding: kept, as: UTF8.self).replacing(
          "[ {", with: "[{", maxReplacements: 1)
        #expect(list == expected, "step \(step)")
      }
    }
  }

  @Test func sectionsThatStayAreNotWrittenAgain() {
    let text = Drafts.whole("1 to drink tea;\n\n3 to wash cups.")
    var document = Document(text + text)
    var judgement = Judgement(TextMeaning(document), settings: RuleSettings())
    var report = TextReport(uri: DocumentURI("u"), client: Self.client, encoding: .utf16)
    let before = report.list(judgement, limit: 1000, calm: nil).bytes
    document.apply(TextEdit(range: 0..<0, text: "Front.\n\n"))
    judgement = Judgement(
      TextMeaning(document, previous: judgement.meaning), settings: RuleSettings(),
      previous: judgement)
    let after = report.list(judgement, limit: 1000, calm: nil).bytes
    let lines = { (list: [UInt8]) in
      (try? JSONParser().value(list))?.array?.compactMap { $0.at("range", "start", "line")?.int }
    }
    #expect(lines(after) == lines(before)?.map { $0 + 2 })
  }

  @Test func aWholeTextIsAnEdit() {
    var generator = SeededGenerator()
    for _ in 0..<200 {
      let old = (0..<8).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      var new = old
      new[Int.random(in: 0..<8, using: &generator)] = "tea"
      var document = Document(old.joined())
      let text = Array(new.joined().utf8)
      let end = document.become(text)
      #expect(document.bytes == text)
      #expect(document.starts == Document(text).starts)
      #expect(document.lineStarts == Document(text).lineStarts)
      if let end { #expect(end <= text.count) }
    }
  }
}
