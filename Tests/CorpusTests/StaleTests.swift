import Foundation
import Planting
import Revising
import Revision
import Rules
import Semantics
import Syntax
import Testing
import TextModel

/// References against earlier editions of real texts.
@Suite("Stale references")
struct StaleTests {
  private static func seed(_ prefix: String) -> [UInt8]? {
    Corpus.texts(["seeds"]).first { $0.path.contains("/" + prefix) }?.bytes
  }

  private static func findings(_ bytes: [UInt8], base: [UInt8]) -> [Finding] {
    let editions = BaseEdition.editions(of: base, file: "base", encoding: .utf8)
    var settings = RuleSettings()
    settings.bases = BaseFinder { name, _ in BaseEdition.named(name, among: editions) }
    return Judgement(TextMeaning(Document(bytes)), settings: settings).findings
      .filter { $0.rule == "reference/stale" || $0.rule == "reference/deleted" }
  }

  /// Line, labels written, what is said, what the fix writes and how sure it is.
  private static func told(_ bytes: [UInt8], base: [UInt8]) -> [String] {
    findings(bytes, base: base).map { finding in
      let line = bytes[..<finding.range.lowerBound].count { $0 == 0x0A } + 1
      let said = finding.message.split(separator: ":", maxSplits: 1).last ?? ""
      let fix = finding.fixes.first.map { "\($0.title) \($0.safety.name)" } ?? "no fix"
      let written = String(decoding: bytes[finding.range], as: UTF8.self)
      return "\(finding.rule) \(line) [\(written)]\(said) > \(fix)"
    }
  }

  /// The known case: Resolution 140 of 2018, against that of 2010 and against the numbering of 2014.
  @Test func resolution140() throws {
    guard let new = Self.seed("001_"), let old = Self.seed("000_"), let middle = Self.seed("003_")
    else { return }
    #expect(
      Self.told(new, base: old) == [
        "reference/stale 150 [1, 2, 3, and 4] `resolves 1` is now `2`, `resolves 2` is now `4`, "
          + "`resolves 3` may be `9` (45 % alike) or `5` (44 % alike) > Write `2, 4, 5 and 9` unsafe",
        "reference/stale 182 [5] `resolves 4` is now `7` > Write `7` safe",
      ])
    #expect(
      Self.told(new, base: middle) == [
        "reference/stale 150 [1, 2, 3, and 4] `resolves 1` is now `2`, `resolves 2` is now `3`, "
          + "`resolves 3` is now `4`, `resolves 4` may be `9` (45 % alike) or `5` (43 % alike) "
          + "> Write `2, 3, 4, 5 and 9` unsafe",
        "reference/stale 182 [5] `resolves 5` is now `7` > Write `7` safe",
      ])
  }

  @Test func silentAgainstItself() {
    for text in Corpus.texts(["pp18", "seeds", "wrc", "other"]) {
      #expect(Self.told(text.bytes, base: text.bytes).isEmpty, "\(text.path)")
    }
  }

  /// Adopted texts have nothing to do with each other; whatever the number says.
  @Test func silentAgainstAnotherText() {
    let texts = Corpus.texts(["pp18"])
    for (text, other) in zip(texts, texts.dropFirst()) {
      let editions = BaseEdition.editions(of: other.bytes, file: "base", encoding: .utf8)
      var settings = RuleSettings()
      settings.bases = BaseFinder { _, _ in editions.first }
      let found = Judgement(TextMeaning(Document(text.bytes)), settings: settings).findings
        .filter { $0.rule == "reference/stale" || $0.rule == "reference/deleted" }
      #expect(found.isEmpty, "\(text.path): \(found.map(\.message))")
    }
  }

  /// Revisions with known truth, of texts that were kept back; without a corpus, of the examples.
  @Test func revisions() throws {
    let seed = UInt64.random(in: 1_000...999_999_999)
    var sources = Corpus.texts(["pp18", "wrc"]).filter { Split.isHeldOut($0.path) }
      .map { Source(name: $0.path, bytes: $0.bytes) }
    if sources.isEmpty {
      let folder = Corpus.root.appendingPathComponent("Grammar/Examples").path
      sources = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
        .compactMap { name in
          FileManager.default.contents(atPath: folder + "/" + name)
            .map { Source(name: name, bytes: Array($0)) }
        }
    }
    var told = 0
    var wrong: [String] = []
    var due = 0
    var missed: [String] = []
    for revision in RevisionGenerator(sources).revisions(count: 100, seed: seed) {
      var found = Self.findings(revision.new, base: revision.old)
      for truth in revision.references {
        let at = found.firstIndex { $0.range.overlaps(truth.range) }
        let finding = at.map { found.remove(at: $0) }
        let name = "\(revision.name) \(truth.mode) \(truth.verdict) `\(truth.text)`"
        if truth.verdict == .open { continue }
        if finding != nil { told += 1 }
        if truth.verdict == .right {
          if finding != nil { wrong.append(name) }
        } else {
          due += 1
          if finding == nil { missed.append(name) }
        }
      }
      told += found.count
      wrong += found.map { "\(revision.name) \($0.range): \($0.message)" }
    }
    print("stale references: seed \(seed), due \(due), told \(told), missed \(missed.count)")
    // A hundred revisions are few, and any seed must pass: the figures are those of the benchmark, taken
    // on 2,000.
    #expect(due > 20)
    #expect(wrong.count <= max(4, told / 20), "\(wrong)")
    #expect(missed.count <= max(6, due / 12), "\(missed)")
  }
}
