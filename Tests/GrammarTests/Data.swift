import Foundation

@testable import Generate

/// The files of `Grammar/Data`, read as a person would: with their comments and evidence.
struct DataFile: CustomStringConvertible {
  let name: String
  let comments: [String]
  let columns: [String]
  let rows: [[String]]

  var description: String { name }

  func column(_ name: String) -> [String] {
    guard let index = columns.firstIndex(of: name) else { return [] }
    return rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let all: [DataFile] = {
    let folder = root + "/Grammar/Data"
    let names = (try? Files.list(folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.compactMap { name in
      (try? Files.read(folder + "/" + name)).map { DataFile(name: name, text: $0) }
    }
  }()

  static func named(_ name: String) -> DataFile? { all.first { $0.name == name } }

  init(name: String, text: String) {
    self.name = name
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    comments = lines.filter { $0.hasPrefix("#") }
    let table = lines.filter { !$0.hasPrefix("#") }.map { $0.components(separatedBy: "\t") }
    columns = table.first ?? []
    rows = Array(table.dropFirst())
  }
}
