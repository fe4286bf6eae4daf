import Features
import Syntax
import Testing
import TextModel

@Suite("Semantic tokens") struct SemanticTokenTests {
  /// The tokens as words, read back from the numbers as a client reads them.
  static func shown(_ data: [UInt32], _ text: String, _ encoding: PositionEncoding) -> [String] {
    let bytes = Array(text.utf8)
    let lines = LineIndex(bytes)
    var line = 0
    var column = 0
    return stride(from: 0, to: data.count - data.count % 5, by: 5).map { i in
      if data[i] > 0 { column = 0 }
      line += Int(data[i])
      column += Int(data[i + 1])
      let start = lines.offset(
        of: TextPosition(line: line, column: column), in: bytes, encoding: encoding)
      let end = lines.offset(
        of: TextPosition(line: line, column: column + Int(data[i + 2])), in: bytes,
        encoding: encoding)
      let type = SemanticTokenType.legend[Int(data[i + 3])]
      let words = String(decoding: bytes[(start ?? 0)..<(end ?? 0)], as: UTF8.self)
      return "\(type)\(data[i + 4] == 1 ? "!" : "") \(words)"
    }
  }

  @Test("What the words of a draft are")
  func types() {
    let text =
      "MOD AFCP/42A1/1\n\n" + lamps("to apply resolves 1 and\n2 above and No. 81 of the Convention")
    #expect(
      Self.shown(SemanticTokens(Draft(Document(text)), encoding: .utf8).data, text, .utf8) == [
        "modifier MOD", "class! RESOLUTION 140 (Rev. Dubai, 2018)",
        "type The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),",
        "keyword! recalling", "enumMember! a)", "class Resolution 71 (Rev. Busan, 2014)",
        "enumMember! b)", "macro! HLG", "enumMember! i)", "decorator <sup>1</sup>",
        "enumMember! ii)", "keyword! recognizing", "keyword! resolves", "enumMember! 1",
        "enumMember! 2", "macro HLG", "enumMember! 3", "macro HLG", "keyword! instructs",
        "parameter the Secretary-General", "enumMember! 1", "enumMember! 2",
        "enumMember resolves 1 and", "enumMember 2 above", "property No. 81",
        "decorator! <sup>1</sup>",
      ])
  }

  static let scripts = lamps("to apply 🚢灯 свет ضوء HLG resolves 1 above 🚢🚢 and resolves 2 above")

  @Test("Every encoding gives the same words", arguments: PositionEncoding.allCases)
  func encodings(_ encoding: PositionEncoding) {
    for text in [Self.scripts, Self.scripts.replacing("\n", with: "\r\n")] {
      let draft = Draft(Document(text))
      let wanted = Self.shown(SemanticTokens(draft, encoding: .utf8).data, text, .utf8)
      #expect(wanted.contains("enumMember resolves 2 above"))
      #expect(Self.shown(SemanticTokens(draft, encoding: encoding).data, text, encoding) == wanted)
    }
  }

  @Test("A range has those tokens of the whole that lie in it")
  func range() {
    let text = lamps("to act", number: "1") + "\n" + lamps("to act under resolves 1 above")
    let draft = Draft(Document(text))
    let whole = SemanticTokens(draft, encoding: .utf16)
    let count = draft.document.count
    #expect(SemanticTokens.data(draft, in: 0..<count, encoding: .utf16) == whole.data)
    let some = SemanticTokens.data(
      draft, in: (count - 60)..<count, encoding: .utf16, previous: whole)
    #expect(
      Self.shown(some, text, .utf16) == [
        "enumMember! 2", "enumMember resolves 1 above", "decorator! <sup>1</sup>",
      ])
  }

  @Test("The edits, made to the old numbers, give the new ones", .serialized, arguments: [1, 2, 3])
  func delta(_ seed: UInt64) {
    var random = Steps(state: seed)
    var document = Document(
      (1...4).map { lamps("to act", number: "\($0)") }.joined(separator: "\n"))
    var old = SemanticTokens(Draft(document), encoding: .utf16)
    var data = old.data
    for _ in 0..<60 {
      let at = random.below(document.count)
      let length = random.below(4) == 0 ? random.below(40) : 0
      let words = ["x", "\n", "\n\n5 new;\n\n", " resolves 1 above ", "", "🚢", "HLG "]
      document.apply(
        TextEdit(
          range: at..<min(document.count, at + length), text: words[random.below(words.count)]))
      let draft = Draft(document)
      let new = SemanticTokens(draft, encoding: .utf16, previous: old)
      if let edit = new.edit(since: old) {
        data.replaceSubrange(edit.start..<(edit.start + edit.deleteCount), with: edit.data)
      }
      #expect(data == SemanticTokens(draft, encoding: .utf16).data, "seed \(seed)")
      old = new
    }
  }

  /// Numbers that look random and come again with the same seed.
  struct Steps {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return limit > 0 ? Int(state >> 33) % limit : 0
    }
  }
}
