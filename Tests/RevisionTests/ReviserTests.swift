import Revision
import Syntax
import Testing

@Suite("Edits that carry references")
struct ReviserTests {
  static let draft = """
    *considering*

    a) the report on harbours;

    b) the report on lighthouses,

    *resolves*

    1 to paint buoys, in line with *considering* b) above;

    2 to light lamps:

    i) at night;

    ii) in fog;

    3 to ring bells, as in resolves 1 above and resolves 2 ii) above,

    *instructs the Secretary-General*

    to report on resolves 1, 2 and 3 above and on resolves 1 to 3 above.
    """

  private func check(
    _ words: String, _ operation: (Int) -> StructureEdit, _ replacements: [(String, String)],
    problems: [String] = [], in draft: String = draft,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var wanted = draft
    for (old, new) in replacements {
      #expect(wanted.contains(old), sourceLocation: sourceLocation)
      wanted = wanted.replacing(old, with: new, maxReplacements: 1)
    }
    let result = revised(draft, words, operation)
    #expect(result.text == wanted, sourceLocation: sourceLocation)
    #expect(result.problems == problems, sourceLocation: sourceLocation)
  }

  @Test("A paragraph inserted in the middle")
  func insertMiddle() {
    check(
      "to paint", { .insert(.after($0), text: "to sound horns") },
      [
        ("above;\n\n2 to light", "above;\n\n2 to sound horns;\n\n3 to light"),
        ("3 to ring", "4 to ring"), ("resolves 2 ii)", "resolves 3 ii)"),
        ("resolves 1, 2 and 3", "resolves 1, 3 and 4"), ("1 to 3 above", "1 to 4 above"),
      ], problems: ["widerRange \"resolves 1 to 3 above\""])
  }

  @Test("The last one gives up its mark")
  func insertLast() {
    check(
      "the report on light", { .insert(.after($0), text: "the report on fog;") },
      [("lighthouses,", "lighthouses;\n\nc) the report on fog,")])
    check(
      "the report on harb", { .insert(.before($0), text: "") },
      [
        ("a) the report on harbours;\n\nb)", "a) …;\n\nb) the report on harbours;\n\nc)"),
        ("*considering* b)", "*considering* c)"),
      ])
  }

  @Test("A stable number")
  func insertStable() {
    check(
      "to paint", { .insert(.after($0), text: "to sound horns", stable: true) },
      [("above;\n\n2 to light", "above;\n\n1bis to sound horns;\n\n2 to light")],
      problems: ["widerRange \"resolves 1 to 3 above\""])
  }

  @Test("A clause's only paragraph gets a label, and what named the clause names it")
  func insertBesideLone() {
    let draft = """
      *recalling*

      the log,

      *resolves*

      to burn the log named in *recalling* above.
      """
    check(
      "the log", { .insert(.after($0), text: "the horn") },
      [("the log,", "a) the log;\n\nb) the horn,"), ("*recalling* above", "*recalling* a) above")],
      in: draft)
    check(
      "the log", { .insert(.before($0), text: "the horn") },
      [("the log,", "a) the horn;\n\nb) the log,"), ("*recalling* above", "*recalling* b) above")],
      in: draft)
  }

  @Test("Deletion: the rest moves up, lists and ranges close, a lost target is told")
  func delete() {
    check(
      "to light", { .delete($0) },
      [
        ("2 to light lamps:\n\ni) at night;\n\nii) in fog;\n\n3", "2"),
        ("resolves 1, 2 and 3 above", "resolves 1 and 2 above"),
        ("resolves 1 to 3", "resolves 1 to 2"),
      ],
      problems: [
        "deletedTarget \"resolves 2 ii) above\" resolves 2 ii)",
        "deletedTarget \"resolves 1, 2 and 3 above\" resolves 2",
        "rewritten \"resolves 1 to 3 above\"",
      ])
    check(
      "the report on light", { .delete($0) },
      [
        ("a) the report on harbours;\n\nb) the report on lighthouses,", "the report on harbours,")
      ],
      problems: ["deletedTarget \"considering* b) above\" considering b)"])
    check(
      "the report on harb", { .delete($0) },
      [
        ("a) the report on harbours;\n\nb) the", "the"), ("*considering* b)", "*considering*"),
      ])
  }

