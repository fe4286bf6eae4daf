/// Random input for the parts that meet the outside: framing, the whole server, the tree. A trap ends the
/// process and so the check; what else must hold is asked after each round.
///
///     Benchmarks fuzz [--part framing|server|tree] [--seconds N] [--seed N]
struct FuzzCheck {
  let options: Options

  func run() -> Int32 {
    let seed = options.seed
    let seconds = max(1, options.number("seconds", 5))
    let parts: [(name: String, run: (Generator, UInt64) -> FuzzOutcome)] = [
      ("framing", { FramingFuzz($0).run(until: $1) }),
      (
        "server",
        { [options] in ServerFuzz($0, texts: options.texts().map(\.bytes)).run(until: $1) }
      ),
      ("tree", { [options] in TreeFuzz($0, texts: options.texts().map(\.bytes)).run(until: $1) }),
    ]
    let wanted = options.text("part")
    guard wanted == nil || parts.contains(where: { $0.name == wanted }) else {
      print("--part takes framing, server or tree")
      return 2
    }
    for part in parts where wanted == nil || wanted == part.name {
      let end = now() + UInt64(seconds) * 1_000_000_000
      let outcome = part.run(Generator(seed), end)
      print("fuzz \(part.name): seed \(seed), \(outcome.rounds) rounds, \(outcome.note)")
      if let fault = outcome.fault {
        print("fuzz \(part.name): \(fault)")
        return 1
      }
    }
    return 0
  }
}

/// How a part came through.
struct FuzzOutcome {
  var rounds = 0
  /// What was done, in figures.
  var note = ""
  /// What did not hold, with the round.
  var fault: String?
}

extension Generator {
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }

  mutating func chance(_ one: Int) -> Bool { below(one) == 0 }

  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  /// A few bytes changed, taken out or put in.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(4) {
      let place = below(bytes.count + 1)
      switch below(4) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 2 where place < bytes.count: bytes.remove(at: place)
      default: bytes = Array(bytes.prefix(place))
      }
    }
    return bytes
  }
}
