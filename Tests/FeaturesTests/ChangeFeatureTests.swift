import Features
import Rules
import Syntax
import Testing
import TextModel

@Suite("Tracked changes in an editor") struct ChangeFeatureTests {
  private func hover(_ recalling: String) -> String? {
    let draft = CaretDraft(Harbour.draft(recalling: recalling))
    guard let found = draft.draft.hover(at: draft.offset) else { return nil }
    return "«\([UInt8](draft.text.utf8)[found.range].string)»\n" + found.help.plain
  }

  @Test("The other side of a change")
  func sides() {
    #expect(
      hover("the survey of {--in‸land --}stations,") == "«{--inland --}»\nDeleted: inland")
    #expect(hover("the survey of {++in‸land ++}stations,") == "«{++inland ++}»\nInserted")
    #expect(
      hover("the survey of {--coastal--}{++in‸land++} stations,")
        == "«{++inland++}»\nInserted\n\nDeleted: coastal")
    #expect(
      hover("the survey of {--coa‸stal--}{++inland++} stations,")
        == "«{--coastal--}»\nDeleted: coastal\n\nInserted: inland")
    #expect(
      hover("the survey of {~~coastal~>in‸land~~} stations,")
        == "«{~~coastal~>inland~~}»\nDeleted: coastal\n\nInserted: inland")
    #expect(
      hover("the survey {==of in‸land==}{>>really?<<} stations,")
        == "«{==of inland==}»\nMarked\n\nComment: really?")
    #expect(
      hover("the survey of <del>coa‸stal </del>stations,")
        == "«<del>coastal </del>»\nDeleted: coastal")
    #expect(hover("the survey of coa‸stal {--inland --}stations,") == nil)
  }

  @Test("What stands in inserted text is told first")
  func both() {
    let found = hover("{++Resolution 1‸46 (Rev. Busan, 2014)++},") ?? ""
    #expect(found.hasPrefix("«Resolution 146 (Rev. Busan, 2014)»\nResolution 146"), "\(found)")
    #expect(found.hasSuffix("Inserted"))
  }

  @Test("Signs, deleted words and comments are told apart")
  func tokens() {
    let text = Harbour.draft(
      recalling: "the survey {~~of 灯~>in\nport~~} {--and\nmore--}{>>why?<<} stations,")
    for encoding in PositionEncoding.allCases {
      let data = SemanticTokens(Draft(Document(text)), encoding: encoding).data
      let shown = SemanticTokenTests.shown(data, text, encoding)
      #expect(
        shown.filter { $0.hasPrefix("comment") || $0.hasPrefix("operator") } == [
          "operator {~~", "comment of 灯", "operator ~>", "operator ~~}", "comment {--and",
          "comment more--}", "comment {>>why?<<}",
        ])
      let deleted = stride(from: 0, to: data.count, by: 5).count { data[$0 + 4] == 2 }
      #expect(deleted == 3)
    }
  }

  @Test("Places are those of the text as written, whatever characters are deleted")
  func places() {
    let text = Harbour.draft(
      recalling: "{--灯🚢--}\n\n{>>é\r\n\r\n灯<<}a) the survey;\n\n{--🚢--}c) the report,")
    let draft = Draft(Document(text))
    let gap = draft.judgement.findings.first { $0.rule == "numbering/gap" }
    let at = Array(text.utf8).firstRange(of: Array("c) the".utf8))?.lowerBound
    #expect(gap?.range.lowerBound == at)
  }

  @Test("A refactoring that would move a mark's border is refused, one beside it is not")
  func structure() {
    let text = Harbour.draft(
      resolves: "1 to keep a register;\n\n2 to {--old--}buy lamps;\n\n3 to rest;\n\n4 to sleep,")
    let draft = Draft(Document(text))
    let bytes = Array(text.utf8)
    func edits(_ name: String, at word: String) -> Result<[TextEdit], ActionFault> {
      let at = bytes.firstRange(of: Array(word.utf8))?.lowerBound ?? 0
      for action in draft.actions(in: at..<at) {
        if case .structure(_, name, _) = action.work {
          return draft.change(of: action.work).map(\.edits)
        }
      }
      return .failure(ActionFault(reason: "not offered"))
    }
    guard case .failure(let fault) = edits("moveDown", at: "buy") else {
      Issue.record("a deleted word was moved")
      return
    }
    #expect(fault.reason.contains("tracked change"))
    guard case .success(let moved) = edits("moveDown", at: "rest") else {
      Issue.record("two paragraphs without marks were not exchanged")
      return
    }
    let after = String(decoding: bytes.applying(moved), as: UTF8.self)
    #expect(after.contains("2 to {--old--}buy lamps;\n\n3 to sleep;\n\n4 to rest,"), "\(after)")
  }

  @Test("What is inserted beside a mark is typed like the rest")
  func insertion() {
    let text = Harbour.draft(resolves: "{~~2~>1~~} to keep a register;\n\n{~~3~>2~~} to buy lamps,")
    let draft = Draft(Document(text))
    let bytes = Array(text.utf8)
    let at = bytes.firstRange(of: Array("keep".utf8))?.lowerBound ?? 0
    for action in draft.actions(in: at..<at) where action.title == "Insert a paragraph after" {
      guard case .success(let change) = draft.change(of: action.work) else { break }
      let after = String(decoding: bytes.applying(change.edits), as: UTF8.self)
      #expect(after.contains("register;\n\n2 …;\n\n{~~3~>3~~} to buy"), "\(after)")
      return
    }
    Issue.record("not inserted")
  }

  @Test("Where numbers are to stay, an inserted paragraph takes none of them")
  func stableNumbers() {
    let text = Harbour.draft(resolves: "1 to keep a register;\n\n2 to buy lamps,")
    let draft = Draft(Document(text))
    let at = Array(text.utf8).firstRange(of: Array("keep".utf8))?.lowerBound ?? 0
    func inserted(stable: Bool) -> String {
      let actions = draft.actions(in: at..<at, stableNumbers: stable)
      guard let action = actions.first(where: { $0.title.hasPrefix("Insert a paragraph after") }),
        case .success(let change) = draft.change(of: action.work)
      else { return "not offered" }
      let after = Array(text.utf8).applying(change.edits)
      return String(decoding: after, as: UTF8.self)
    }
    #expect(inserted(stable: false).contains("register;\n\n2 …;\n\n3 to buy lamps,"))
    #expect(inserted(stable: true).contains("register;\n\n1bis …;\n\n2 to buy lamps,"))
  }

  @Test("Formatting leaves a marked place as it is")
  func formatting() {
    let text = Harbour.draft(
      resolves: "1   to keep a register;\n\n{++2   to buy lamps;++}\n\n{~~2~>3~~}    to rest,")
    let draft = Draft(Document(text))
    let after = Array(text.utf8).applying(draft.formatting())
    let clean = ResolvedText(after, side: .rejected).bytes
    #expect(String(decoding: clean, as: UTF8.self).contains("to keep a register;"))
    #expect(String(decoding: after, as: UTF8.self).contains("{~~2~>3~~}"))
    #expect(String(decoding: after, as: UTF8.self).contains("to buy lamps;++}"))
  }
}
