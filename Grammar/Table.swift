/// The compiled-in tables; `swift run Generate` adds one constant for each file of `Grammar/Data`
/// and `tables`, which lists them by path without the ending: `en/words`.
enum Generated {}

/// One of the tables, read: tab-separated cells by column name.
struct Table {
  private var columns: [String: Int] = [:]
  private(set) var rows: [Row] = []

  /// One line of the table. A missing column reads as the empty string, `-` as nothing.
  struct Row {
    fileprivate var cells: [Substring]
    fileprivate var columns: [String: Int]

    /// The cell as written; empty where there is no such column.
    subscript(column: String) -> String {
      guard let index = columns[column], cells.indices.contains(index) else { return "" }
      return String(cells[index])
    }

    /// The cell, or nil where it is `-` or absent.
    func value(_ column: String) -> String? {
      let cell = self[column]
      return cell.isEmpty || cell == "-" ? nil : cell
    }

    func number(_ column: String) -> Int? { Int(self[column]) }
    func flag(_ column: String) -> Bool { self[column] == "yes" }

    /// The members of a comma-separated cell; none for `-`.
    func list(_ column: String) -> [String] {
      (value(column) ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
  }

  /// The table of that path, or an empty one.
  init(named name: String) {
    self.init(Generated.tables.first { $0.name == name }?.text ?? "")
  }

  init(_ source: StaticString) {
    let text = source.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if columns.isEmpty {
        for (index, name) in cells.enumerated() { columns[String(name)] = index }
      } else {
        rows.append(Row(cells: cells, columns: columns))
      }
    }
  }
}
