import Rules
import Testing

@Suite("duplication")
struct DuplicationTests {
  private let long = "that every lamp in a small harbour is to be lit before the fog comes in"

  @Test("In one part: a warning on the second label, whatever marks and emphasis differ")
  func inOnePart() {
    expect(
      "duplication/paragraph",
      in: Frame.complete(
        """
        *considering*

        a) \(long);

        b) that bells are rung,

        *recognizing*

        a) that horns are sounded;

        «b)» that *every lamp*, in a small harbour, is to be lit before the fog comes in,

        """))
  }

  @Test("An unlabelled paragraph stands for itself by its first word")
  func unlabelled() {
    expect(
      "duplication/paragraph",
      in: Frame.complete(
        "*considering*\n\n\(long),\n\n*recognizing*\n\n«that»\(long.dropFirst(4)),\n"))
  }

  @Test("Short paragraphs, the other part, other addressees are left alone")
  func silent() {
    expect(
      "duplication/paragraph",
      in: Frame.complete(
        "*considering*\n\nthat bells are rung,\n\n*recognizing*\n\nthat bells are rung,\n"))
    expect(
      "duplication/paragraph",
      in: Frame.complete("*considering*\n\n\(long),\n\n*resolves*\n\n\(long).\n"))
    let task = "to light every lamp in a small harbour before the fog of the evening comes in"
    expect(
      "duplication/paragraph",
      in: Frame.complete(
        """
        *resolves*

        that bells are rung,

        *instructs the Secretary-General*

        \(task),

        *invites Member States*

        \(task).

        """))
  }

  @Test("Nearly the same under one heading is a hint")
  func alike() {
    let words = (1...40).map { "lamp\($0)" }.joined(separator: " ")
    let text = { (second: String) in
      Frame.complete("*considering*\n\na) that \(words);\n\nb) that \(second),\n")
    }
    let near = findings(
      text(words.replacing("lamp20", with: "bell")), rule: "duplication/paragraph")
    #expect(near.map(\.severity) == [.hint])
    let far = words.replacing("lamp2", with: "bell")
    #expect(findings(text(far), rule: "duplication/paragraph").isEmpty)
  }
}
