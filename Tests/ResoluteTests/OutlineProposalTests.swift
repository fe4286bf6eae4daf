import Foundation
import Testing

@testable import resolute

@Suite("Outline of a contribution")
struct OutlineProposalTests {
  private static var path: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Grammar/Examples/buoy-lights-contribution.md").path
  }

  @Test("Each proposal with its mark, those without a text too; the front is none")
  func text() throws {
    let run = try Scene().run("outline", Self.path)
    #expect(run.status == 0)
    let top = run.output.split(separator: "\n").dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    #expect(
      top == [
        "  ADD EUR/957A1/1", "  DRAFT NEW RESOLUTION [EUR-1]  [itu-pp]",
        "  MOD EUR/957A1/2", "  RESOLUTION 306 (Bucharest, 2022)  [itu-pp]",
        "  SUP EUR/957A1/3", "  RESOLUTION 307 (Dubai, 2018)  [itu-pp]",
        "  NOC EUR/957A1/5", "  RESOLUTION 309 (Dubai, 2018)  [itu-pp]",
      ])
  }

  @Test func json() throws {
    let run = try Scene().run("outline", "--format", "json", Self.path)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let resolutions = object?["resolutions"] as? [[String: Any]] ?? []
    let marks = resolutions.map { entry -> String in
      let proposal = entry["proposal"] as? [String: Any]
      let clauses = (entry["clauses"] as? [Any])?.count ?? -1
      let annexes = (entry["annexes"] as? [Any])?.count ?? -1
      return "\(proposal?["mark"] ?? "") \(proposal?["number"] ?? "") \(clauses) \(annexes)"
    }
    #expect(
      marks == [
        "ADD EUR/957A1/1 3 0", "MOD EUR/957A1/2 2 1", "SUP EUR/957A1/3 0 0", "NOC EUR/957A1/5 0 0",
      ])
  }
}
