import Features
import Rules
import Syntax
import Testing
import TextModel

@Suite("Rename, code actions, formatting")
struct ChangeTests {
  static let front = """
    # RESOLUTION 999 (DUBAI, 2018)

    ## Лампы, 灯 and lamps 🚢

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),


    """

  private func renamed(_ body: String, to name: String) -> String {
    let marked = EditedDraft(Self.front + body)
    switch marked.draft.rename(at: marked.caret, to: name) {
    case .success(let change):
      return String(marked.applying(change.edits).dropFirst(Self.front.count))
    case .failure(let fault): return "fault: " + fault.reason
    }
  }

  @Test("A label, at its paragraph or in a reference: others and references follow")
  func label() {
    let body =
      "*recalling*\n\na) one;\n\nb‸) two;\n\nc) three,\n\n*resolves*\n\nto light, as in *recalling* b) and c) above.\n"
    #expect(
      renamed(body, to: "a)")
        == "*recalling*\n\na) two;\n\nb) one;\n\nc) three,\n\n*resolves*\n\nto light, as in *recalling* a) and c) above.\n"
    )
    let other = body.replacing("‸", with: "").replacing("b) and", with: "b‸) and")
    #expect(renamed(other, to: "a") == renamed(body, to: "a)"))
    let gapped = body.replacing("b‸)", with: "d‸)").replacing("c) three", with: "e) three")
      .replacing("b) and c)", with: "d) and e)")
    #expect(renamed(gapped, to: "b)") == renamed(body, to: "b)"))
    #expect(renamed(body, to: "x!") == "fault: `x!` is no label")
  }

  @Test("A label behind which a rule would find something new is refused, with what it would say")
  func newFault() {
    let body = "*recalling*\n\na) one;\n\nb‸) two;\n\nc) three,\n\n*resolves*\n\nto light.\n"
    #expect(
      renamed(body, to: "d)")
        == "fault: it would make a new fault: `d)` follows `a)`; `b)` is missing")
    #expect(renamed(body, to: "2").hasPrefix("fault: it would make a new fault: `1` is not in"))
    #expect(renamed(body, to: "a)bis").contains("a) one;\n\na)bis two;\n\nb) three,"))
  }

  @Test("What applies all fixes is offered where there is one")
  func offered() {
    func titles(_ body: String) -> [String] {
      let marked = EditedDraft(Self.front + body)
      return marked.draft.actions(in: marked.caret..<marked.caret) {
        $0 == .fixAll || $0 == .organizeNumbering
      }.map(\.title)
    }
    let good = "*recalling*\n\na) o‸ne;\n\nb) two,\n\n*resolves*\n\nto light lamps.\n"
    #expect(titles(good) == [])
    #expect(titles(good.replacing("lamps.", with: "lamps")) == ["Apply all safe fixes"])
    #expect(
      titles(good.replacing("b)", with: "c)"))
        == ["Apply all safe fixes", "Put all numbering in order"])
  }

  @Test("An acronym with its plurals, but not in quotation marks")
  func acronym() {
    #expect(
      renamed(
        "*resolves*\n\nto use IC‸Ts, an ICT, “the ICT” and ICTs.\n", to: "TIC")
        == "*resolves*\n\nto use TICs, an TIC, “the ICT” and TICs.\n")
    #expect(renamed("*resolves*\n\nto use IC‸Ts.\n", to: "a b") == "fault: `a b` is no acronym")
  }

  @Test("What is missing is put in from the character before it too, but not from the line below")
  func missing() {
    func titles(_ body: String) -> [String] {
      let marked = EditedDraft(Self.front + body)
      return marked.draft.actions(in: marked.caret..<marked.caret) { $0 == .quickFix }.map(\.title)
        .filter { $0.hasPrefix("Add ") }
    }
    #expect(titles("*recalling*\n\na) on‸e 灯\n\nb) two,\n") == [])
    #expect(titles("*recalling*\n\na) one ‸灯\n\nb) two,\n") == ["Add `;`"])
    #expect(titles("*recalling*\n\na) one 灯‸\n\nb) two,\n") == ["Add `;`"])
    #expect(titles("*recalling*\n\na) one 灯\n‸\nb) two,\n") == [])
  }

  @Test("The session: title, formula and annexes, capitals as they were")
  func session() {
    let text =
      Self.front.replacing("on (Dubai", with: "on (Du‸bai")
      + "*resolves*\n\nto light lamps as in Dubai.\n\nANNEX TO RESOLUTION 999 (Dubai, 2018)\n\nList\n"
    let marked = EditedDraft(text)
    #expect(marked.draft.renameTarget(at: marked.caret)?.name == "Dubai, 2018")
    let edits = try? marked.draft.rename(at: marked.caret, to: "Doha, 2026").get().edits
    #expect(
      marked.applying(edits ?? [])
        == text.replacing("‸", with: "").replacing("Dubai, 2018", with: "Doha, 2026").replacing(
          "DUBAI, 2018", with: "DOHA, 2026"))
    #expect((try? marked.draft.rename(at: marked.caret, to: "Doha").get()) == nil)
  }

  @Test("Nothing to rename in plain words")
  func nothing() {
    let marked = EditedDraft(Self.front + "*resolves*\n\nto light la‸mps.\n")
    #expect(marked.draft.renameTarget(at: marked.caret) == nil)
  }

  @Test("Quick fixes of what stands in the range, and a comment that asks for silence")
  func quickFixes() {
    let body = "*recalling*\n\na) one;\n\n‸c) two,\n\n*resolves*\n\nto light lamps.\n"
    let marked = EditedDraft(Self.front + body)
    let actions = marked.draft.actions(in: marked.caret..<marked.caret) { $0 == .quickFix }
    #expect(
      actions.map(\.title) == [
        "Renumber the list", "Ignore `numbering/gap` here (comment)",
        "Ignore `numbering/gap` in this text (comment)",
        "Ignore `numbering/gap` in this project (settings)",
      ])
    #expect(actions.map(\.isPreferred) == [true, false, false, false])
    #expect(actions.last?.work == .ignoreInProject(rule: "numbering/gap"))
    let results = actions.prefix(2).compactMap { try? marked.draft.change(of: $0.work).get().edits }
      .map { String(marked.applying($0).dropFirst(Self.front.count)) }
    let plain = body.replacing("‸", with: "")
    #expect(results.first == plain.replacing("c) two", with: "b) two"))
    #expect(
      results.last
        == plain.replacing("c) two", with: "<!-- resolute: ignore numbering/gap -->\nc) two"))
    let silent = Draft(Document(Self.front + (results.last ?? "")))
    #expect(!silent.judgement.findings.contains { $0.rule == "numbering/gap" })
    #expect(
      silent.actions(in: 0..<silent.document.count) { $0 == .quickFix }
        .allSatisfy { !$0.title.contains("numbering/gap") })
  }

  @Test("Refactorings by name, worked out when asked for")
  func structure() {
    let body = "*resolves*\n\n1 to li‸ght lamps;\n\n2 to ring bells, as in resolves 1 above.\n"
    let marked = EditedDraft(Self.front + body)
    let actions = marked.draft.actions(in: marked.caret..<marked.caret) {
      $0 == .rewrite || $0 == .move
    }
    #expect(
      actions.map(\.title) == [
        "Insert a paragraph before", "Insert a paragraph after",
        "Delete the paragraph, references follow", "Move the paragraph up",
        "Move the paragraph down", "Merge with the next paragraph",
      ])
    let between = EditedDraft(Self.front + body.replacing("to li‸ght", with: "to‸ light"))
    #expect(
      between.draft.actions(in: between.caret..<between.caret) { $0 == .rewrite }.last?.title
        == "Split the paragraph here")
    let down = actions.first { $0.title == "Move the paragraph down" }
    let edits = down.flatMap { try? marked.draft.change(of: $0.work).get().edits } ?? []
    #expect(
      marked.applying(edits).hasSuffix(
        "1 to ring bells, as in resolves 2 below;\n\n2 to light lamps.\n"))
  }

  @Test("The line of a bullet begins before its paragraph; all of it offers the same")
  func bullets() {
    let body = "*resolves*\n\n1 to light:\n\n- lamps;\n\n- buoys;\n\n2 to ring bells.\n"
    func titles(_ marked: String) -> [String] {
      let marked = EditedDraft(Self.front + marked)
      return marked.draft.actions(in: marked.caret..<marked.caret) { $0 == .rewrite }.map(\.title)
    }
    let inWord = titles(body.replacing("- lamps", with: "- l‸amps"))
    #expect(inWord.last == "Turn the bullets into labels (unsafe)")
    #expect(titles(body.replacing("- lamps", with: "‸- lamps")) == inWord)
    #expect(titles(body.replacing("- lamps", with: "-‸ lamps")) == inWord)
    #expect(titles(body.replacing("*resolves*", with: "*res‸olves*")) == [])
  }

  @Test("What could not follow an edit of structure is said, with its place")
  func concerns() throws {
    let body =
      "*resolves*\n\n1 to li‸ght 灯;\n\n2 to ring, as in resolves 1 above and b) above;\n\n"
      + "3 to row, as in resolves 1 to 2 above.\n"
    let marked = EditedDraft(Self.front + body)
    func told(_ name: String) throws -> [String] {
      let action = marked.draft.actions(in: marked.caret..<marked.caret) { $0 == .rewrite }
        .first { $0.title.hasPrefix(name) }
      let change = try marked.draft.change(of: #require(action).work).get()
      return change.concerns.map {
        "\(String(decoding: marked.bytes[$0.range], as: UTF8.self)): \($0.message)"
      }
    }
    let deleted = try told("Delete")
    #expect(
      deleted == [
        "resolves 1 above: “resolves 1 above” names resolves 1, which is deleted",
        "resolves 1 to 2 above: “resolves 1 to 2 above” names resolves 1, which is deleted",
        "): “b) above” was left alone: nothing tells which list is meant",
      ])
    let inserted = try told("Insert a paragraph after")
    #expect(
      inserted == [
        "resolves 1 to 2 above: “resolves 1 to 2 above” takes the new paragraph in",
        "): “b) above” was left alone: nothing tells which list is meant",
      ])
    #expect(try told("Insert a paragraph before").count == 1)
  }

  @Test("All safe fixes in one list of edits, also where one makes room for another")
  func fixAll() {
    let body =
      "*recalling*\n\na) one;\n\nc) two\n\n*resolves*\n\n1. to light lamps;\n\n3. to ring bells\n‸"
    let marked = EditedDraft(Self.front + body)
    let fixed = marked.applying(marked.draft.safeFixes())
    #expect(
      fixed.hasSuffix(
        "a) one;\n\nb) two,\n\n*resolves*\n\n1 to light lamps;\n\n2 to ring bells.\n"))
    let numbered = marked.applying(marked.draft.safeFixes(group: "numbering"))
    #expect(
      numbered.hasSuffix(
        "a) one;\n\nb) two\n\n*resolves*\n\n1 to light lamps;\n\n2 to ring bells\n"))
  }

  private func typed(_ character: String, _ body: String) -> String {
    let marked = EditedDraft(Self.front + body)
    return String(
      marked.applying(marked.draft.typing(character, at: marked.caret)).dropFirst(
        Self.front.count))
  }

  @Test("While typing: the next label, the first of a list below, the right mark")
  func typing() {
    #expect(
      typed("\n", "*resolves*\n\n1 to light;\n\n2 to ring;\n‸\n")
        == "*resolves*\n\n1 to light;\n\n2 to ring;\n\n3 \n")
    #expect(
      typed("\n", "*resolves*\n\n1 to light;\n\n2 to ring:\n‸\n").hasSuffix("to ring:\n\ni) \n"))
    #expect(typed("\n", "*recalling*\na)\tone;\nb)\ttwo;\n‸\n").hasSuffix("b)\ttwo;\nc)\t\n"))
    let comma = "*recalling*\n\na) one;\n\nb) two,\n"
    #expect(typed("\n", comma + "‸\n") == comma + "\n")
    #expect(
      typed(".", "*resolves*\n\n1 to light lamps.‸\n\n2 to ring.\n")
        == "*resolves*\n\n1 to light lamps;\n\n2 to ring.\n")
    let last = "*resolves*\n\n1 to light;\n\n2 to ring bells.\n"
    #expect(typed(".", last.replacing("bells.", with: "bells.‸")) == last)
    let number = "*resolves*\n\n1 to obey No.\n\n2 to ring.\n"
    #expect(typed(".", number.replacing("No.", with: "No.‸")) == number)
    let next = "\n\n*resolves*\n\nto ring.\n"
    #expect(
      typed(".", "*noting*\n\na) one;\n\nb) that lamps are lit at night.‸" + next)
        == "*noting*\n\na) one;\n\nb) that lamps are lit at night," + next)
    #expect(
      typed(".", "*noting*\n\nthat lamps are lit at night.‸" + next)
        == "*noting*\n\nthat lamps are lit at night," + next)
    // Another paragraph may follow.
    let goesOn = "*noting*\n\na) one;\n\nb) that lamps are lit at night;"
    #expect(typed(";", goesOn + "‸" + next) == goesOn + next)
    for mark in [".", ";"] {
      #expect(
        typed(mark, "*resolves*\n\n1 to light lamps\(mark)‸\n\ni) of oil;\n\nii) of gas.\n")
          == "*resolves*\n\n1 to light lamps:\n\ni) of oil;\n\nii) of gas.\n")
    }
  }

  @Test("Only the blocks of the ranges are formatted")
  func ranges() {
    let body = "*resolves*\n\n1  to light;\n\n2  to ring;\n\n3 to mend;\n\n4 to name.\n"
    let text = Self.front + body
    let draft = Draft(Document(text))
    let bytes = Array(text.utf8)
    let at = text.utf8.count - body.utf8.count + 14
    var one = bytes
    for edit in draft.formatting(in: [at..<at]).reversed() {
      one.replaceSubrange(edit.range, with: edit.replacement)
    }
    #expect(
      String(decoding: one, as: UTF8.self) == text.replacing("1  to", with: "1 to"))
    #expect(
      draft.formatting(in: [at..<at, at..<(at + 20)]).count == draft.formatting().count)
  }
}
