/// Something wrong in a user's register.
public struct RegisterProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  public var line: Int
  /// In bytes, from 1.
  public var column: Int
  public var message: String

  public var description: String { "line \(line), column \(column): \(message)" }
}

/// A fact that a user's register states, with its place for messages.
public struct RegisterField: Sendable, Hashable {
  public var text: String
  /// From 1.
  public var line: Int
  /// In bytes, from 1.
  public var column: Int

  public init(_ text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }
}

extension Register {
  /// The columns of a register: `body`, `kind` and `number` are needed, the others are not.
  public static let columns = RegisterRow.columns.dropLast().map { $0 }

  /// The register with a user's rows on top: a row overrides what it states of an entry, keeps the
  /// rest, and adds an entry that is new. A row that cannot be read is left out and reported.
  /// - Parameters:
  ///   - rows: facts by column. The place of a row that lacks a needed column is that of `start`.
  ///   - name: what `Entry.origin` says of the rows: the file's name.
  public func adding(
    rows: [(start: RegisterField, fields: [String: RegisterField])], name: String
  ) -> (register: Register, problems: [RegisterProblem]) {
    var problems: [RegisterProblem] = []
    var entries: [Entry] = []
    // Bodies that begin their numbers anew have several texts of one id.
    var seen: [EntryID: (line: Int, editions: [Edition])] = [:]
    for (start, fields) in rows {
      let cells = RegisterRow.columns.map { fields[$0]?.text ?? "-" }
      do throws(RegisterRow.Problem) {
        var entry = try RegisterRow.entry(cells)
        entry.origin = name
        entries.append(entry)
        let place = fields[RegisterRow.columns[0]] ?? start
        if let before = seen[entry.id],
          !Register.restartsNumbers(entry.body) || before.editions == entry.editions
        {
          problems.append(
            RegisterProblem(
              line: place.line, column: place.column,
              message: "the same text stands in line \(before.line); both are used"))
        }
        seen[entry.id] = (place.line, entry.editions)
      } catch {
        let place = fields[RegisterRow.columns[error.column]] ?? start
        problems.append(
          RegisterProblem(line: place.line, column: place.column, message: error.message))
      }
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

  /// Whether each session of the body begins its numbers at 1.
  private static func restartsNumbers(_ body: String) -> Bool { body == "WTPF" || body == "WCIT" }

  /// Which of the texts that share an id is meant: the only one, or the one with the same session.
  private static func place(of entry: Entry, among known: [Entry]) -> Int? {
    if known.count == 1 {
      if !restartsNumbers(entry.body) || entry.editions.isEmpty { return 0 }
    }
    return known.firstIndex { candidate in
      candidate.editions.contains { a in entry.editions.contains { a.names(sameAs: $0) } }
    }
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
