import Rules
import Semantics
import Syntax
import TextModel

/// The cost of a keystroke by kind and size of text: the work of tree, meaning and findings in this
/// process, and what an editor waits for in a language server of its own.
///
///     Benchmarks keystrokes [--kind WORDS] [--largest KB] [--inside] [--program PATH] [--at-most MS]
///
/// The texts are the example drafts, repeated. `--inside` leaves the language server out; `--at-most N`
/// fails where a median of the work is more than N ms.
struct KeystrokeBench {
  let options: Options

  private var sizes: [(name: String, bytes: Int)] {
    [("20 KB", 20_000), ("200 KB", 200_000), ("2 MB", 2_000_000)]
      .filter { $0.1 / 1_000 <= max(20, options.number("largest", 2_000)) }
  }

  func run() -> Int32 {
    let wanted = options.text("kind") ?? ""
    let kinds = TextKind.all(in: Options.examples, options)
      .filter { wanted.isEmpty || $0.name.contains(wanted) }
    guard !kinds.isEmpty else {
      print("no example drafts of that kind under \(Options.examples)")
      return 2
    }
    let most = Double(options.number("at-most", Int(Int32.max)))
    var isSlow = false
    table("tree and findings: median ms of work (95 %)", kinds) { text in
      let (median, high) = work(text)
      if median > most { isSlow = true }
      return "\(decimals(median, 2)) (\(decimals(high, 2)))"
    }
    if !options.has("inside") {
      let command = [options.text("program") ?? ServerBench.neighbour, "lsp"]
      table("language server: ms of work (ms from a letter to its findings)", kinds) { text in
        guard let (work, time) = wait(command, text) else { return "–" }
        return "\(decimals(work, 2)) (\(decimals(time, 2)))"
      }
    }
    if isSlow { print("slower than it may be") }
    return isSlow ? 1 : 0
  }

  private func table(_ title: String, _ kinds: [TextKind], _ cell: ([UInt8]) -> String) {
    print("\n| \(title) | " + sizes.map(\.name).joined(separator: " | ") + " |")
    print("|---" + sizes.map { _ in "|---:" }.joined() + "|")
    for kind in kinds {
      let cells = sizes.map { cell(kind.text($0.bytes)) }
      print("| \(kind.name) | " + cells.joined(separator: " | ") + " |")
    }
  }

  /// One letter typed in a word and taken back, in words all over the text.
  /// - Returns: milliseconds, the median and what 95 in 100 stay below.
  private func work(_ bytes: [UInt8]) -> (Double, Double) {
    var document = Document(bytes)
    let settings = RuleSettings()
    var judgement = Judgement(TextMeaning(document), settings: settings)
    var times: [Double] = []
    var generator = Generator(7)
    while times.count < 100 {
      var at = Int.random(in: 0..<bytes.count, using: &generator)
      while at < bytes.count, !Self.isInWord(bytes, at) { at += 1 }
      guard at < bytes.count else { continue }
      for edit in [
        TextEdit(range: at..<at, text: "x"), TextEdit(range: at..<(at + 1), replacement: []),
      ] {
        let start = computed()
        document.apply(edit)
        let meaning = TextMeaning(document, previous: judgement.meaning)
        judgement = Judgement(meaning, settings: settings, previous: judgement)
        times.append(Double(computed() - start) / 1_000_000)
      }
    }
    times.sort()
    return (times[times.count / 2], times[times.count * 95 / 100])
  }

  private static func isInWord(_ bytes: [UInt8], _ at: Int) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    return at >= 2 && isLetter(bytes[at - 2]) && isLetter(bytes[at - 1]) && isLetter(bytes[at])
  }

  /// - Returns: medians in milliseconds: what the server computes, and how long an editor waits.
  private func wait(_ command: [String], _ text: [UInt8]) -> (work: Double, time: Double)? {
    guard let session = ServerSession(command, text: text) else { return nil }
    session.settle()
    guard session.open() != nil else { return nil }
    session.settle()
    var work: [Double] = []
    var times: [Double] = []
    for _ in 0..<30 {
      let before = session.work
      if let time = session.keystroke() { times.append(time) }
      session.settle()
      work.append(session.work - before)
    }
    guard session.end() == 0, !times.isEmpty else { return nil }
    return (work.sorted()[work.count / 2], times.sorted()[times.count / 2])
  }
}
