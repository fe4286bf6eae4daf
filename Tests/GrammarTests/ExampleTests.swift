import Foundation
import Testing

@testable import Generate

/// What a defective draft is known to have wrong, as `NAME.expected.tsv` beside it says.
struct Expectation: CustomStringConvertible {
  struct Row {
    let line: Int
    let column: Int
    let text: String
    let rule: String
  }

  let draft: String
  let rows: [Row]
  /// Rows for rules of the groups that are not part of the first five.
  let later: [Row]
  let malformed: [String]

  var description: String { draft }

  static let folder = DataFile.root + "/Grammar/Examples"
  static let files = (try? Files.list(folder)) ?? []
  static let drafts = files.filter { !$0.hasSuffix(".expected.tsv") }

  static let all: [Expectation] = drafts.compactMap { draft in
    let stem = draft.prefix { $0 != "." }
    return (try? Files.read(folder + "/\(stem).expected.tsv")).map {
      Expectation(draft: draft, text: $0)
    }
  }

  init(draft: String, text: String) {
    self.draft = draft
    var rows: [Row] = []
    var later: [Row] = []
    var malformed: [String] = []
    for line in text.components(separatedBy: "\n") where line != "line\tcolumn\ttext\trule" {
      var cells = line.components(separatedBy: "\t")
      let isLater = cells.first == "# later"
      if isLater { cells.removeFirst() }
      if line.isEmpty || (line.hasPrefix("#") && !isLater) { continue }
      guard cells.count == 4, let number = Int(cells[0]), let column = Int(cells[1]) else {
        malformed.append(line)
        continue
      }
      let row = Row(line: number, column: column, text: cells[2], rule: cells[3])
      if isLater { later.append(row) } else { rows.append(row) }
    }
    self.rows = rows
    self.later = later
    self.malformed = malformed
  }
}

@Suite("Examples")
struct ExampleTests {
  static let rules: [String: [String]] = [
    "structure": [
      "title", "subject", "enacting-formula", "title-formula-mismatch", "part-order",
      "no-operative-part", "heading", "heading-repeated", "heading-further", "heading-style",
      "empty-clause", "addressee", "annex",
    ],
    "numbering": [
      "gap", "duplicate", "order", "style", "lone-item", "missing", "script", "depth",
    ],
    "reference": [
      "dangling", "direction", "label-kind", "ambiguous", "whole-clause", "self", "range",
      "unnumbered",
    ],
    "punctuation": [
      "item-end", "clause-end", "document-end", "formula-end", "sublist-intro", "conjunction",
      "brackets", "quotes", "full-width", "spacing", "section-sign",
    ],
    "suppression": ["unknown-rule", "unused"],
    "draft": ["proposal-mark", "reasons"],
    "citation": ["edition"],
  ]
  static let ids = Set(rules.flatMap { group, names in names.map { group + "/" + $0 } })

  @Test("Eleven drafts, good ones among them, and no expectation without its draft")
  func files() {
    #expect(Expectation.drafts.count == 11)
    #expect(Expectation.all.count == 8)
    let expected = Expectation.files.filter { $0.hasSuffix(".expected.tsv") }
    #expect(expected.count == Expectation.all.count)
  }

  @Test("Each expected finding stands where it says, in order", arguments: Expectation.all)
  func places(expectation: Expectation) throws {
    #expect(expectation.malformed == [])
    #expect(!expectation.rows.isEmpty)
    let text = try Files.read(Expectation.folder + "/" + expectation.draft)
    let lines = text.components(separatedBy: "\n").map { Array($0.utf8) }
    for row in expectation.rows + expectation.later {
      let start = row.column - 1
      guard lines.indices.contains(row.line - 1), start >= 0,
        start <= lines[row.line - 1].count
      else {
        Issue.record("\(row) lies outside of the draft")
        continue
      }
      #expect(lines[row.line - 1].dropFirst(start).starts(with: Array(row.text.utf8)), "\(row)")
    }
    for (left, right) in zip(expectation.rows, expectation.rows.dropFirst()) {
      #expect((left.line, left.column) < (right.line, right.column), "\(right)")
    }
  }

  @Test("Together they show every rule of the five groups, those on proposals, a wrong citation")
  func coverage() {
    let shown = Set(Expectation.all.flatMap(\.rows).map(\.rule))
    #expect(Self.ids.subtracting(shown).sorted() == [])
    #expect(shown.subtracting(Self.ids).sorted() == [])
    for row in Expectation.all.flatMap(\.later) {
      #expect(
        ["citation", "acronym", "wording", "draft"].contains { row.rule.hasPrefix($0 + "/") })
    }
  }
}

/// A fenced block of the specification.
struct Block: CustomStringConvertible {
  let line: Int
  let info: String
  var body: [String] = []
  var description: String { "\(line): \(info)" }

  static let text = (try? Files.read(DataFile.root + "/Grammar/README.md")) ?? ""

  static let all: [Block] = {
    var blocks: [Block] = []
    var open: Block?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = Block(line: index + 1, info: String(line.dropFirst(3)))
        }
      } else {
        open?.body.append(line)
      }
    }
    return blocks
  }()
}

@Suite("The specification")
struct SpecificationTests {
  @Test("Each block says what it is", arguments: Block.all)
  func info(block: Block) {
    #expect(!block.body.isEmpty)
    let words = block.info.components(separatedBy: " ")
    switch words.first {
    case "fragment": #expect(words.count == 1)
    case "resolution" where words.dropFirst().first == "right": #expect(words.count == 2)
    case "resolution" where words.dropFirst().first == "wrong":
      #expect(words.count > 2)
      for rule in words.dropFirst(2) { #expect(ExampleTests.ids.contains(rule), "\(rule)") }
    default: Issue.record("unknown block \(block)")
    }
  }

  @Test("Right and wrong examples are there in number")
  func counts() {
    #expect(Block.all.filter { $0.info == "resolution right" }.count >= 12)
    #expect(Block.all.filter { $0.info.hasPrefix("resolution wrong") }.count >= 35)
  }

  @Test("Every link of the specification leads to a file")
  func links() {
    let links = Block.text.components(separatedBy: "](").dropFirst().map { part in
      String(part.prefix { $0 != ")" })
    }
    #expect(links.count > 8)
    for link in links {
      let path = DataFile.root + "/Grammar/" + link
      #expect(FileManager.default.fileExists(atPath: path), "\(link)")
    }
  }
}
