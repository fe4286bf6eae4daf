import Foundation
import Planting
import Revising
import Testing

/// The generator of revisions, on the project's own examples.
@Suite("Revisions with known truth")
struct RevisionTests {
  static let examples: [Source] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Grammar/Examples").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted().compactMap {
      name in
      FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
        .map { Source(name: name, bytes: Array($0)) }
    }
  }()

  private static let base = """
    RESOLUTION 901 (DUBAI, 2018)

    *considering*

    a) that buoys drift;
    b) that lamps go out;
    c) that keepers sleep,

    *resolves*

    1 that buoys shall be chained with two chains each, and that each chain shall be painted red;
    2 that lamps shall be lit at dusk by the keeper of the light;
    3 that keepers shall be woken at dawn in view of considering c) above;
    4 that bells shall be rung when fog hides the light from ships,

    *instructs the Secretary-General*

    1 to buy paint for the chains referred to in resolves 1 above from the budget of the Union;
    2 to buy oil for the lamps and to report on resolves 2 and 3 above to the Council;
    3 to buy bells of the size that was agreed by the study group for foggy coasts.
    """

  private static let source = Source(name: "buoys", bytes: Array(base.utf8))

  @Test func findsTheReferencesOfATextAsItStands() throws {
    let generator = RevisionGenerator([Self.source])
    #expect(generator.textCount == 1)
    let revisions = generator.revisions(count: 50, seed: 7)
    #expect(revisions.count == 50)
    for revision in revisions {
      let old = String(decoding: revision.old, as: UTF8.self)
      #expect(old.contains("considering c) above"))
      #expect(old.contains("resolves 2 and 3 above"))
    }
  }

  /// Where the labels are right, the text at each of them begins with the words of the old target.
  @Test func labelsThatWereCarriedNameTheOldWords() {
    let generator = RevisionGenerator([Self.source])
    let openings = ["1": "that buoys", "2": "that lamps", "3": "that keepers", "4": "that bells"]
    var carried = 0
    var stale = 0
    for revision in generator.revisions(count: 400, seed: 11)
    where !revision.changes.contains(where: { $0.hasPrefix("reworded") || $0.hasPrefix("merged") })
    {
      let new = String(decoding: revision.new, as: UTF8.self)
      guard let clause = new.components(separatedBy: "*resolves*\n").dropFirst().first,
        let lines = clause.components(separatedBy: "*instructs").first?.split(separator: "\n")
      else { continue }
      for truth in revision.references where truth.text == "resolves 1 above" {
        let at = lines.first { $0.hasPrefix("1 ") }?.dropFirst(2) ?? ""
        guard let keeper = revision.new.firstRange(of: Array("to buy paint".utf8)),
          truth.range.lowerBound > keeper.lowerBound,
          truth.range.lowerBound - keeper.lowerBound < 90
        else { continue }
        let isOld = at.hasPrefix(openings["1"] ?? "")
        switch truth.verdict {
        case .right where truth.mode == .left || truth.mode == .carried:
          #expect(isOld, "\(revision.changes)\n\(new)")
          carried += 1
        case .stale:
          #expect(!isOld, "\(revision.changes)\n\(new)")
          stale += 1
        default: break
        }
      }
    }
    #expect(carried > 20)
    #expect(stale > 5)
  }

  @Test func theSameSeedGivesTheSame() {
    let generator = RevisionGenerator(Self.examples)
    #expect(generator.textCount > 2)
    let first = generator.revisions(count: 30, seed: 3)
    let second = generator.revisions(count: 30, seed: 3)
    #expect(first.map(\.new) == second.map(\.new))
    #expect(Set(first.map(\.new)).count > 20)
  }

  @Test func everyModeAndVerdictOccurs() {
    let truths = RevisionGenerator(Self.examples + [Self.source]).revisions(count: 2500, seed: 5)
      .flatMap(\.references)
    for mode in Revision.Mode.allCases {
      #expect(truths.contains { $0.mode == mode }, "\(mode)")
    }
    func count(_ isMeant: (Revision.Verdict) -> Bool) -> Int {
      truths.count { isMeant($0.verdict) }
    }
    #expect(count { $0 == .right } > 200)
    #expect(count { $0 == .deleted } > 20)
    #expect(count { if case .stale(let labels) = $0 { !labels.isEmpty } else { false } } > 100)
    #expect(count { if case .staleSplit = $0 { true } else { false } } > 5)
    #expect(count { $0 == .stale([]) } > 5)
  }

  @Test func damagedTextsGiveNoRevisionOrOne() {
    for bytes: [UInt8] in [[], [0xFF, 0xFE], Array("*resolves*\n1 a".utf8)] {
      #expect(
        RevisionGenerator([Source(name: "x", bytes: bytes)]).revisions(count: 3, seed: 1).isEmpty)
    }
  }
}
