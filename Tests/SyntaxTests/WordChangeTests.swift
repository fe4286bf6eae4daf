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

  @Test func inALongParagraph() {
    let many = String(repeating: "lamps of the harbour are lit, ", count: 60)
    #expect(changed(head + "1\tthat \(many)and buo[>x]ys \(many)too;\n\n2\tto ring.\n") == "buoxys")
    #expect(
      changed(head + "1\tthat the the lamps \(many)and buo[y>xx]s too;\n\n2\tto ring.\n")
        == "buoxxs")
  }

  @Test func inAParagraphOfTwoBlocks() {
    #expect(changed(head + "1\tto light every lamp and\n\n\nthe bel[>x]ls of the\n") == "belxls")
  }

  /// A converter lost the line break before an annex.
  @Test func besideAnAnnex() {
    let front = head + "1\tto light every la"
    let many = String(repeating: " of the harbours", count: 8)
    let title = "ANNEX 1 TO RESOLUTION 5 (REV. DUBAI, 2018)"
    #expect(changed(front + "[>x]mp\(many). \(title) Lamps \(many) one\n") == "laxmp")
    #expect(changed(front + "mp\(many). \(title) Lamps \(many) o[>x]ne\n") == "oxne")
    #expect(changed(front + "[>x]mp. \(title) Lamps \(many) one\n") == nil)
    #expect(changed(front + "mp\(many). \(title) Lam[>x]ps \(many) one\n") == nil)
  }

  /// What is cut into tokens after an edit, `«old|new»`, and what of the same text read anew.
  @Test(arguments: [
    "1\tto light [a la«|x»mp](https://lamps.example) at dusk;\n",
    "1\tto light <b>eve«|x»ry</b> lamp;\n",
    "1\tto light the the«|x» lamp;\n", "1\tto light the lam«|p»p lampp here;\n",
    "1\tto light every lamp[1: a no«|x»te] here;\n", "1\tto see http«|s»://lamps.example now;\n",
    "1\tto see htt«|p»://lamps.example now;\n", "1\tto light,every «|x»lamp;\n",
    "1\tto light well-kn«|x»own lamps' wicks;\n", "1\tto light the inter«|»Group lamp;\n",
    "1\tto light the inter«g|G»roup lamp;\n", "1\tto light a lamp.The«|x» bell;\n",
    "1\tto light a lamp.«t|T»he bell;\n", "1\tto light the L«amp|AMP» here;\n",
    "1\tto light the `la«|x»mp` here;\n", "1\tto light *every la«|x»mp* here;\n",
    "1\tto light 20 lam«|x»ps 30 5;\n", "1\tto light 5«|G» lamps;\n",
    "1\tto light the lamp«|é»s;\n",
    "1\tto ligh«|t\n\n»t every lamp;\n", "1\tto light {--eve«|x»ry--} lamp;\n",
    "1\tto follow the reso«|x»lution here;\n", "1\tto follow the resolut«|i»on here;\n",
  ])
  func tokensAsReadAnew(_ marked: String) throws {
    let parts = marked.split(omittingEmptySubsequences: false) { "«|»".contains($0) }
    try #require(parts.count == 4)
    let (first, old, new, rest) = (parts[0], parts[1], parts[2], parts[3])
    let start = (head + first).utf8.count
    let kept = Document(head + first + old + rest).applying(
      TextEdit(range: start..<(start + old.utf8.count), text: String(new)))
    let fresh = Document(head + first + new + rest)
    #expect(kept.bytes == fresh.bytes)
    for (one, other) in zip(kept.sections, fresh.sections) {
      #expect(one.blocks.map(\.tokens) == other.blocks.map(\.tokens))
      #expect(one.blocks.map(\.contents) == other.blocks.map(\.contents))
      #expect(one.blocks.map { "\($0.index)" } == other.blocks.map { "\($0.index)" })
    }
  }
}
