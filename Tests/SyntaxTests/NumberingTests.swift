import Testing

/// `i)` is a letter behind `h)` and a numeral behind a colon (CONVENTIONS 1.6).
@Suite("Reading labels")
struct LabelTests {
  private func labels(_ body: String) -> [String] {
    let text =
      "RESOLUTION 5 (Dubai, 2018)\n\nLamps\n\n"
      + "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),\n\n"
      + body
    return outline(text).split(separator: "\n").filter { $0.hasPrefix("  ") }.map { line in
      let label = line.drop { $0 == " " }.prefix { $0 != " " }
      let depth = line.prefix { $0 == " " }.count / 2
      return String(repeating: ">", count: depth - 1) + label
    }
  }

  @Test func letterBehindH() {
    let body = "*noting*\n\n" + "abcdefghijk".map { "\($0)) text;\n\n" }.joined()
    #expect(labels(body) == "abcdefghijk".map { "\($0))" })
  }

  @Test func numeralBehindColon() {
    let body = """
      *noting*

      a) the following:

      i) one;

      ii) two;

      b) more
      """
    #expect(labels(body) == ["a)", ">i)", ">ii)", "b)"])
  }

  @Test func numeralsBelowH() {
    let letters = "abcdefg".map { "\($0)) text;\n\n" }.joined()
    let body =
      "*noting*\n\n" + letters + "h) these:\n\ni) one;\n\nii) two;\n\ni) letter;\n\nj) more"
    #expect(labels(body).suffix(5) == ["h)", ">i)", ">ii)", "i)", "j)"])
  }

  @Test func tabsAndDepth() {
    let body =
      "*resolves*\n\n1\tthis:\n\na)\tone:\n\ni)\tdeep;\n\nii)\tdeep;\n\nb)\ttwo;\n\n2\tmore"
    #expect(labels(body) == ["1", ">a)", ">>i)", ">>ii)", ">b)", "2"])
  }

  @Test func decimals() {
    let body = "*resolves*\n\n1\tthis:\n\n1.1\tone;\n\n1.2\ttwo;\n\n2\tmore:\n\n2.1\tthree"
    #expect(labels(body) == ["1", ">1.1", ">1.2", "2", ">2.1"])
  }

  @Test func bulletsAndInsertions() {
    let body = "*noting*\n\na) these:\n\n- one;\n\n- two;\n\nb) more;\n\nb)bis inserted;\n\nc) last"
    #expect(labels(body) == ["a)", ">-", ">-", "b)", "b)bis", "c)"])
  }

  @Test func numbersThatAreNoLabels() {
    let body = """
      *resolves*

      1 that the lamps of the
      2030 Agenda be lit, and that
      5 million lamps be kept;

      2 to go on
      """
    #expect(labels(body) == ["1", "2"])
  }

  @Test func listBelowPlainLeadIn() {
    let body =
      "*urges Member States*\n\nto make every effort with a view to:\n\ni) one;\n\nii) two."
    #expect(labels(body) == [".", ">i)", ">ii)"])
  }
}
