import Syntax
import Testing
import TextModel

@Suite("Tracked changes")
struct TrackedChangesTests {
  private static func side(_ text: String, _ side: TrackedChanges.Side) -> String {
    String(decoding: ResolvedText(Array(text.utf8), side: side).bytes, as: UTF8.self)
  }

  struct Case: CustomTestStringConvertible {
    var text: String
    var accepted: String
    var rejected: String
    var testDescription: String { text }

    init(_ text: String, _ accepted: String, _ rejected: String) {
      self.text = text
      self.accepted = accepted
      self.rejected = rejected
    }
  }

  static let cases: [Case] = [
    Case("a lamp", "a lamp", "a lamp"),
    Case("a {++red ++}lamp", "a red lamp", "a lamp"),
    Case("a {--red --}lamp", "a lamp", "a red lamp"),
    Case("a {~~red~>white~~} lamp", "a white lamp", "a red lamp"),
    Case("a {~~red~>~~}lamp", "a lamp", "a redlamp"),
    Case("a {~~~>red ~~}lamp", "a red lamp", "a lamp"),
    Case("a lamp{>>why?<<}", "a lamp", "a lamp"),
    Case("a {==red==}{>>why?<<} lamp", "a red lamp", "a red lamp"),
    Case("lamp{++s++}; (201{~~4~>8~~})", "lamps; (2018)", "lamp; (2014)"),
    Case("a <ins>red </ins>lamp", "a red lamp", "a lamp"),
    Case("a <INS datetime=\"2018\">red </INS>lamp", "a red lamp", "a lamp"),
    Case("a <del>red </del>lamp", "a lamp", "a red lamp"),
    Case("a ~~red~~ lamp", "a  lamp", "a red lamp"),
    // Over lines and paragraphs.
    Case("a\n{--b\n\nc--}\nd\n", "a\nd\n", "a\nb\n\nc\nd\n"),
    Case("a\n- {--b--}\nc", "a\nc", "a\n- b\nc"),
    Case("a\r\n{++b++}\r\nc", "a\r\nb\r\nc", "a\r\nc"),
    Case("{--a--}", "", "a"),
    Case("{++a++}", "a", ""),
    Case("one{-- end.\n\nAnother--} end.", "one end.", "one end.\n\nAnother end."),
    // One inside another.
    Case("{++a {--b--} c++}", "a  c", ""),
    Case("{--a {++b++} c--}", "", "a  c"),
    Case("{==a {~~b~>c~~}==}", "a c", "a b"),
    Case("{++++}a{----}", "a", "a"),
    // Signs without their partner.
    Case("a {++b", "a {++b", "a {++b"),
    Case("a b++}", "a b++}", "a b++}"),
    Case("{--a {++b--} c", " c", "a {++b c"),
    Case("{--a {--b--} c--}", "{--a  c--}", "{--a b c--}"),
    Case("{~~a~~}", "{~~a~~}", "{~~a~~}"),
    Case(
      "{+-a-+} {{++a}} ~a~ ~~ a ~~", "{+-a-+} {{++a}} ~a~ ~~ a ~~", "{+-a-+} {{++a}} ~a~ ~~ a ~~"),
    Case("~~a\n\nb~~", "~~a\n\nb~~", "~~a\n\nb~~"),
    Case("<insert>a</insert> <ins", "<insert>a</insert> <ins", "<insert>a</insert> <ins"),
    // Code and comments.
    Case("`{++a++}` b", "`{++a++}` b", "`{++a++}` b"),
    Case("<!-- {++a++} --> b", "<!-- {++a++} --> b", "<!-- {++a++} --> b"),
    Case("~~~\n{--a--}\n~~~\n{--b--}c", "~~~\n{--a--}\n~~~\nc", "~~~\n{--a--}\n~~~\nbc"),
    Case("```\n{--a--}", "```\n{--a--}", "```\n{--a--}"),
  ]

  @Test(arguments: cases)
  func sides(_ example: Case) {
    #expect(Self.side(example.text, .accepted) == example.accepted)
    #expect(Self.side(example.text, .rejected) == example.rejected)
  }

