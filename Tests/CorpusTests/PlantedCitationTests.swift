import Catalogue
import Foundation
import Planting
import Rules
import Semantics
import Syntax
import Testing

/// Defects planted in real citations: how many the rules of the group `citation` find at the right bytes,
/// and how often they speak where nothing is wrong. The generator shares nothing with the rules.
@Suite("Planted citation defects")
struct PlantedCitationTests {
  /// Texts and a seed that were not looked at while the rules were written.
  static let seed: UInt64 = 20_260_731

  private static func texts(heldOut: Bool) -> [Source] {
    Corpus.texts(["pp18", "wrc", "other"])
      .filter { Split.isHeldOut($0.path) == heldOut && $0.path.contains(".") }
      .map { Source(name: $0.path, bytes: $0.bytes) }
  }

  private static func citationFindings(_ bytes: [UInt8]) -> [Finding] {
    // Parts of texts are planted in too.
    var settings = RuleSettings()
    settings.allTexts = true
    settings.select = ["citation"]
    return Judgement(TextMeaning(Document(bytes)), settings: settings).findings
  }

  /// The register holds the fact that contradicts the planted text.
  private static func isKnown(_ need: Need) -> Bool {
    let register = Register.standard
    switch need {
    case .none, .session: return true
    case .firstSession(let body, let kind, let number, let edition):
      guard let kind = TextKind(rawValue: kind) else { return false }
      if let first = register.firstAdoption(body: body, kind: kind, number: number) {
        if let latest = first.latest, latest.year < edition { return true }
        return first.session?.year == edition
      }
      let entry = register.entry(body: body, kind: kind, number: number)
      return entry?.firstEdition?.year != nil
    case .highest(let body, let kind):
      if kind == "provision" { return true }
      return TextKind(rawValue: kind).flatMap {
        register.highestNumber(body: body, kind: $0)
      } != nil
    }
  }

  @Test func found() throws {
    let environment = ProcessInfo.processInfo.environment
    guard Corpus.folder != nil else {
      return print("skipped: 1000 planted citation defects need RESOLUTE_CORPUS")
    }
    let tuning = environment["RESOLUTE_TUNING"].flatMap { UInt64($0) }
    let seed = tuning ?? Self.seed
    let plants = try PlantGenerator()
      .plants(in: Self.texts(heldOut: tuning == nil), seed: seed, count: 1_000)
    var table: [String: (found: Int, missed: Int, beyond: Int)] = [:]
    for plant in plants {
      let hit = Self.citationFindings(plant.text).contains { plant.isMet(by: $0.range) }
      var row = table[plant.kind.rawValue] ?? (0, 0, 0)
      if hit {
        row.found += 1
      } else if Self.isKnown(plant.needs) {
        row.missed += 1
        if tuning != nil { print(Self.line(plant)) }
      } else {
        row.beyond += 1
      }
      table[plant.kind.rawValue] = row
    }
    let found = table.values.reduce(0) { $0 + $1.found }
    let missed = table.values.reduce(0) { $0 + $1.missed }
    let beyond = table.values.reduce(0) { $0 + $1.beyond }
    print(
      "planted: \(plants.count), seed \(seed), found \(found), missed \(missed), "
        + "beyond the register \(beyond)")
    for kind in table.keys.sorted() {
      guard let row = table[kind] else { continue }
      print("  \(kind): found \(row.found), missed \(row.missed), beyond \(row.beyond)")
    }
    #expect(plants.count == 1_000)
    #expect(Double(found) >= 0.98 * Double(found + missed))
  }

  private static func line(_ plant: Plant) -> String {
    let from = max(0, plant.range.lowerBound - 50)
    let to = min(plant.text.count, plant.range.upperBound + 50)
    func text(_ range: Range<Int>) -> String {
      String(decoding: plant.text[range].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
    return "missed \(plant.kind) \(plant.source): " + text(from..<plant.range.lowerBound) + "«"
      + text(plant.range) + "»" + text(plant.range.upperBound..<to)
  }

  /// A finding that the untouched text has too says nothing about the change.
  @Test func silentWhereNothingIsWrong() throws {
    guard Corpus.folder != nil else { return }
    let tuning = ProcessInfo.processInfo.environment["RESOLUTE_TUNING"].flatMap { UInt64($0) }
    let texts = Self.texts(heldOut: tuning == nil)
    let oddities = try PlantGenerator()
      .legalOddities(in: texts, seed: tuning ?? Self.seed, count: 300)
    var alarms: [String] = []
    for oddity in oddities where oddity.kind != .untouched {
      for finding in Self.citationFindings(oddity.text)
      where finding.severity <= .warning && oddity.isMet(by: finding.range) {
        alarms.append(
          "\(oddity.kind) \(oddity.source) \(finding.rule) \(finding.range): "
            + String(decoding: oddity.text[oddity.range], as: UTF8.self) + " | " + finding.message)
      }
    }
    print("legal oddities: \(oddities.count), false alarms \(alarms.count)")
    #expect(alarms.isEmpty, "\(alarms)")
  }
}
