/// Something wrong in a user's register.
public struct RegisterProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  public var line: Int
  /// In bytes, from 1.
  public var column: Int
  public var message: String

  public var description: String { "line \(line), column \(column): \(message)" }
}

extension Register {
  /// The register with a user's TSV on top: a row overrides what it states of an entry, keeps the rest,
  /// and adds an entry that is new.
  ///
  /// The first line that is no comment (`#`) names the columns, in any order: `body`, `kind`, `number`
  /// and any of `certainty title editions status as-of source`. A row that cannot be read is left out
  /// and reported; the others count.
  /// - Parameter name: what `Entry.origin` says of the rows: the file's name.
  public func adding(
    tsv bytes: [UInt8], name: String
  ) -> (register: Register, problems: [RegisterProblem]) {
    var problems: [RegisterProblem] = []
    var entries: [Entry] = []
    var columns: [Int]?
    var line = 0
    for (number, raw) in bytes.lines.enumerated() {
      line = number + 1
      guard let first = raw.first, first != UInt8(ascii: "#") else { continue }
      let fields = raw.split(separator: 0x09, omittingEmptySubsequences: false)
      let words = fields.map { String(decoding: $0, as: UTF8.self)[...].trimmed }.map(String.init)
      func column(_ field: Int) -> Int {
        field < fields.count ? fields[field].startIndex - raw.startIndex + 1 : raw.count + 1
      }
      guard let order = columns else {
        let order = words.map { RegisterRow.columns.firstIndex(of: $0) ?? -1 }
        for (field, known) in order.enumerated() where known < 0 {
          problems.append(
            RegisterProblem(
              line: line, column: column(field), message: Register.unknownColumn(words[field])))
        }
        for needed in 0..<3 where !order.contains(needed) {
          problems.append(
            RegisterProblem(
              line: line, column: 1,
              message: "the column '\(RegisterRow.columns[needed])' is missing in the first line"))
        }
        guard problems.isEmpty else { return (self, problems) }
        columns = order
        continue
      }
      var row = [String](repeating: "-", count: RegisterRow.columns.count)
      for (field, known) in order.enumerated() where field < words.count {
        row[known] = words[field]
      }
      do throws(RegisterRow.Problem) {
        var entry = try RegisterRow.entry(row)
        entry.origin = name
        entries.append(entry)
      } catch {
        let field = order.firstIndex(of: error.column) ?? 0
        problems.append(
          RegisterProblem(line: line, column: column(field), message: error.message))
      }
      if words.count > order.count {
        problems.append(
          RegisterProblem(
            line: line, column: column(order.count), message: "more fields than columns"))
      }
    }
    if columns == nil {
      problems.append(
        RegisterProblem(line: max(line, 1), column: 1, message: "no line names the columns"))
    }
    return (adding(entries), problems)
  }

  /// The register with entries on top, such as the title lines of the texts of a workspace. Each adds
  /// its editions to those that are known, and overrides the other facts that it states.
  public func adding(_ entries: [Entry]) -> Register {
    guard !entries.isEmpty else { return self }
    var merged: [EntryID: [Entry]] = [:]
    for row in overlay?.rows.indices ?? 0..<0 {
      if let entry = overlay?.entry(row) { merged[entry.id, default: []].append(entry) }
    }
    for entry in entries {
      var known = merged[entry.id] ?? base.entries(entry.id)
      if let place = Register.place(of: entry, among: known) {
        known[place] = known[place].overridden(by: entry)
      } else {
        known.append(entry)
      }
      merged[entry.id] = known
    }
    let lines = merged.values.joined().map { RegisterRow.line($0) }
    return Register(
      base: base, overlay: RegisterStore(lines.flatMap { Array($0.utf8) }), numbering: numbering)
  }

  /// Which of the texts that share an id is meant: the only one, or the one with the same session.
  private static func place(of entry: Entry, among known: [Entry]) -> Int? {
    if known.count == 1 {
      let restarts = entry.body == "WTPF" || entry.body == "WCIT"
      if !restarts || entry.editions.isEmpty { return 0 }
    }
    return known.firstIndex { candidate in
      candidate.editions.contains { a in entry.editions.contains { a.names(sameAs: $0) } }
    }
  }

  private static func unknownColumn(_ name: String) -> String {
    let known = RegisterRow.columns.dropLast().joined(separator: ", ")
    return "no column is called '\(name)'; known: \(known)"
  }
}

extension Entry {
  /// The entry with the facts that another states put over its own.
  func overridden(by other: Entry) -> Entry {
    var result = self
    if other.title != nil {
      result.title = other.title
      result.certainty = other.certainty
    }
    for edition in other.editions {
      if let place = result.editions.firstIndex(where: { $0.names(sameAs: edition) }) {
        result.editions[place] = edition
      } else {
        let after = result.editions.firstIndex { ($0.year ?? 0) > (edition.year ?? Int.max) }
        result.editions.insert(edition, at: after ?? result.editions.count)
      }
    }
    if other.standing != .unknown {
      result.standing = other.standing
      result.asOf = other.asOf
    }
    if !other.source.isEmpty {
      result.source = source.isEmpty ? other.source : "\(other.source); \(source)"
    }
    result.origin = other.origin ?? origin
    return result
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
