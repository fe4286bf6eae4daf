import Foundation
import Testing

@testable import Generate
@testable import Grammar

@Suite("The data files")
struct FileTests {
  @Test("There are files for every table that the program reads")
  func files() {
    let names = Set(DataFile.all.map(\.name))
    #expect(names.count >= 18)
    for table in Generated.tables { #expect(names.contains(table.name + ".tsv")) }
  }

  @Test("Each file says in comments what each of its columns means", arguments: DataFile.all)
  func header(file: DataFile) {
    #expect(!file.comments.isEmpty)
    for column in file.columns {
      #expect(
        file.comments.contains { $0.hasPrefix("# \(column) ") || $0 == "# \(column)," }
          || file.comments.contains { $0.hasPrefix("# \(column),") }, "\(file.name): \(column)")
    }
  }

  @Test("Each row has a cell for each column, none empty", arguments: DataFile.all)
  func cells(file: DataFile) {
    for row in file.rows {
      #expect(row.count == file.columns.count, "\(file.name): \(row)")
      for cell in row {
        #expect(!cell.isEmpty, "\(file.name): \(row)")
        #expect(cell.first != " " && cell.last != " ", "\(file.name): \(row)")
      }
    }
  }

  @Test("No row stands twice", arguments: DataFile.all)
  func duplicates(file: DataFile) {
    // The columns that tell one row from another.
    let keys: [String: [String]] = [
      "sessions.tsv": ["body", "year"],
      "numbering.tsv": ["profile", "part", "level", "style"],
      "recognition.tsv": ["profile", "sign", "text"],
      "en/words.tsv": ["role", "text"],
      "en/formulas.tsv": ["text"],
      "en/duties.tsv": ["role", "pattern"],
    ]
    let columns = keys[file.name] ?? Array(file.columns.prefix(1))
    let values = columns.map(file.column)
    var seen: Set<[String]> = []
    for index in file.rows.indices {
      let key = values.map { $0[index] }
      #expect(seen.insert(key).inserted, "\(file.name): \(key)")
    }
  }

  @Test("Each row names a source that sources.tsv explains", arguments: DataFile.all)
  func evidence(file: DataFile) throws {
    if file.name == "sources.tsv" { return }
    let known = Set(try #require(DataFile.named("sources.tsv")).column("key"))
    let cells = file.column("evidence")
    #expect(cells.count == file.rows.count)
    for cell in cells {
      let parts = cell.components(separatedBy: "; ")
      #expect(parts.contains { known.contains(key($0)) }, "\(file.name): \(cell)")
      for part in parts where part.first?.isUppercase == true {
        #expect(known.contains(key(part)), "\(file.name): \(part)")
      }
    }
  }

  @Test("Each source is used")
  func sources() throws {
    let used = DataFile.all.flatMap { $0.column("evidence") }
      .flatMap { $0.components(separatedBy: "; ") }.map(key)
    for source in try #require(DataFile.named("sources.tsv")).column("key") {
      #expect(used.contains(source), "\(source)")
    }
  }

  private func key(_ evidence: String) -> String {
    String(evidence.prefix { $0 != " " && $0 != "," && $0 != ":" })
  }
}

@Suite("Generated sources")
struct StalenessTests {
  @Test("The committed files are what the data give")
  func fresh() throws {
    let outputs = try GrammarStep().outputs(root: DataFile.root)
    #expect(!outputs.isEmpty)
    let stale = try Output.stale(outputs, root: DataFile.root, folders: ["Grammar/Generated"])
    #expect(stale == [], "run `swift run Generate`")
  }

  @Test("A changed, a missing and a strange file are stale")
  func stale() throws {
    var outputs = try GrammarStep().outputs(root: DataFile.root)
    outputs[0].text += "x"
    let removed = outputs.removeLast().path
    outputs.append(Output(path: "Grammar/Generated/Missing.swift", text: ""))
    let stale = try Output.stale(outputs, root: DataFile.root, folders: ["Grammar/Generated"])
    #expect(stale == [outputs[0].path, removed, "Grammar/Generated/Missing.swift"].sorted())
  }

  @Test("Comments and evidence stay out of the program")
  func compact() throws {
    let output = try GrammarStep.output(
      name: "xx/small.tsv", text: "# why\na\tevidence\tb\n1\tS\t2\n")
    #expect(output.path == "Grammar/Generated/XxSmallTable.swift")
    #expect(output.text.contains("\na\tb\n1\t2\n\"\"\"##"))
    #expect(!output.text.contains("why"))
  }

  @Test("A row with a cell too few is refused with its number")
  func malformed() {
    #expect(throws: FileError.self) {
      try GrammarStep.output(name: "small.tsv", text: "a\tevidence\n1\tS\n2\n")
    }
  }
}
