import LanguageServerProtocol
import Syntax
import TestSupport
import Testing
import TextModel

@testable import LanguageServer

/// Positions by sections and blocks against an index of all lines.
@Suite struct PositionMapTests {
  private static let pieces = [
    "\n", "\r\n", "\r", "\n\n", "resolves", "considering", " ", "a) ", "1 ", "the 🌍 of ",
    "Резолюция",
    "决议 ", "القرار", "é", "RESOLUTION 1 (Dubai, 2018)\n", "```\n", "| a | b |\n", "*further*",
    "<!--",
    "-->", "The Plenipotentiary Conference (Dubai, 2018),\n", "ANNEX 1\n", "𐐀",
  ]

  private func text(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0..<60, using: &generator)
    return (0..<count).flatMap { _ in
      Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
    }
  }

  private func check(_ document: Document) {
    let bytes = document.bytes
    let index = LineIndex(bytes)
    #expect(document.lineCount + 1 == index.starts.count)
    let fresh = Document(bytes)
    #expect(document.starts == fresh.starts)
    #expect(document.lineStarts == fresh.lineStarts)
    #expect(document.count == bytes.count)
    for encoding in PositionEncoding.allCases {
      let map = PositionMap(document: document, encoding: encoding)
      for offset in -1...(bytes.count + 1) {
        let mine = map.position(of: offset)
        let cut = max(0, min(offset, bytes.count))
        let theirs = index.position(of: cut, in: bytes, encoding: encoding)
        #expect(mine == Position(line: theirs.line, character: theirs.column), "\(offset)")
      }
      for line in 0...(index.starts.count + 2) {
        for character in [0, 1, 2, 3, 5, 8, 13, 1 << 31] {
          let place = TextPosition(line: line, column: character)
          let theirs = index.offset(of: place, in: bytes, encoding: encoding)
          let mine = map.offset(of: Position(line: line, character: character))
          #expect(mine == theirs ?? bytes.count, "\(line):\(character)")
          let exact = map.exactOffset(of: Position(line: line, character: character))
          if let exact { #expect(exact == mine) }
          if theirs == nil {
            let isEnd = line == index.starts.count && character == 0
            #expect(exact == (isEnd ? bytes.count : nil))
          }
        }
      }
    }
  }

  @Test func textsAndEdits() {
    var generator = SeededGenerator()
    for _ in 0..<60 {
      var document = Document(text(&generator))
      check(document)
      for _ in 0..<3 {
        let start = Int.random(in: 0...document.count, using: &generator)
        let end = min(document.count, start + Int.random(in: 0..<20, using: &generator))
        document.apply(TextEdit(range: start..<end, replacement: text(&generator)))
        check(document)
      }
    }
  }

  @Test("A place inside a character is no place for an edit")
  func insideCharacters() {
    let document = Document("a🌍b\ré\r\n")
    func exact(_ encoding: PositionEncoding, _ line: Int) -> [Int?] {
      let map = PositionMap(document: document, encoding: encoding)
      return (0...6).map { map.exactOffset(of: Position(line: line, character: $0)) }
    }
    #expect(exact(.utf8, 0) == [0, 1, nil, nil, nil, 5, 6])
    #expect(exact(.utf16, 0) == [0, 1, nil, 5, 6, 6, 6])
    #expect(exact(.utf32, 0) == [0, 1, 5, 6, 6, 6, 6])
    #expect(exact(.utf8, 1) == [7, nil, 9, 9, 9, 9, 9])
    #expect(exact(.utf16, 2) == [11, 11, 11, 11, 11, 11, 11])
    #expect(exact(.utf16, 3) == [11, nil, nil, nil, nil, nil, nil])
    #expect(exact(.utf16, 4) == [nil, nil, nil, nil, nil, nil, nil])
  }

  @Test func rangesThatRunBackwards() {
    let map = PositionMap(document: Document("one\ntwo\n"), encoding: .utf16)
    let backwards = PositionRange(
      start: Position(line: 1, character: 2), end: Position(line: 0, character: 1))
    #expect(map.exactOffsets(of: backwards) == nil)
    #expect(map.offsets(of: backwards) == 6..<6)
  }
}
