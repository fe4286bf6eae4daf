extension Register {
  /// The register with a user's TSV on top; see `adding(rows:name:)`.
  ///
  /// The first line that is no comment (`#`) names the columns, in any order: `body`, `kind`, `number`
  /// and any of `certainty title editions status as-of source`.
  public func adding(
    tsv bytes: [UInt8], name: String
  ) -> (register: Register, problems: [RegisterProblem]) {
    var problems: [RegisterProblem] = []
    var rows: [(start: RegisterField, fields: [String: RegisterField])] = []
    var columns: [String]?
    var line = 0
    for raw in bytes.lines {
      line += 1
      guard let first = raw.first, first != UInt8(ascii: "#") else { continue }
      let cells = raw.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
        RegisterField(
          String(String(decoding: cell, as: UTF8.self)[...].trimmed), line: line,
          column: cell.startIndex - raw.startIndex + 1)
      }
      guard let names = columns else {
        problems = Register.problems(ofColumns: cells)
        guard problems.isEmpty else { return (self, problems) }
        columns = cells.map(\.text)
        continue
      }
      var fields: [String: RegisterField] = [:]
      for (name, cell) in zip(names, cells) { fields[name] = cell }
      // What a short line lacks is missing at its end.
      rows.append((RegisterField("", line: line, column: raw.count + 1), fields))
      if cells.count > names.count {
        let cell = cells[names.count]
        problems.append(
          RegisterProblem(line: line, column: cell.column, message: "more fields than columns"))
      }
    }
    if columns == nil {
      problems.append(
        RegisterProblem(line: max(line, 1), column: 1, message: "no line names the columns"))
    }
    let result = adding(rows: rows, name: name)
    problems += result.problems
    problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return (result.register, problems)
  }

  private static func problems(ofColumns names: [RegisterField]) -> [RegisterProblem] {
    var problems: [RegisterProblem] = []
    for name in names where !columns.contains(name.text) {
      let known = columns.joined(separator: ", ")
      problems.append(
        RegisterProblem(
          line: name.line, column: name.column,
          message: "no column is called '\(name.text)'; known: \(known)"))
    }
    for needed in columns.prefix(3) where !names.contains(where: { $0.text == needed }) {
      problems.append(
        RegisterProblem(
          line: names.first?.line ?? 1, column: 1,
          message: "the column '\(needed)' is missing in the first line"))
    }
    return problems
  }
}

extension [UInt8] {
  /// Lines without their ends (LF or CRLF), a byte order mark left out.
  fileprivate var lines: [ArraySlice<UInt8>] {
    let start = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return self[start...].split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
  }
}
