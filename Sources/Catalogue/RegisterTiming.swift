/// What the register costs: the figures of the benchmark.
public struct RegisterTiming: Sendable, CustomStringConvertible {
  /// Opening the built-in register, the median.
  public var load: Duration
  /// One text by its id, the median.
  public var entry: Duration
  /// The slowest of the queries, its median.
  public var slowestLookup: Duration
  public var slowestQuery: String

  /// Queries of the kinds that people type, the costly ones (a slip, an acronym, one letter) among them.
  static let queries = [
    "140", "1", "s", "confidence security", "wsis", "res 71 dub", "tel inf com tec",
    "confidense security", "unga 70/1", "frequency band 12.75-13.25 GHz", "qwertz uiopas",
  ]

  public static func measure(rounds: Int) -> RegisterTiming {
    let load = median(rounds) { Register.load() }
    let register = Register.standard
    let entry = median(rounds) { register.entry(body: "PP", kind: .resolution, number: "140") }
    var slowest = (Duration.zero, "")
    for query in queries {
      let time = median(rounds) {
        register.lookup(query, in: LookupContext(body: "PP", year: 2018))
      }
      if time > slowest.0 { slowest = (time, query) }
    }
    return RegisterTiming(
      load: load, entry: entry, slowestLookup: slowest.0, slowestQuery: slowest.1)
  }

  private static func median<Result>(_ rounds: Int, _ body: () -> Result) -> Duration {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<max(rounds, 1) {
      times.append(clock.measure { withExtendedLifetime(body()) {} })
    }
    times.sort()
    return times[times.count / 2]
  }

  public var description: String {
    "register: load \(load), entry \(entry), slowest lookup \(slowestLookup) ('\(slowestQuery)')"
  }
}
