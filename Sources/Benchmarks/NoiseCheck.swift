import Rules
import Semantics
import Syntax
import TextModel

/// Bytes that no drafter would write: a result is wanted, never a trap, never a hang.
struct NoiseCheck {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    let seed = options.seed
    var generator = Generator(seed)
    print("noise: seed \(seed)")
    for (name, bytes) in shapes(&generator) { judge(name, bytes) }
    let end = now() + UInt64(options.number("seconds", 5)) * 1_000_000_000
    var rounds = 0
    while now() < end {
      judge(nil, random(&generator, Int.random(in: 0...4_000, using: &generator)))
      rounds += 1
    }
    print("noise: \(rounds) random texts judged")
    return 0
  }

  private func judge(_ name: String?, _ bytes: [UInt8]) {
    let start = now()
    var settings = RuleSettings()
    settings.allTexts = true
    let document = Document(bytes)
    let findings = Judgement(TextMeaning(document), settings: settings).findings
    guard document.bytes == bytes else {
      print("bytes lost: \(name ?? "random")")
      return
    }
    if let name {
      let seconds = Double(now() - start) / 1e9
      print(
        "noise: \(name), \(bytes.count) bytes: \(findings.count) findings, \(decimals(seconds, 3)) s"
      )
    }
  }

  private func shapes(_ generator: inout Generator) -> [(String, [UInt8])] {
    let nested = (0..<100_000).map { String(repeating: " ", count: min($0, 300)) + "- item\n" }
    return [
      ("random bytes", random(&generator, 1_000_000)),
      ("random ASCII", (0..<1_000_000).map { _ in UInt8.random(in: 9...126, using: &generator) }),
      ("NULs", [UInt8](repeating: 0, count: 1_000_000)),
      ("stray continuation bytes", [UInt8](repeating: 0xBF, count: 1_000_000)),
      ("cut sequences", [UInt8](repeating: 0xE2, count: 1_000_000)),
      ("one line of words", Array(String(repeating: "considering a) and ", count: 270_000).utf8)),
      ("one line of letters", [UInt8](repeating: 0x61, count: 5_000_000)),
      ("one line of stars", [UInt8](repeating: 0x2A, count: 1_000_000)),
      ("one line of brackets", [UInt8](repeating: 0x5B, count: 1_000_000)),
      ("one line of quotes", [UInt8](repeating: 0x22, count: 1_000_000)),
      ("open brackets and numbers", Array(String(repeating: "[1:", count: 300_000).utf8)),
      ("open tags", Array(String(repeating: "<sup>", count: 200_000).utf8)),
      ("open comments", Array(String(repeating: "<!--", count: 200_000).utf8)),
      ("nested bullets", Array(nested.joined().utf8)),
      ("labels", Array(String(repeating: "a) text;\n", count: 100_000).utf8)),
      ("headings", Array(String(repeating: "*considering*\n", count: 50_000).utf8)),
      ("references", Array(String(repeating: "resolves 1, 2 and 3 above ", count: 40_000).utf8)),
      (
        "citations",
        Array(
          String(repeating: "Resolution 99 (Rev. Busan, 2014) of this conference, ", count: 40_000)
            .utf8)
      ),
      (
        "a long list",
        Array(("Nos. " + String(repeating: "92, ", count: 200_000) + "of the Constitution").utf8)
      ),
      ("bare numbers", Array(String(repeating: "Resolution 5 and 6, ", count: 60_000).utf8)),
      ("titles", Array(String(repeating: "RESOLUTION 5 (DUBAI, 2018)\n", count: 50_000).utf8)),
      ("lone carriage returns", Array(String(repeating: "a) text;\r", count: 100_000).utf8)),
      ("CRLF", Array(String(repeating: "*noting*\r\n\r\na) text;\r\n", count: 30_000).utf8)),
      ("nothing", []),
      ("byte order mark", [0xEF, 0xBB, 0xBF]),
    ]
  }

  private func random(_ generator: inout Generator, _ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
