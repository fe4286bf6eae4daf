import LanguageServerProtocol
import TestSupport
import Testing

/// Random damage: whatever comes, the pieces it comes in make no difference, and after damage a few
/// good messages bring the reader back.
@Suite struct FrameFuzzTests {
  private func read(_ bytes: [UInt8], sizes: () -> Int) -> [FrameReader.Event] {
    var reader = FrameReader(bodyLimit: 200)
    var result: [FrameReader.Event] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(max(1, sizes()))
      rest = rest.dropFirst(piece.count)
      reader.read(Array(piece)) { result.append($0) }
    }
    return result
  }

  @Test func piecesMakeNoDifferenceAndTheReaderRecovers() {
    var random = SeededGenerator()
    let deadline = ContinuousClock.now + .milliseconds(700)
    var rounds = 0
    while ContinuousClock.now < deadline || rounds < 200 {
      rounds += 1
      var stream: [UInt8] = []
      for _ in 0..<4 {
        let count = Int.random(in: 0..<60, using: &random)
        stream += FrameWriter.frame([UInt8](repeating: 0x7B, count: count))
      }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard let index = stream.indices.randomElement(using: &random) else { break }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: stream.remove(at: index)
        case 1: stream[index] = UInt8.random(in: 0...255, using: &random)
        default: stream.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: index)
        }
      }
      // No damaged length reaches further than the limit and one header.
      let last = Array("[\"last\"]".utf8)
      for _ in 0..<200 { stream += FrameWriter.frame(last) }
      let whole = read(stream) { stream.count }
      let single = read(stream) { 1 }
      let mixed = read(stream) { Int.random(in: 1...40, using: &random) }
      #expect(whole == single, "seed \(random.seed)")
      #expect(whole == mixed, "seed \(random.seed)")
      #expect(whole.last == .message(last), "seed \(random.seed)")
    }
  }
}
