import LanguageServerProtocol
import Testing

@Suite struct FrameReaderTests {
  /// What the reader makes of a stream, a line an event, whatever the size of the pieces.
  private func events(_ stream: [UInt8], pieces: [Int], limit: Int = 1000) -> [String] {
    var reader = FrameReader(bodyLimit: limit)
    var result: [String] = []
    var rest = stream[...]
    var turn = 0
    while !rest.isEmpty {
      let piece = rest.prefix(max(1, pieces[turn % pieces.count]))
      rest = rest.dropFirst(piece.count)
      turn += 1
      reader.read(Array(piece)) { event in
        switch event {
        case .message(let body): result.append(String(decoding: body, as: UTF8.self))
        case .problem(let problem): result.append("! \(problem)")
        }
      }
    }
    return result
  }

  private func check(
    _ stream: String, _ expected: [String], limit: Int = 1000,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(stream.utf8)
    for pieces in [[bytes.count], [1], [2], [3, 7, 1], [16]] {
      #expect(
        events(bytes, pieces: pieces, limit: limit) == expected, "pieces of \(pieces)",
        sourceLocation: location)
    }
  }

  @Test func messagesAreCutByTheirLength() {
    check("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", ["{}", "[1]"])
    check("Content-Length: 0\r\n\r\nContent-Length: 5\r\n\r\n\"é\"1", ["", "\"é\"1"])
  }

  @Test func namesMayHaveAnyCaseAndValuesBlanks() {
    check("content-length:2\r\n\r\n{}", ["{}"])
    check("CONTENT-LENGTH: \t 2 \r\nX-Other: a:b\r\n\r\n{}", ["{}"])
    check("Content-Length: 2\n\n{}\r\n\r\nContent-Length: 2\n\r\n[]", ["{}", "[]"])
  }

  @Test func charsetMustBeUTF8() {
    let type = "Content-Type: application/vscode-jsonrpc; charset="
    check("Content-Length: 2\r\n\(type)utf-8\r\n\r\n{}", ["{}"])
    check("\(type)\"UTF8\"\r\nContent-Length: 2\r\n\r\n{}", ["{}"])
    check("Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", ["{}"])
    check(
      "Content-Length: 2\r\n\(type)utf-16\r\n\r\n{}Content-Length: 2\r\n\r\n[]",
      ["! the charset utf-16 is not supported, only utf-8", "[]"])
  }

  @Test func garbageIsPassedOver() {
    let garbage = "! bytes that belong to no message were passed over"
    check("hello\r\nContent-Length: 2\r\n\r\n{}", [garbage, "{}"])
    check("helloContent-Length: 2\r\n\r\n{}", [garbage, "{}"])
    check("a line\r\nhelloContent-Length: 2\r\n\r\n{}", [garbage, "{}"])
    check("a line\r\n\r\nContent-Length: 2\r\n\r\n{}", [garbage, "{}"])
    check("x: y content-length: 2\r\n\r\n{}", [garbage, "{}"])
    // The first length is too small by two.
    check(
      "Content-Length: 2\r\n\r\n{  }Content-Length: 2\r\n\r\n[]", ["{ ", garbage, "[]"])
  }

  @Test func badLengthsAreReportedAndTheNextMessageIsRead() {
    let next = "Content-Length: 2\r\n\r\n{}"
    let invalid = "! a Content-Length is not a number of bytes"
    check("Content-Length: -1\r\n\r\n\(next)", [invalid, "{}"])
    check("Content-Length: \r\n\r\n\(next)", [invalid, "{}"])
    check("Content-Length: 99999999999999999999999999999\r\n\r\n\(next)", [invalid, "{}"])
    check("Content-Length: 2x\r\n\r\n{}\(next)", [invalid, "{}"])
    check("X: y\r\n\r\n\(next)", ["! a header has no Content-Length", "{}"])
    check(
      "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}\(next)",
      ["! a header has two different Content-Lengths", "{}"])
    check("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", ["{}"])
  }

  @Test func tooLongBodiesAreSkipped() {
    check(
      "Content-Length: 12\r\n\r\n123456789012Content-Length: 2\r\n\r\n{}",
      ["! a message of 12 bytes is over the limit", "{}"], limit: 11)
  }

  @Test func endlessHeadersAreDropped() {
    let long = String(repeating: "x", count: 20_000)
    check("\(long)Content-Length: 2\r\n\r\n{}", ["! a header is longer than 8192 bytes", "{}"])
    for shift in 8150...8200 {
      let exact = String(repeating: "x", count: shift)
      let read = events(Array("\(exact)Content-Length: 2\r\n\r\n{}".utf8), pieces: [500])
      #expect(read.last == "{}", "\(shift)")
    }
  }

  @Test func knowsWhetherAMessageIsCutOff() {
    var reader = FrameReader()
    #expect(reader.isBetweenMessages)
    reader.read(Array("Content-Length: 2\r\n\r\n{".utf8)) { _ in }
    #expect(!reader.isBetweenMessages)
    reader.read(Array("}".utf8)) { _ in }
    #expect(reader.isBetweenMessages)
  }

  @Test func whatIsWrittenIsRead() {
    let bodies = ["{}", "", "\"😀\"", String(repeating: "a", count: 900)]
    let stream = bodies.flatMap { FrameWriter.frame(Array($0.utf8)) }
    #expect(events(stream, pieces: [5]) == bodies)
  }
}