  @Test("Moved within its list: labels stay with the places, words turn")
  func move() {
    check(
      "to ring", { .moveUp($0) },
      [
        (
          "2 to light lamps:\n\ni) at night;\n\nii) in fog;\n\n3 to ring bells, as in resolves 1 above and resolves 2 ii) above,",
          "2 to ring bells, as in resolves 1 above and resolves 3 ii) below;\n\n3 to light lamps:\n\ni) at night;\n\nii) in fog,"
        )
      ])
    check(
      "to paint", { .moveDown($0) },
      [
        ("1 to paint buoys, in line with *considering* b) above;\n\n2 to light", "1 to light"),
        (
          "ii) in fog;\n", "ii) in fog;\n\n2 to paint buoys, in line with *considering* b) above;\n"
        ),
        ("resolves 1 above", "resolves 2 above"), ("resolves 2 ii)", "resolves 1 ii)"),
      ])
  }

  @Test("Moved into the next clause: the heading's words follow")
  func cross() {
    check(
      "the report on light", { .moveDown($0) },
      [
        (
          "a) the report on harbours;\n\nb) the report on lighthouses,\n\n*resolves*\n\n1 to paint buoys, in line with *considering* b) above;\n\n2",
          "the report on harbours,\n\n*resolves*\n\n1 the report on lighthouses;\n\n2 to paint buoys, in line with *resolves* 1 above;\n\n3"
        ), ("3 to ring", "4 to ring"), ("resolves 1 above", "resolves 2 above"),
        ("2 ii)", "3 ii)"), ("resolves 1, 2 and 3", "resolves 2, 3 and 4"),
        ("1 to 3", "2 to 4"),
      ])
  }

  @Test("Merged with the next, and split again")
  func mergeAndSplit() {
    let draft = """
      *resolves*

      1 to paint buoys;

      2 to light lamps;

      3 to ring bells, as in resolves 1 and 2 above.
      """
    let merged = """
      *resolves*

      1 to paint buoys; to light lamps;

      2 to ring bells, as in resolves 1 above.
      """
    let result = revised(draft, "to paint") { .merge($0) }
    #expect(result.text == merged)
    let offset = (Frame.front + "*resolves*\n\n1 to paint buoys;").utf8.count
    let back = revised(merged, "to paint") { _ in .split(at: offset + 1) }
    #expect(back.text == draft.replacing("1 and 2 above", with: "1 above"))
    #expect(back.problems == ["splitTarget \"resolves 1 above\" resolves 1"])
  }

  @Test("A new label: of another's place, beyond a gap, of another form")
  func relabel() {
    check(
      "to ring", { .relabel($0, NewLabel(form: .digit, value: 1)) },
      [
        (
          "1 to paint",
          "1 to ring bells, as in resolves 2 below and resolves 3 ii) below;\n\n2 to paint"
        ),
        ("2 to light", "3 to light"),
        (
          "ii) in fog;\n\n3 to ring bells, as in resolves 1 above and resolves 2 ii) above,",
          "ii) in fog,"
        ),
      ])
    check(
      "the report on light", { .relabel($0, NewLabel(form: .letter, value: 4)) },
      [("b) the", "d) the"), ("*considering* b)", "*considering* d)")])
    check(
      "the report on harb", { .relabel($0, NewLabel(form: .digit, value: 1)) },
      [("a) the", "1 the"), ("b) the", "2 the"), ("*considering* b)", "*considering* 2")])
    #expect(
      revised(Self.draft, "to light") { .relabel($0, NewLabel(form: .digit, value: 9)) }.text
        .contains("9 to light lamps"))
  }

  @Test("Bullets become labels")
  func bullets() {
    let draft = """
      *resolves*

      1 to light:

      - lamps;

      - buoys;

      2 to ring bells.
      """
    check(
      "lamps", { .labelBullets($0) }, [("- lamps", "i) lamps"), ("- buoys", "ii) buoys")],
      in: draft)
  }

  @Test("Other resolutions, quoted words and footnotes")
  func surroundings() {
    let draft = """
      *resolves*

      1 to paint buoys;

      2 to light lamps, as in resolves 2 of Resolution 58 (Rev. Busan, 2014) of the Plenipotentiary Conference;

      3 to recall that "it is bound by resolves 2 above";

      4 to ring bells<sup>1</sup>.

      <sup>1</sup> See resolves 2 above.
      """
    check(
      "to paint", { .delete($0) },
      [
        ("1 to paint buoys;\n\n2", "1"), ("3 to recall", "2 to recall"), ("4 to ring", "3 to ring"),
        ("See resolves 2", "See resolves 1"),
      ], in: draft)
  }
}
