import Revision
import Rules
import Semantics
import Syntax
import Testing

/// Lists in which nobody can say what is right, and edits behind which the linter would say something
/// new.
@Suite("Edits that are refused")
struct RefusalTests {
  private static let inLine = """
    *resolves*

    1 to paint buoys;

    2 to light lamps; 3 to ring bells;

    *instructs the Secretary-General*

    to report on this.
    """

  @Test("A label in the middle of a paragraph follows no other")
  func inLine() {
    let words =
      "refused: a label stands in the middle of a paragraph; give it a line of its own first"
    #expect(revised(Self.inLine, "to paint") { .insert(.after($0), text: "x") }.text == words)
    #expect(revised(Self.inLine, "to light") { .insert(.after($0), text: "x") }.text == words)
    #expect(revised(Self.inLine, "to paint") { .delete($0) }.text == words)
    #expect(revised(Self.inLine, "to paint") { .moveDown($0) }.text == words)
    // What changes no label there is made, and numbers that are no labels stand in no one's way.
    #expect(
      revised(Self.inLine, "to light") { .insert(.after($0), text: "x", stable: true) }.text
        .contains("2bis x;"))
    let numbers = Self.inLine.replacing("2 to light lamps; 3 to ring", with: "2 to ring 3 times 3")
    #expect(revised(numbers, "to paint") { .moveDown($0) }.text.contains("2 to paint buoys;"))
  }

  @Test("Labels that begin anew are those of two lists")
  func anew() {
    let draft = """
      *considering*

      a) the report on harbours;

      b) the report on lighthouses, having noted

      a) the report on bells,

      *resolves*

      to light lamps.
      """
    let words = "refused: the labels of the list begin anew or repeat; renumber it first"
    #expect(revised(draft, "the report on light") { .moveDown($0) }.text == words)
    #expect(revised(draft, "the report on harb") { .moveDown($0) }.text == words)
    let gap = draft.replacing("a) the report on bells", with: "d) the report on bells")
    #expect(
      revised(gap, "the report on light") { .moveDown($0) }.text.contains("d) the report on light"))
  }

  // MARK: - The last word of the rules

  private func judged(
    _ clauses: String, _ edit: StructureEdit, _ settings: RuleSettings = RuleSettings()
  ) -> String {
    guard let meaning = meaning(Frame.front + clauses + "\n") else { return "not a resolution" }
    switch Reviser(meaning, judgedBy: settings).revise(edit) {
    case .failure(let refusal): return refusal.reason ?? "not there"
    case .success: return "made"
    }
  }

  private static let good = """
    *considering*

    a) the report on harbours;

    b) the report on lighthouses,

    *resolves*

    1 to paint buoys, as in *considering* b) above;

    2 to light lamps, as in resolves 1 above.
    """

  @Test("A new finding is the reason, an old one is none")
  func new() {
    let third = NewLabel(form: .digit, value: 4)
    #expect(
      judged(Self.good, .relabel(3, third))
        == "it would make a new fault: `4` follows `1`; `2` is missing")
    #expect(judged(Self.good, .relabel(3, NewLabel(form: .digit, value: 1))) == "made")
    let gap = Self.good.replacing("2 to light", with: "3 to light")
    #expect(judged(gap, .relabel(3, third)) == "made")
    #expect(judged(gap, .moveUp(1)) == "made")
    var settings = RuleSettings()
    settings.ignore = ["numbering/gap"]
    #expect(judged(Self.good, .relabel(3, third), settings) == "made")
  }

  @Test("What the edit announces is no reason")
  func announced() {
    // "considering b)" and "resolves 1" name what is no longer there.
    #expect(judged(Self.good, .delete(1)) == "made")
    #expect(judged(Self.good, .delete(2)) == "made")
    #expect(judged(Self.good, .merge(2)) == "made")
  }

  @Test("In an annex `a)bis` follows `a)`")
  func annex() {
    let draft =
      Self.good + """


        ANNEX TO RESOLUTION 999 (DUBAI, 2018)

        Rules for lamps

        a) Lamps are lit at dusk.

        b) Lamps are put out at dawn.

        c) Lamps are cleaned at noon.

        d) Lamps are counted at night.
        """
    #expect(judged(draft, .insert(.after(4), text: "Lamps are named", stable: true)) == "made")
  }
}
