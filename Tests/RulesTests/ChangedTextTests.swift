import Foundation
import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

/// A text with tracked changes is judged as the text with all of them accepted; findings and fixes have
/// their places in the text as written.
@Suite("Texts with tracked changes")
struct ChangedTextTests {
  // MARK: - Marked drafts

  @Test("A deleted paragraph does not count, an inserted one does")
  func numbering() {
    expect(
      "numbering/gap",
      in: Frame.complete(
        """
        considering

        a) that lamps are lit;

        {--b) that oil is dear;--}

        {++b) that oil is cheap;++}

        {~~c~>«d»~~}«)» that wicks are short,
        """.replacing("«d»~~}«)»", with: "«d~~})»")))
    expect(
      "numbering/duplicate",
      in: Frame.complete(
        "considering\n\na) that lamps are lit;\n\n{++b) that oil is cheap;++}\n\n"
          + "«b)» that wicks are short,\n"))
  }

  @Test("Labels that only the accepted text has in order")
  func inOrder() {
    let text = Frame.complete(
      """
      considering

      {--a) that it is dark;--}

      {~~b~>a~~}) that lamps are lit;

      {~~c~>b~~}) that oil is cheap; {--and--}

      {++c) that wicks are short,++}
      """)
    #expect(findings(text).filter { $0.severity <= .warning } == [])
  }

  @Test("References go to what is left")
  func references() {
    expect(
      "reference/dangling",
      in: Frame.complete(
        """
        resolves

        1 to light lamps;

        {--2 to buy oil,--}

        {~~3~>2~~} to light them as resolves {++«3»++} above says.
        """))
  }

  @Test("A fix stays within a mark")
  func fixes() {
    let text = Frame.complete(
      "considering\n\na) that lamps are lit;\n\n{++c) that oil is cheap;++}\n\n"
        + "d) that wicks are short,\n")
    let mended = fixed(text, rule: "numbering/gap")
    #expect(mended.contains("{++b) that oil is cheap;++}\n\nc) that"), "\(mended)")
  }

  @Test("No fix goes over the border of a mark")
  func noFix() {
    let text = Frame.complete(
      "considering\n\na) that lamps are lit;\n\n{~~b~>c~~}) that oil is cheap;\n\n"
        + "1{++0++} that wicks are short,\n")
    for finding in findings(text) {
      for edit in finding.fixes.flatMap(\.edits) {
        #expect(!slice(text, edit.range).contains("~"), "\(finding)")
        #expect(!slice(text, edit.range).contains("+"), "\(finding)")
      }
    }
  }

  @Test("Signs that are not closed are plain text, and no trap")
  func unclosed() {
    for sign in ["{++", "{--", "{~~", "{>>", "{==", "++}", "--}", "~>", "~~", "<ins>", "</del>"] {
      let text = Frame.complete("considering\n\nthat \(sign) lamps are lit,\n")
      let errors = findings(text).filter { $0.severity == .error }
      #expect(errors.allSatisfy { $0.rule == "punctuation/brackets" }, "\(sign): \(errors)")
    }
  }

  // MARK: - Random changes

  private static let drafts: [String] = {
    let folder = SpecificationTests.root.appendingPathComponent("Grammar/Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted().compactMap {
      try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }()

  /// A draft with changes at random places: inside words, over words, lines and labels.
  /// Half of them have their changes in the first lines, where the title and the first citations stand.
  private static func marked(_ draft: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(draft.utf8)
    let most = Bool.random(using: &generator) ? bytes.count : min(600, bytes.count)
    var places = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Int.random(in: 0..<max(1, most), using: &generator)
    }.sorted(by: >)
    places = places.filter { $0 < bytes.count && bytes[$0] < 0x80 }
    var limit = bytes.count
    for at in places {
      let length = [0, 1, 1, 3, 9, 40, 200].randomElement(using: &generator) ?? 1
      let end = min(limit, at + length)
      guard at <= end, end >= bytes.count || bytes[end] & 0xC0 != 0x80 else { continue }
      let old = Array(bytes[at..<end])
      // What is a sign already would become another.
      guard !old.contains(where: { "`<>{}~".utf8.contains($0) }) else { continue }
      let word =
        ["", "x", "new ", " and lamps", "d) ", ";", "\n\n", "\nb) that lamps are lit;\n"]
        .randomElement(using: &generator) ?? ""
      let change: [[UInt8]] = [
        Array("{--".utf8) + old + Array("--}".utf8),
        Array("{++".utf8) + old + Array("++}".utf8),
        Array("{~~".utf8) + old + Array("~>\(word)~~}".utf8),
        Array("{>>\(word)<<}".utf8) + old,
        Array("<del>".utf8) + old + Array("</del>".utf8),
        Array("{==".utf8) + old + Array("==}{++\(word)++}".utf8),
      ]
      bytes.replaceSubrange(at..<end, with: change.randomElement(using: &generator) ?? old)
      limit = at
    }
    return bytes
  }

