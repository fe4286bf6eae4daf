import JSON
import Testing

/// What is not said while a paragraph is written.
@Suite struct CalmTests {
  private func rules(_ editor: Editor) -> [String]? {
    let last = editor.received("textDocument/publishDiagnostics").last
    return last?["diagnostics"]?.array?.compactMap { $0["code"]?.string }
  }

  /// Types at the caret of a draft and gives what is said then, what is said after words were typed in
  /// the title's line, and what after saving.
  private func heard(_ draft: String, typing text: String, _ abilities: String = Abilities.push)
    -> [[String]]
  {
    let editor = Editor(abilities)
    let marks = editor.open(draft)
    editor.replace(marks.caretOffset..<marks.caretOffset, with: text)
    let typed = rules(editor) ?? []
    editor.type("very ", before: "small")
    let left = rules(editor) ?? []
    editor.replace(marks.caretOffset + 5..<marks.caretOffset + 5, with: "x")
    _ = rules(editor)
    editor.save()
    return [typed, left, rules(editor) ?? []]
  }

  @Test func anItemWithoutItsEnd() {
    let draft = Drafts.whole("1 to drink‸;\n\n2 to wash cups.").replacing(";", with: "")
    let end = ["punctuation/item-end"]
    #expect(heard(draft, typing: " tea") == [[], end, end])
    #expect(heard(draft, typing: " чай 🌍", Abilities.push("utf-32")) == [[], end, end])
    // The next line is another paragraph's.
    #expect(heard(draft, typing: " tea\n\n")[0] == end)
  }

  @Test func aHeadingWithoutParagraphs() {
    let draft = Drafts.whole("to drink tea,\n\n*instructs the Secretary-General*‸")
    let heard = heard(draft.replacing("tea,", with: "tea."), typing: "\n\n")
    #expect(!heard[0].contains("structure/empty-clause"))
    #expect(heard[1].contains("structure/empty-clause"))
    #expect(heard[2].contains("structure/empty-clause"))
  }

  @Test func theFirstItemOfAList() {
    let draft = Drafts.whole("1 to drink tea‸")
    #expect(heard(draft, typing: ";\n\n")[0].contains("numbering/lone-item") == false)
    #expect(heard(draft, typing: " again.")[1].contains("numbering/lone-item"))
  }

  @Test func aParagraphWithoutItsLabel() {
    let draft = Drafts.whole("1 to drink tea;\n\n‸\n\n2 to wash cups.")
    let heard = heard(draft, typing: "to sit;")
    #expect(!heard[0].contains("numbering/missing"))
    #expect(heard[1].contains("numbering/missing"))
  }

  @Test func whatIsWrongElsewhereIsSaid() {
    let draft = Drafts.whole("1 to drink tea\n\n2 to wash cups‸\n\n4 to sleep.")
    #expect(heard(draft, typing: "x")[0] == ["punctuation/item-end", "numbering/gap"])
  }

  @Test func aSettingTurnsItOff() {
    let editor = Editor()
    editor.notify(
      "workspace/didChangeConfiguration", ["settings": ["resolute": ["calm": false]]])
    let marks = editor.open(Drafts.whole("1 to drink‸\n\n2 to wash cups."))
    editor.replace(marks.caretOffset..<marks.caretOffset, with: " tea")
    #expect(rules(editor) == ["punctuation/item-end"])
    editor.notify("workspace/didChangeConfiguration", ["settings": ["calm": true]])
    #expect(rules(editor) == [])
  }

  @Test func wholeTextsHaveACaretToo() {
    let editor = Editor()
    let draft = Drafts.whole("1 to drink\n\n2 to wash cups.")
    editor.open(draft)
    editor.sendChange([["text": .string(draft.replacing("drink", with: "drink tea"))]])
    #expect(rules(editor) == [])
  }
}
