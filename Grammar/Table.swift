/// The compiled-in tables; `swift run Generate` adds one constant for each file of `Grammar/Data`
/// and `tables`, which lists them by path without the ending: `en/words`.
enum Generated {}

/// One of the tables, read: tab-separated cells by column name.
struct Table {
  private var columns: [String: Int] = [:]
  private(set) var rows: [Row] = []

  /// One line of the table. A missing column reads as the empty string, `-` as nothing.
  struct Row {
    fileprivate let source: StaticString
    /// Where the cells stand in the source, in bytes.
    fileprivate var cells: [Range<Int>]
    fileprivate var columns: [String: Int]

    /// The cell as written; empty where there is no such column.
    subscript(column: String) -> String {
      guard let index = columns[column], cells.indices.contains(index) else { return "" }
      return source.text(cells[index])
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
      (value(column) ?? "").utf8.split(separator: UInt8(ascii: ",")).map {
        String(decoding: $0.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
      }
    }
  }

  /// The table of that path, or an empty one.
  init(named name: String) {
    self.init(Generated.tables.first { $0.name == name }?.text ?? "")
  }

  init(_ source: StaticString) {
    var names: [Range<Int>] = []
    source.withUTF8Buffer { bytes in
      var cells: [Range<Int>] = []
      var start = 0
      for place in 0...bytes.count {
        let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
        guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") else { continue }
        cells.append(start..<place)
        start = place + 1
        guard byte == UInt8(ascii: "\n") else { continue }
        let isBlank = cells.count == 1 && cells[0].isEmpty
        if isBlank {
          // An empty line is no row.
        } else if names.isEmpty {
          names = cells
          for (index, name) in names.enumerated() { columns[source.text(name)] = index }
        } else {
          rows.append(Row(source: source, cells: cells, columns: columns))
        }
        cells.removeAll(keepingCapacity: true)
      }
    }
  }
}

extension StaticString {
  /// The text of some of its bytes.
  fileprivate func text(_ range: Range<Int>) -> String {
    withUTF8Buffer { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]),
        as: UTF8.self)
    }
  }
}
