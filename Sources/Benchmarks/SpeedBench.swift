import Glibc
import Rules
import Semantics
import Syntax
import TextModel

/// Throughput of a full parse with all rules, and the cost of a keystroke with its findings.
///
/// `--at-least N` fails where a full parse is slower than N MB/s, `--at-most N` where the median keystroke
/// takes more than N ms: a guard of the order of magnitude, since machines differ. `--largest N` leaves
/// out keystrokes in texts of more than N KB.
struct SpeedBench {
  let options: Options

  /// `--select` takes rules or groups, as `lint` does.
  private let settings: RuleSettings

  init(_ options: Options) {
    self.options = options
    var settings = RuleSettings()
    settings.select = Set(
      (options.text("select") ?? "").split(separator: ",").map(String.init))
    self.settings = settings
  }

  func run() -> Int32 {
    let texts = options.texts("pp18")
    guard !texts.isEmpty else {
      print("no texts under \(options.corpus)")
      return 2
    }
    print("texts: \(texts.count) from \(options.corpus)")
    let bytes = texts.reduce(0) { $0 + $1.bytes.count }
    let size = max(1, options.number("size", 50)) * 1_000_000
    let rounds = max(1, size / max(1, bytes))
    let rates = [
      full("\(rounds) x \(texts.count) texts in turn", texts.map(\.bytes), rounds: rounds),
      full("one text", [repeated(texts, to: size)], rounds: 1),
    ]
    let sizes = [("20 KB", 20_000), ("2 MB", 2_000_000), ("20 MB", 20_000_000)]
      .filter { $0.1 <= max(20, options.number("largest", 20_000)) * 1_000 }
    let medians = sizes.map { keystrokes($0.0, repeated(texts, to: $0.1)) }
    let least = Double(options.number("at-least", 0))
    let most = Double(options.number("at-most", Int(Int32.max)))
    guard rates.allSatisfy({ $0 >= least }), medians.allSatisfy({ $0 <= most }) else {
      print("slower than it may be")
      return 1
    }
    return 0
  }

  /// Full parse, meaning and all rules; the best of three runs.
  /// - Returns: MB/s.
  private func full(_ name: String, _ texts: [[UInt8]], rounds: Int) -> Double {
    var best = (Double.infinity, 0.0, 0.0, 0.0)
    var count = 0
    let size = texts.reduce(0) { $0 + $1.count } * rounds
    for _ in 0..<3 {
      var times = (0.0, 0.0, 0.0)
      count = 0
      for _ in 0..<rounds {
        for bytes in texts {
          let start = computed()
          let document = Document(bytes)
          let parsed = computed()
          let meaning = TextMeaning(document)
          let understood = computed()
          let judgement = Judgement(meaning, settings: settings)
          count += judgement.findings.count
          let judged = computed()
          times.0 += Double(parsed - start)
          times.1 += Double(understood - parsed)
          times.2 += Double(judged - understood)
        }
      }
      let all = times.0 + times.1 + times.2
      if all < best.0 { best = (all, times.0, times.1, times.2) }
    }
    func rate(_ nanoseconds: Double) -> String {
      decimals(Double(size) / nanoseconds * 1_000, 0)
    }
    print(
      "full, \(name), \(size / 1_000_000) MB: \(rate(best.0)) MB/s "
        + "(parse \(rate(best.1)), meaning \(rate(best.2)), rules \(rate(best.3))), "
        + "\(count) findings")
    return Double(size) / best.0 * 1_000
  }

  /// One character typed and taken back, at places spread over the text.
  /// - Returns: the median in milliseconds.
  private func keystrokes(_ name: String, _ bytes: [UInt8]) -> Double {
    var document = Document(bytes)
    var judgement = Judgement(TextMeaning(document), settings: settings)
    var times: [Double] = []
    var generator = Generator(7)
    var total = 0
    for _ in 0..<100 {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      for edit in [
        TextEdit(range: at..<at, text: "x"), TextEdit(range: at..<(at + 1), replacement: []),
      ] {
        let start = computed()
        document.apply(edit)
        let meaning = TextMeaning(document, previous: judgement.meaning)
        judgement = Judgement(meaning, settings: settings, previous: judgement)
        total += judgement.findings.count
        times.append(Double(computed() - start) / 1_000_000)
      }
    }
    times.sort()
    print(
      "keystroke, \(name): median \(decimals(times[times.count / 2], 3)) ms, "
        + "95 % \(decimals(times[times.count * 95 / 100], 3)) ms, "
        + "worst \(decimals(times[times.count - 1], 3)) ms (findings listed: \(total / 200))")
    return times[times.count / 2]
  }
}
