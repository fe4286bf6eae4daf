import Testing
import TextModel

@Suite struct StringSearchTests {
  @Test(arguments: [
    ("a Bureau of the Bureaux", "Bureaux", true), ("aab", "ab", true), ("aab", "aab", true),
    ("aab", "aabb", false), ("aab", "ba", false), ("", "a", false), ("", "", true),
    ("é", "e", false),
  ])
  func holds(_ text: String, _ part: String, _ expected: Bool) {
    #expect(text.holds(part) == expected)
  }
}
