import Testing

@Suite("numbering")
struct NumberingTests {
  @Test func gap() {
    expect(
      "numbering/gap",
      in: Frame.complete(
        """
        *recalling*

        a) the report on lamps;

        «c)» the report on buoys;

        d) the report on bells,
        """))
  }
}
