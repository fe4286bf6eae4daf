import Testing

/// Text pasted from a word processor or a PDF gives the tree of its clean form.
@Suite("Pasted text")
struct PastedTextTests {
  static let clean = """
    # RESOLUTION 401 (Rev. Dubai, 2018)

    ## Lamps on small buoys

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    *recalling*

    a) Resolution 400 (Busan, 2014) of the Plenipotentiary Conference, on harbour bells;

    b) that people-centred lamps need care (§ 78 a) of the Harbour Plan),

    *resolves*

    1 that lamps shall be lit at dusk, including:

    i) lamps on buoys;

    ii) lamps on piers;

    2 to keep a log of all lamps, in line with *resolves* 1 above,

    *instructs the Secretary-General, in consultation with the Directors of the Bureaux*

    to report to the Council.

    """

  static let tree = outline(clean)

  @Test func cleanForm() {
    #expect(
      Self.tree == """
        title RESOLUTION 401 (Rev. Dubai, 2018)
        subject Lamps on small buoys
        formula The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
        preambular recalling
          a) Resolution 400 (Busan, 2014) of the Plenipotentiary Conference, on harbour bells;
          b) that people-centred lamps need care (§ 78 a) of the Harbour Plan),
        operative resolves
          1 that lamps shall be lit at dusk, including:
            i) lamps on buoys;
            ii) lamps on piers;
          2 to keep a log of all lamps, in line with resolves 1 above,
        operative instructs the Secretary-General, in consultation with the Directors of the Bureaux
          . to report to the Council.
        """)
  }

  @Test("what stands behind a comment on its line is read")
  func comments() {
    let text = Self.clean.replacing("*recalling*", with: "<!-- a *star* --> *recalling*")
      .replacing("b) that people", with: "<!-- one --><!-- two --> b) that people")
      .replacing("to report to", with: "<!---->to report to")
      .replacing("2 to keep", with: "<!-- nothing else -->\n2 to keep")
    #expect(outline(text) == Self.tree)
  }

  @Test func markdownList() {
    let text = """
      ## RESOLUTION 401 (Rev. Dubai, 2018)

      ### **Lamps on small buoys**

      The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

      *recalling*

      - *a)* Resolution 400 (Busan, 2014) of the Plenipotentiary Conference, on harbour bells;
      - *b)* that people-centred lamps need care (§ 78 a) of the Harbour Plan),

      *resolves*

      - 1 that lamps shall be lit at dusk, including:
        - i) lamps on buoys;
        - ii) lamps on piers;
      - 2 to keep a log of all lamps, in line with *resolves* 1 above,

      *instructs the Secretary-General, in consultation with the Directors of the Bureaux*

      to report to the Council.
      """
    #expect(outline(text) == Self.tree)
  }

  @Test func plainLines() {
    let text = """
      RESOLUTION 401 (Rev. Dubai, 2018)
      Lamps on small buoys
      The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
      recalling
      a) Resolution 400 (Busan, 2014) of the Plenipotentiary Conference, on harbour bells;
      b) that people-centred lamps need care (§ 78 a) of the Harbour Plan),
      resolves
      1 that lamps shall be lit at dusk, including:
      i) lamps on buoys;
      ii) lamps on piers;
      2 to keep a log of all lamps, in line with resolves 1 above,
      instructs the Secretary-General, in consultation with the Directors of the Bureaux
      to report to the Council.
      """
    #expect(outline(text) == Self.tree)
  }

  @Test func wordProcessor() {
    let text =
      "[bookmark: _Toc1]RESOLUTION 401 (Rev.\u{A0}Dubai, 2018)\r\n"
      + "[bookmark: _Toc2]\tLamps on small buoys\r\n"
      + "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),\r\n"
      + "recalling\r\n"
      + "a)\tResolution\u{A0}400 (Busan, 2014) of the Plenipotentiary Con\u{AD}ference, on harbour bells; \r\n"
      + "b)\tthat people\u{2011}centred lamps need care (§\u{A0}78 a) of the Harbour Plan),\r\n"
      + "resolves\r\n"
      + "1\tthat lamps shall be lit at dusk, including:\r\n"
      + "i)\tlamps on buoys;\r\n"
      + "ii)\tlamps on piers;\r\n"
      + "2\tto keep a log of all lamps, in line with resolves\u{A0}1 above,\r\n"
      + "instructs the Secretary-General, in consultation with the Directors of the Bureaux \r\n"
      + "to report to the Council.\r\n"
    let spaces = outline(text).replacing("\u{A0}", " ").replacing("\u{2011}", "-")
    #expect(spaces == Self.tree)
  }

  @Test func hardWrapped() {
    let text = """
      RESOLUTION 401 (Rev. Dubai, 2018)

      Lamps on small buoys

      The Plenipotentiary Conference of the International Telecommunication Union
      (Dubai, 2018),

      recalling

      a) Resolution 400 (Busan, 2014) of the Plenipotentiary Conference, on
      harbour bells;

      b) that people-centred lamps need care (§ 78 a) of the Harbour
      Plan),

      resolves

      1 that lamps shall be lit at dusk, including:

      i) lamps on buoys;

      ii) lamps on piers;

      2 to keep a log of all lamps, in line with resolves
      1 above,

      instructs the Secretary-General, in consultation with the
      Directors of the Bureaux

      to report to the Council.
      """
    #expect(outline(text) == Self.tree)
  }

  @Test func carriageReturnsAlone() {
    #expect(outline(Self.clean.replacing("\n", with: "\r")) == Self.tree)
  }

  @Test func pageBreakInsideParagraph() {
    let broken = Self.clean.replacing(
      "in line with *resolves*", with: "in line\n\n---\n\n– 43 –\n\nwith *resolves*")
    #expect(outline(broken) == Self.tree)
  }

  @Test func footnotesInEveryForm() {
    let forms = [
      ("lamps<sup>1</sup> on", "<sup>1</sup> Lamps of any size."),
      ("lamps[^1] on", "[^1]: Lamps of any size."),
      ("lamps[footnoteRef:1]1 on", "[1: 1\tLamps of any size.]"),
    ]
    for (mark, note) in forms {
      let text = Self.clean.replacing("lamps on buoys", with: mark + " buoys") + "\n" + note + "\n"
      #expect(outline(text) == Self.tree + "\nnote Lamps of any size.", "\(mark)")
    }
  }
}

extension String {
  func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }

  func replacing(_ part: String, _ other: String) -> String { replacing(part, with: other) }
}
