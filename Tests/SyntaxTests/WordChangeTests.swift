import Syntax
import Testing
import TextModel

/// A draft with `[old>new]` at the place of the edit, and what is known of it.
@Suite struct WordChangeTests {
  /// The word behind the change, or `nil` where the section was made anew.
  private func changed(_ marked: String) -> String? {
    let parts = marked.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    let inner = parts[1].split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
    let edit = inner[0].split(separator: ">", omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let before = Document(String(parts[0] + edit[0] + inner[1]))
    let after = before.applying(
      TextEdit(range: start..<(start + edit[0].utf8.count), text: String(edit[1])))
    let place = after.section(at: start)
    guard let change = after.sections[place].wordChange(since: before.sections[place]) else {
      return nil
    }
    let section = after.sections[place]
    let word = section.blocks[change.block].tokens[change.token].span
    return section.string(word.shifted(by: section.starts[change.block]))
  }

  private let head = """
    RESOLUTION 5 (DUBAI, 2018)

    Lamps of small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    *considering*

    that bells are rung<sup>1</sup> in the fog,

    *resolves*


    """

  @Test func aLetterInAWord() {
    #expect(changed(head + "1\tto light every la[>x]mp at dusk;\n\n2\tto ring.\n") == "laxmp")
    #expect(changed(head + "1\tto light every la[m>]p at dusk;\n\n2\tto ring.\n") == "lap")
    #expect(changed(head + "1\tto light the Har[>x]bour lamp;\n\n2\tto ring.\n") == "Harxbour")
    #expect(changed(head + "1\tto light every lamp[>s] at dusk;\n\n2\tto ring.\n") == "lamps")
    #expect(changed(head + "1\tto light every [lamp>small fire] at dusk.\n") == nil)
  }

  @Test func whatIsMoreThanAWord() {
    for text in [
      "1\tt[o>oo] light every lamp;\n", "1\tto light every lamp[>;]\n",
      "1\tto light [>E]very lamp;\n",
      "[1>2]\tto light every lamp;\n",
      "1\tto light 20 l[a>1]mps;\n",
      "1\tto light every lamp[>\n\n2\tto] ring;\n", "1\tto light the [lamps>resolution] at dusk;\n",
      "*inst[>r]ructs the Director*\n\nto light,\n",
    ] {
      #expect(changed(head + text) == nil, "\(text)")
    }
    #expect(changed("RESOLUTION 5 (DUBAI, 2018)\n\nLamps of sm[>x]all harbours\n") == nil)
  }
}
