import JSON
import Testing

@Suite struct JSONParserTests {
  private func read(_ text: String, _ options: JSONOptions = .strict) throws -> JSONValue {
    try JSONParser(options: options).value(text)
  }

  private func failure(_ text: String, _ options: JSONOptions = .strict) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONParser(options: options).value(text)
      return nil
    } catch {
      return error
    }
  }

  private static let values: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-1", -1),
    ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("9223372036854775808", 9223372036854775808.0), ("1.5e3", 1500.0), ("1E+2", 100.0),
    ("1e-400", 0.0), (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"),
    (#""\u0041\u00e9\uD83D\uDE00""#, "Aé😀"), (#""\ud83d""#, "\u{FFFD}"),
    (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    ("[]", []), ("[1,[2],{}]", [1, [2], [:]]), ("{\"a\":{\"b\":[null]}}", ["a": ["b": [nil]]]),
    ("\u{FEFF}[1]", [1]), ("\"12345678é90123456789\"", "12345678é90123456789"),
  ]

  @Test(arguments: values)
  func reads(text: String, value: JSONValue) throws { #expect(try read(text) == value) }

  @Test func numbersKeepTheirKind() throws {
    #expect(try read("1.0") == .double(1))
    #expect(try read("1.0").int == 1)
    #expect(try read("1e3").int == 1000)
    #expect(try read("1e300").int == nil)
    #expect(try read("1e300").clampedInt == .max)
    #expect(try read("-1e300").clampedInt == .min)
    #expect(try read("-0").double?.sign == .minus)
  }

  @Test(arguments: [
    ("", 0, 1, 1), ("[1,]", 3, 1, 4), ("[1 2]", 3, 1, 4), ("{,}", 1, 1, 2), ("{\"a\" 1}", 5, 1, 6),
    ("{\"a\":}", 5, 1, 6), ("{a:1}", 1, 1, 2), ("tru", 0, 1, 1), ("nul", 0, 1, 1), ("01", 1, 1, 2),
    ("1.", 2, 1, 3), ("-", 1, 1, 2), ("+1", 0, 1, 1), (".5", 0, 1, 1), ("1e", 2, 1, 3),
    ("\"a", 0, 1, 1), ("\"\\x\"", 1, 1, 2), ("\"\\u12g4\"", 1, 1, 2), ("\"\n\"", 1, 1, 2),
    ("[1]\r\n  x", 7, 2, 3), ("[\r1\r,x]", 5, 3, 2), ("1e400", 0, 1, 1), ("// a\n1", 0, 1, 1),
    ("[1,\n 2,\n /", 9, 3, 2), ("{\"a\":1,}", 7, 1, 8), ("'a'", 0, 1, 1),
  ])
  func saysWhereItFails(text: String, offset: Int, line: Int, column: Int) throws {
    let error = try #require(failure(text))
    #expect([error.offset, error.line, error.column] == [offset, line, column], "\(error)")
  }

  @Test func saysWhatItExpected() {
    #expect(failure("{\"a\" 1}")?.description == "line 1, column 6: expected ':', found '1'")
    #expect(failure("[1 é]")?.message == "expected ',' or ']', found 'é'")
    #expect(failure("{\"a\":")?.message == "the text ends where a value is expected")
    #expect(failure("{'a':1}")?.message.hasSuffix("found a single quotation mark") == true)
  }

  @Test func settingsTakeCommentsAndTrailingCommas() throws {
    let text = """
      // first
      { /* a */ "a": [1, 2, /* last */ ], // b
        "b": {"c": true,},
      } // end
      """
    #expect(try read(text, .settings) == ["a": [1, 2], "b": ["c": true]])
    #expect(failure(text) != nil)
    #expect(failure("[,]", .settings)?.offset == 1)
    #expect(failure("[1,,]", .settings)?.offset == 3)
    #expect(failure("[1] /* open", .settings)?.offset == 4)
    #expect(failure("[1 / 2]", .settings)?.offset == 3)
  }

  @Test func depthIsLimited() {
    let deep = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(failure(deep(128)) == nil)
    #expect(failure(deep(129))?.reason == .tooDeep(limit: 128))
    #expect(failure(String(repeating: "{\"a\":", count: 1_000_000))?.offset == 128 * 5)
    var options = JSONOptions()
    options.maximumDepth = 1_000_000
    #expect(options.maximumDepth == 128)
  }

  @Test func loneSurrogatesCanBeRefused() throws {
    let options = JSONOptions(rejectsLoneSurrogates: true)
    #expect(failure(#""a\ud83d""#, options)?.reason == .loneSurrogate)
    #expect(failure(#""\ude00\ud83d""#, options)?.offset == 1)
    #expect(try read(#""\ud83d\ude00""#, options) == "😀")
  }

  @Test func invalidUTF8IsRepaired() throws {
    let bytes: [UInt8] = [0x22, 0x61, 0xFF, 0xC3, 0x22]
    #expect(try JSONParser().value(bytes) == "a\u{FFFD}\u{FFFD}")
    let read = try JSONCursor.read(bytes) { cursor throws(JSONError) in try cursor.readBytes() }
    #expect(read == Array("a\u{FFFD}\u{FFFD}".utf8))
  }

  @Test func duplicateKeysAreReportedAndTheLastOneWins() throws {
    let text = #"{"a": 1, "b": 2, "a": 3, "\u0061": 4}"#
    let document = try JSONParser().document(text)
    #expect(document.root.value == ["a": 4, "b": 2])
    #expect(document.duplicateKeys.map(\.range) == [17..<20, 25..<33])
    #expect(document.duplicateKeys.map(\.earlier) == [1..<4, 17..<20])
    #expect(try read(text) == ["a": 4, "b": 2])
    let many = (0..<5000).map { "\"k\($0 % 2500)\":\($0)" }.joined(separator: ",")
    let large = try JSONParser().document("{\(many)}")
    #expect(large.duplicateKeys.count == 2500)
    #expect(large.root["k7"]?.int == 2507)
  }

  @Test func namesAreComparedByteByByte() throws {
    let value = try read("{\"\u{e9}\": 1, \"e\u{301}\": 2}")
    #expect(value["\u{e9}"] == 1)
    #expect(value["e\u{301}"] == 2)
  }

  @Test func nodesKnowTheirPlace() throws {
    let text = "{\n  \"rules\": { \"numbering/gap\": \"off\" },\n  \"n\": [1, 20]\n}"
    let root = try JSONParser(options: .settings).document(text).root
    let bytes = Array(text.utf8)
    let part = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    let rule = try #require(root["rules"]?.members?.first)
    #expect(part(rule.keyRange) == "\"numbering/gap\"")
    #expect(part(rule.value.range) == "\"off\"")
    #expect(root["n"]?.elements?.map { part($0.range) } == ["1", "20"])
    #expect(part(root.range) == text)
    let place = JSONPlace(offset: rule.value.range.lowerBound, in: bytes)
    #expect([place.line, place.column] == [2, 31])
    #expect(root["n"]?.kind.name == "an array")
  }
}
