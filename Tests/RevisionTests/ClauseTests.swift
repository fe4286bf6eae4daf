import Revision
import Syntax
import Testing

/// Edits of whole clauses. The number is that of the clause.
@Suite("Clauses that carry references")
struct ClauseTests {
  static let draft = """
    *recalling*

    the log of *noting* b) below,

    *noting*

    a) the report on harbours;

    b) the report on lighthouses,

    *noting further*

    a) the report on horns;

    b) the report named in *noting* a) above,

    *resolves*

    1 to paint buoys, in line with *noting further* b) above;

    2 to ring bells.
    """

  private func check(
    _ edit: StructureEdit, _ replacements: [(String, String)], problems: [String] = [],
    in draft: String = draft, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var wanted = draft
    for (old, new) in replacements {
      #expect(wanted.contains(old), sourceLocation: sourceLocation)
      wanted = wanted.replacing(old, with: new, maxReplacements: 1)
    }
    let result = revised(draft, "") { _ in edit }
    #expect(result.text == wanted, sourceLocation: sourceLocation)
    #expect(result.problems == problems, sourceLocation: sourceLocation)
  }

  @Test("Moved past another: words turn, labels stay")
  func move() {
    let noting = "*noting*\n\na) the report on harbours;\n\nb) the report on lighthouses,\n\n"
    let further =
      "*noting further*\n\na) the report on horns;\n\nb) the report named in *noting* a) above,\n\n"
    check(
      .moveClauseDown(1),
      [(noting + further, further.replacing("above", with: "below") + noting)])
    check(
      .moveClauseUp(2), [(noting + further, further.replacing("above", with: "below") + noting)])
    let recalling = "*recalling*\n\nthe log of *noting* b) below,\n\n"
    check(
      .moveClauseUp(1), [(recalling + noting, noting + recalling.replacing("below", with: "above"))]
    )
    #expect(revised(Self.draft, "") { _ in .moveClauseDown(2) }.text.contains("operative part"))
    #expect(revised(Self.draft, "") { _ in .moveClauseUp(0) }.text == "not there")
  }

  @Test("The last one takes the full stop")
  func moveLast() {
    check(
      .moveClauseDown(0),
      [
        (
          "*resolves*\n\nto paint,\n\n*invites*\n\nto ring as in *resolves* above.",
          "*invites*\n\nto ring as in *resolves* below,\n\n*resolves*\n\nto paint."
        )
      ], in: "*resolves*\n\nto paint,\n\n*invites*\n\nto ring as in *resolves* above.")
  }

  @Test("Inserted, and deleted again")
  func insert() {
    check(
      .insertClause(after: 0, heading: "considering", text: "the fog;"),
      [("below,\n\n", "below,\n\n*considering*\n\nthe fog,\n\n")])
    let clause = "\n\n*invites Member States*\n\nto report"
    check(
      .insertClause(after: 3, heading: "invites Member States", text: "to report"),
      [("2 to ring bells.", "2 to ring bells," + clause + ".")])
    let longer = Self.draft.dropLast() + "," + clause + "."
    #expect(revised(String(longer), "") { _ in .deleteClause(4) }.text == Self.draft)
    #expect(
      revised(Self.draft, "") { _ in .insertClause(after: 0, heading: "whatever", text: "x") }.text
        .hasPrefix("refused"))
  }

  @Test("Merged: the labels run on, references have the other heading")
  func merge() {
    check(
      .mergeClauses(1),
      [
        (
          "lighthouses,\n\n*noting further*\n\na) the report on h",
          "lighthouses;\n\nc) the report on h"
        ),
        ("b) the report named", "d) the report named"), ("*noting further* b)", "*noting* d)"),
      ])
    check(
      .mergeClauses(0),
      [
        (
          "the log of *noting* b) below,\n\n*noting*\n\na)",
          "a) the log of *recalling* c) below;\n\nb)"
        ),
        ("b) the report on light", "c) the report on light"),
        ("named in *noting* a)", "named in *recalling* b)"),
      ])
    #expect(revised(Self.draft, "") { _ in .mergeClauses(2) }.text.contains("do not mix"))
  }
}
