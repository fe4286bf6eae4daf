import LanguageServerProtocol

/// Streams of good and bad frames, cut into pieces anywhere: the same bytes give the same events however
/// they come, and good frames come through whole.
struct FramingFuzz {
  private var generator: Generator

  init(_ generator: Generator) { self.generator = generator }

  func run(until end: UInt64) -> FuzzOutcome {
    var copy = self
    return copy.go(until: end)
  }

  private mutating func go(until end: UInt64) -> FuzzOutcome {
    var outcome = FuzzOutcome()
    var bytes = 0
    while now() < end {
      outcome.rounds += 1
      let isSound = generator.chance(2)
      var bodies: [[UInt8]] = []
      var stream: [UInt8] = []
      for _ in 0..<generator.below(6) {
        let body = generator.bytes(generator.below(60))
        bodies.append(body)
        stream += isSound ? frame(body) : oddFrame(body)
      }
      if !isSound, generator.chance(2) { stream = generator.damaged(stream) }
      bytes += stream.count
      let whole = events([stream])
      if whole != events(pieces(stream)) {
        outcome.fault = "round \(outcome.rounds): the pieces of a stream tell another story"
        break
      }
      if isSound, whole != bodies.map({ .message($0) }) {
        outcome.fault = "round \(outcome.rounds): a good frame was lost"
        break
      }
    }
    outcome.note = "\(bytes) bytes"
    return outcome
  }

  private func frame(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  private mutating func oddFrame(_ body: [UInt8]) -> [UInt8] {
    let lengths = [
      "\(body.count)", "0", "-1", "99999999999999999999", "+3", "1e3", "\(body.count + 5)", "",
      " 7 ",
    ]
    let names = [
      "Content-Length", "content-length", "CONTENT-LENGTH", "Content-Type", "Content-Length ", "X",
    ]
    let ends = ["\r\n", "\n", "\r", "", "\r\n\r\n"]
    var head = ""
    for _ in 0...generator.below(3) {
      head += "\(generator.pick(names) ?? ""): \(generator.pick(lengths) ?? "")"
      head += generator.pick(ends) ?? ""
    }
    if generator.chance(4) { head += "Content-Type: a; charset=latin-1\r\n" }
    return Array((head + (generator.pick(ends) ?? "")).utf8) + body
  }

  private mutating func pieces(_ stream: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = stream[...]
    while !rest.isEmpty {
      let count = 1 + generator.below(generator.chance(3) ? 1 : 40)
      pieces.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  private func events(_ pieces: [[UInt8]]) -> [FrameReader.Event] {
    var reader = FrameReader(bodyLimit: 1000)
    var events: [FrameReader.Event] = []
    for piece in pieces { reader.read(piece) { events.append($0) } }
    return events
  }
}
