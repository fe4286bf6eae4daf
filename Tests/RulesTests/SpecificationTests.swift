import Foundation
import Rules
import Testing

/// The specification's examples and the example drafts are what the rules are held to.
@Suite("Specification")
struct SpecificationTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct Block: CustomTestStringConvertible {
    var line: Int
    /// `right`, or `wrong` and the rules that find it.
    var words: [String]
    var text: String
    var testDescription: String { "line \(line): \(words.joined(separator: " "))" }
  }

  static let blocks: [Block] = {
    let url = root.appendingPathComponent("Grammar/README.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var blocks: [Block] = []
    var open: (line: Int, words: [String], fence: Substring, lines: [Substring])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let block = open {
        if line == block.fence {
          blocks.append(
            Block(
              line: block.line, words: block.words,
              text: block.lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open?.lines.append(line)
        }
        continue
      }
      let fence = line.prefix { $0 == "`" }
      let words = line.dropFirst(fence.count).split(separator: " ").map(String.init)
      if fence.count >= 3, words.first == "resolution" {
        open = (number + 1, Array(words.dropFirst()), fence, [])
      }
    }
    return blocks
  }()

  @Test func hasExamples() { #expect(Self.blocks.count >= 50) }

  @Test("Right examples are clean", arguments: blocks.filter { $0.words.first == "right" })
  func right(_ block: Block) {
    let found = findings(block.text).filter { $0.severity <= .warning }
    #expect(found.isEmpty, "\(found.map { "\($0.rule) \($0.range): \($0.message)" })")
  }

  @Test("Wrong examples give what they say", arguments: blocks.filter { $0.words.first == "wrong" })
  func wrong(_ block: Block) {
    let wanted = Set(block.words.dropFirst())
    let found = findings(block.text)
    let all = Set(found.map(\.rule))
    #expect(wanted.isSubset(of: all), "missing \(wanted.subtracting(all)) in\n\(block.text)")
    let loud = found.filter { $0.severity <= .warning && !wanted.contains($0.rule) }
    #expect(loud.isEmpty, "\(loud.map { "\($0.rule) \($0.range): \($0.message)" })")
  }

  static let drafts: [String] = {
    let folder = root.appendingPathComponent("Grammar/Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted()
  }()

  /// Findings as `line:column rule`, in order.
  @Test("Example drafts give the findings listed beside them", arguments: drafts)
  func draft(_ name: String) throws {
    let folder = Self.root.appendingPathComponent("Grammar/Examples")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let stem = name.prefix { $0 != "." }
    let list = folder.appendingPathComponent(stem + ".expected.tsv")
    let rows = ((try? String(contentsOf: list, encoding: .utf8)) ?? "").split(separator: "\n")
      .filter { !$0.hasPrefix("#") && !$0.hasPrefix("line") }
    let wanted = rows.map { row -> String in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[0]):\(cells[1]) \(cells[3]) `\(cells[2])`"
    }
    let found = findings(text).filter {
      $0.severity <= .warning || wanted.joined().contains($0.rule)
    }.map { finding -> String in
      let bytes = Array(text.utf8)
      let before = bytes[..<finding.range.lowerBound]
      let line = before.filter { $0 == 0x0A }.count + 1
      let column = finding.range.lowerBound - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      return "\(line):\(column) \(finding.rule) `\(slice(text, finding.range))`"
    }
    let missing = Set(wanted).subtracting(found).sorted()
    let extra = Set(found).subtracting(wanted).sorted()
    #expect(missing.isEmpty, "\(name): not found")
    #expect(extra.isEmpty, "\(name): not listed")
  }
}