  @Test(
    "A mark inside a title or a citation changes nothing of what is said of them",
    arguments: [
      "RESOLUTION {--12--} 999",
      "RESOLUTION {--No. 12--}{++999++}",
      "RESOLUTION 999 (REV.{--x--} WRC-15)",
      "RESOLUTION 999 (REV. {--old --}WRC-15)",
      "RESOLUTION 999 (REV.{--WRC-12--}WRC-15)",
      "RESOLUTION 999 (Rev.{--x--} Dubai, 2018)",
      "RESOLUTION 999 (Rev.{--x--}Dubai, 2018)",
      "RESOLUTION 999 (Rev {--x--}Dubai{--,--} 2018{--)--}",
      "RESOL{--X--}UTION 999 (Dubai, {++20++}18)",
      "RESOLUTI{++XY++}N 999 (Dubai, 2018)",
    ])
  func titles(title: String) {
    let text = Frame.complete(
      """
      recalling

      a) Annex 2{-- in its second revision--} to Resolution 71 (Rev. Dubai, 2018), on other things;

      b) Resolution 71 (Rev. Dubai, 2018), on {--tactical--}{++strategic++} plans for ev{--er--}ery year,
      """
    ).replacing("RESOLUTION 999 (Dubai, 2018)", with: title)
    let written = Array(text.utf8)
    let clean = ResolvedText(written, side: .accepted)
    let wanted = Judgement(TextMeaning(Document(clean.bytes)), settings: RuleSettings()).findings
      .filter { Self.counts($0) }
    let own = findings(text).filter { Self.counts($0) }
    #expect(
      own.map { "\($0.rule) \($0.message) \($0.range)" }
        == wanted.map { "\($0.rule) \($0.message) \(clean.origin(of: $0.range))" })
    #expect(own.contains { $0.rule == "citation/title" })
  }

  @Test("Findings are those of the accepted text, at the bytes as written; so are fixes")
  func random() {
    var generator = SeededGenerator()
    var fixes = 0
    var dropped = 0
    var judged = 0
    for round in 0..<400 {
      guard let draft = Self.drafts.randomElement(using: &generator) else { return }
      let written = Self.marked(draft, &generator)
      let clean = ResolvedText(written, side: .accepted)
      let text = Document(written)
      // Signs without a partner can find one in the accepted text, which then is no plain text.
      guard text.hasChanges, TrackedChanges(clean.bytes).isEmpty else { continue }
      judged += 1
      // Two that stand on either side of a sign as written stand at one place in the accepted text.
      let own = Judgement(TextMeaning(text), settings: RuleSettings()).findings.filter {
        Self.counts($0)
      }.map { (clean.offset(of: $0.range.lowerBound), $0) }
        .sorted { ($0.0, $0.1.rule) < ($1.0, $1.1.rule) }.map(\.1)
      let wanted = Judgement(TextMeaning(Document(clean.bytes)), settings: RuleSettings()).findings
        .filter { Self.counts($0) }
      let all = String(decoding: written, as: UTF8.self)
      guard own.map(\.rule) == wanted.map(\.rule) else {
        let difference = own.map(\.rule).difference(from: wanted.map(\.rule))
        Issue.record("round \(round): \(difference) in\n\(all)")
        return
      }
      for (one, other) in zip(own, wanted) {
        let place = clean.origin(of: other.range)
        // What is missing between two bytes may be missing before a sign that stands there or behind.
        let isBetween =
          other.range.isEmpty && one.range.isEmpty
          && clean.offset(of: one.range.lowerBound) == other.range.lowerBound
        guard one.range == place || isBetween, one.message == other.message else {
          Issue.record("round \(round): \(one)\n\(place) \(other)\nin\n\(all)")
          return
        }
        // Each fix that is kept does to the accepted text what it does there.
        var left = other.fixes[...]
        for fix in one.fixes {
          while let next = left.first, next.title != fix.title { left = left.dropFirst() }
          guard let twin = left.popFirst() else {
            Issue.record("round \(round): \(fix) in\n\(all)")
            return
          }
          let done = ResolvedText(written.applying(fix.edits), side: .accepted).bytes
          // A line of which a fix leaves nothing is no line.
          let wanted = clean.bytes.applying(twin.edits)
          guard done.filter({ $0 > 0x20 }) == wanted.filter({ $0 > 0x20 }),
            done.count(where: { $0 == 0x20 }) == wanted.count(where: { $0 == 0x20 })
          else {
            Issue.record("round \(round): \(fix)\n\(twin)\nin\n\(all)")
            return
          }
          fixes += 1
        }
        dropped += other.fixes.count - one.fixes.count
      }
    }
    #expect(judged > 250)
    print("\(judged) texts, \(fixes) fixes, \(dropped) dropped at the border of a mark")
    #expect(fixes > 10 * dropped)
  }

  /// Blanks beside a mark are left to whoever accepts the change.
  private static func counts(_ finding: Finding) -> Bool {
    finding.rule != "punctuation/spacing" && !finding.rule.hasPrefix("suppression/")
  }
}
