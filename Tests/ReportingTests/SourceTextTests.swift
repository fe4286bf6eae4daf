import TestSupport
import Testing

@testable import Reporting

@Suite struct SourceTextTests {
  /// `line:column` of every offset.
  private func places(_ text: String) -> String {
    let source = SourceText(Array(text.utf8))
    return (0...text.utf8.count).map { offset in
      let place = source.position(of: offset)
      return "\(place.line):\(place.column)"
    }.joined(separator: " ")
  }

  @Test func lineEnds() {
    #expect(places("a\nb") == "1:1 1:2 2:1 2:2")
    #expect(places("a\r\nb") == "1:1 1:2 1:3 2:1 2:2")
    #expect(places("a\rb\r\r") == "1:1 1:2 2:1 2:2 3:1 4:1")
    #expect(places("\n\n") == "1:1 2:1 3:1")
    #expect(places("") == "1:1")
  }

  @Test func columnsAreBytesAndTheByteOrderMarkIsNotInTheLine() {
    #expect(places("é\n") == "1:1 1:2 1:3 2:1")
    #expect(places("\u{FEFF}a") == "1:1 1:1 1:1 1:1 1:2")
    #expect(SourceText([0xEF, 0xBB, 0xBF, 0x61]).position(of: 3).offset == 3)
  }

  @Test func offsetsOutsideGoToTheNearestEnd() {
    let source = SourceText(Array("a\nbc".utf8))
    #expect(source.position(of: -5) == .init(line: 1, column: 1, offset: 0))
    #expect(source.position(of: .max) == .init(line: 2, column: 3, offset: 4))
    #expect(source.line(0) == 4..<4)
    #expect(source.line(9) == 4..<4)
  }

  @Test func linesWithoutTheirEnds() {
    let text = "\u{FEFF}ab\r\n\ncd\re"
    let source = SourceText(Array(text.utf8))
    #expect(
      (1...4).map { String(decoding: source.bytes[source.line($0)], as: UTF8.self) } == [
        "ab", "", "cd", "e",
      ])
  }
}

@Suite struct ScalarScannerTests {
  private func scalars(_ bytes: [UInt8]) -> String {
    var scanner = ScalarScanner(bytes[...])
    var text = ""
    var end = 0
    while let (scalar, range) = scanner.next() {
      #expect(range.lowerBound == end)
      end = range.upperBound
      text.unicodeScalars.append(scalar)
    }
    #expect(end == bytes.count)
    return text
  }

  @Test func agreesWithTheStandardLibrary() {
    var random = SeededGenerator()
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1,
      0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<6 {
        bytes.append(interesting.randomElement(using: &random) ?? 0)
      }
      #expect(scalars(bytes) == String(decoding: bytes, as: UTF8.self), "\(bytes)")
    }
    let good = "a\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(scalars(Array(good.utf8)) == good)
  }
}

@Suite struct DisplayTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("\u{301}", 0), ("漢", 2), ("Ａ", 2), ("한", 2), ("\u{1161}", 0), ("😀", 2),
      ("☎", 1), ("и", 1), ("ع", 1), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{A0}", 1),
    ] as [(Unicode.Scalar, Int)])
  func width(_ scalar: Unicode.Scalar, _ columns: Int) {
    #expect(Display.width(scalar) == columns)
  }

  @Test func whatCouldSteerATerminalIsShownByNumber() {
    #expect(Display.line("a\u{1B}[31mb") == "a\\u{1b}[31mb")
    #expect(Display.line("a\nb\tc\r\u{0}\u{7F}\u{9B}") == "a\\nb\\tc\\r\\u{0}\\u{7f}\\u{9b}")
    #expect(
      Display.line("\u{202E}x\u{2066}\u{2028}\u{AD}") == "\\u{202e}x\\u{2066}\\u{2028}\\u{ad}")
    #expect(Display.line("naïve – ok 漢") == "naïve – ok 漢")
  }
}