  @Test("Each byte of a side is that of the text where the map says", arguments: cases)
  func map(_ example: Case) {
    let bytes = Array(example.text.utf8)
    for side in [TrackedChanges.Side.accepted, .rejected] {
      let resolved = ResolvedText(bytes, side: side)
      var last = -1
      for (offset, byte) in resolved.bytes.enumerated() {
        let origin = resolved.origin(of: offset)
        #expect(origin > last && bytes.indices.contains(origin) && bytes[origin] == byte)
        #expect(resolved.offset(of: origin) == offset)
        #expect(resolved.origin(of: offset..<(offset + 1)) == origin..<(origin + 1))
        last = origin
      }
      let end = resolved.origin(of: resolved.bytes.count)
      #expect(end == last + 1 || resolved.bytes.isEmpty)
    }
  }

  @Test("Offsets outside are cut to the text")
  func outside() {
    let text = ResolvedText(Array("a{--b--}c".utf8), side: .accepted)
    #expect(text.origin(of: -5) == 0 && text.origin(of: 99) == 9)
    #expect(text.offset(of: -5) == 0 && text.offset(of: 99) == 2)
    #expect(text.offset(of: 4) == 1)
    #expect(ResolvedText([], side: .rejected).origin(of: 3) == 0)
  }

  // MARK: - The tree

  private static let draft = """
    RESOLUTION 140 (Rev. {~~Busan~>Dubai~~}, {~~2014~>2018~~})

    {--Old lamps--}{++Lamps++} in harbours

    The Plenipotentiary Conference of the International Telecommunication Union ({~~Busan, 2014~>Dubai, 2018~~}),

    considering

    a) that a lamp{++s++} burn;

    {--b) that oil is dear;--}

    {~~c~>b~~}) that wicks are short{--;--}{++,++}

    {--noting

    that it is dark,

    --}
    resolves

    1 to light the lamp{~~~>s~~};

    {++2 to buy oil;

    ++}
    {~~2~>3~~} to rest.

    """

  @Test("A draft with changes reads as the draft with all of them accepted")
  func tree() {
    let document = Document(Self.draft)
    #expect(document.hasChanges)
    #expect(document.bytes == Array(Self.draft.utf8))
    let clean = Document(ResolvedText(Array(Self.draft.utf8), side: .accepted).bytes)
    #expect(!clean.hasChanges)
    let one = document.sections.map { Self.outline($0) }
    #expect(one == clean.sections.map { Self.outline($0) })
    #expect(one.first?.contains("b) that wicks are short,") == true)
    #expect(document.lineCount == Self.draft.filter { $0 == "\n" }.count)
  }

  private static func outline(_ section: Section) -> String {
    let tree = section.resolution
    var lines: [String] = []
    if let title = tree.title {
      lines.append(
        section.string(title.span) + "|" + section.string(title.place) + "|\(title.yearValue)")
    }
    lines.append(section.string(tree.subject))
    if let formula = tree.formula { lines.append(section.string(formula.span)) }
    for clause in tree.clauses {
      lines.append("* " + section.string(clause.heading.span))
      for paragraph in tree.paragraphs[clause.paragraphs] {
        lines.append(section.string(paragraph.span) + " -- \(paragraph.ordinal)")
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test("A change that comes or goes while someone types")
  func typing() {
    var document = Document("resolves\n\n1 to rest;\n\n2 to work {--and play--}.\n")
    #expect(document.hasChanges)
    let text = document.bytes
    let at = text.count - 3
    document.apply(.init(range: at..<(at + 1), replacement: []))
    #expect(!document.hasChanges)
    document.apply(.init(range: at..<at, text: "}"))
    #expect(document.hasChanges && document.bytes == text)
    document.apply(.init(range: 0..<text.count, replacement: []))
    #expect(!document.hasChanges && document.bytes.isEmpty)
  }

  @Test("A text of which nothing is left is read as it stands")
  func nothingLeft() {
    let document = Document("{--RESOLUTION 5 (Dubai, 2018)--}\n")
    #expect(!document.hasChanges)
    #expect(document.sections.count == 1)
  }
}
