import JSON
import Testing

@Suite struct JSONWriterTests {
  private func written(_ indentation: Int = 0, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(indentation: indentation)
    body(&writer)
    return writer.text
  }

  @Test func putsTheCommas() {
    let text = written {
      $0.beginObject()
      $0.key("a")
      $0.int(1)
      $0.key("b")
      $0.beginArray()
      $0.null()
      $0.beginObject()
      $0.endObject()
      $0.bool(true)
      $0.beginArray()
      $0.endArray()
      $0.endArray()
      $0.key("c")
      $0.raw(Array("[7]".utf8))
      $0.key(String("d\""))
      $0.double(1.5)
      $0.endObject()
    }
    #expect(text == #"{"a":1,"b":[null,{},true,[]],"c":[7],"d\"":1.5}"#)
  }

  @Test func indents() {
    let text = written(2) { $0.value(["a": [1, [:], []], "b": ["c": nil]]) }
    #expect(
      text == """
        {
          "a": [
            1,
            {},
            []
          ],
          "b": {
            "c": null
          }
        }
        """)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\u{8}\u{9}\u{a}\u{c}\u{d}", #""\b\t\n\f\r""#),
    ("\u{0}\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""), ("é😀\u{2028}", "\"é😀\u{2028}\""),
    ("1234567\n", #""1234567\n""#), ("12345678é\"", #""12345678é\"""#),
  ])
  func escapes(string: String, text: String) {
    #expect(written { $0.string(string) } == text)
    #expect(written { $0.string(Array(string.utf8)) } == text)
    #expect(written { $0.string(string.utf8.lazy.map { $0 }) } == text)
  }

  @Test func invalidUTF8IsRepaired() {
    #expect(
      written { $0.string([0x61, 0xFF, 0x22, 0xED, 0xA0, 0x80]) }.hasPrefix("\"a\u{FFFD}\\\""))
    var writer = JSONWriter()
    writer.string([0x80, 0x61])
    #expect(writer.bytes == Array("\"\u{FFFD}a\"".utf8))
  }

  @Test(arguments: [
    0, 7, 10, -1, 99_999_999, 100_000_000, -99_999_999, 123_456_789_012, Int.max, Int.min,
  ])
  func integers(value: Int) {
    #expect(written { $0.int(value) } == String(value))
  }

  @Test func arraysOfIntegers() {
    #expect(written { $0.integers([]) } == "[]")
    let values: [UInt32] = [0, 9, 10, 99, 100, 12_345, 999_999_999, 1_000_000_000, .max]
    let list = values.map(String.init).joined(separator: ",")
    #expect(written { $0.integers(values) } == "[\(list)]")
    let nested = written {
      $0.beginArray()
      $0.integers([1])
      $0.integers([2, 3])
      $0.endArray()
    }
    #expect(nested == "[[1],[2,3]]")
    #expect(written(1) { $0.integers([1, 2]) } == "[\n 1,\n 2\n]")
  }

  @Test func doubles() {
    #expect(written { $0.double(.nan) } == "null")
    #expect(written { $0.double(-.infinity) } == "null")
    for value: Double in [0.1, -0.0, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 100] {
      #expect(Double(written { $0.double(value) })?.bitPattern == value.bitPattern)
    }
  }

  @Test func canBeUsedAgain() {
    var writer = JSONWriter()
    writer.value([1])
    writer.removeAll()
    writer.value([2])
    #expect(writer.text == "[2]")
  }
}
