import Foundation

/// What the generator knows, from its own tables under `Data`, never from the product's register.
public struct Facts: Sendable {
  public struct Session: Sendable, Hashable {
    public var body: String
    public var place: String
    public var year: Int
    public var sourced: Bool
  }

  struct Series: Hashable {
    var body: String
    var kind: String
  }

  struct First {
    var number: Int
    var place: String
    var year: Int
  }

  public private(set) var sessions: [Session] = []
  private(set) var firsts: [Series: [First]] = [:]
  private(set) var highest: [Series: Int] = [:]
  /// Rows that could not be read, as `file:line`; empty for good tables.
  public private(set) var faults: [String] = []

  /// The tables that stand beside this file.
  public init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Data")
    func read(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    self.init(
      sessions: try read("sessions.tsv"), first: try read("first.tsv"),
      highest: try read("highest.tsv"))
  }

  public init(sessions: String, first: String, highest: String) {
    for row in rows(of: sessions, "sessions.tsv", columns: 5, number: 2) {
      self.sessions.append(
        Session(
          body: row.fields[0], place: row.fields[1], year: row.number,
          sourced: row.fields[3] == "sourced"))
    }
    for row in rows(of: first, "first.tsv", columns: 6, number: 2) {
      guard let year = Int(row.fields[4]) else { continue }
      firsts[Series(body: row.fields[0], kind: row.fields[1]), default: []].append(
        First(number: row.number, place: row.fields[3], year: year))
    }
    for row in rows(of: highest, "highest.tsv", columns: 5, number: 2) {
      self.highest[Series(body: row.fields[0], kind: row.fields[1])] = row.number
    }
  }

  /// The rows below the head that have `columns` fields, none empty, and a number at column `number`.
  private mutating func rows(
    of table: String, _ name: String, columns: Int, number: Int
  ) -> [(fields: [String], number: Int)] {
    var result: [(fields: [String], number: Int)] = []
    var isHead = true
    for (line, row) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !row.isEmpty && !row.hasPrefix("#") {
      if isHead {
        isHead = false
        continue
      }
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == columns, !fields.contains(""), let value = Int(fields[number]) else {
        faults.append("\(name):\(line + 1)")
        continue
      }
      result.append((fields, value))
    }
    return result
  }

  /// Whether `body`, or any body for `nil`, met at this place in this year; with `place` nil, in it.
  func isSession(_ body: String?, _ place: String?, _ year: Int) -> Bool {
    sessions.contains {
      (body == nil || $0.body == body) && (place == nil || $0.place == place) && $0.year == year
    }
  }

  /// The body, where only one met at this place in this year.
  func onlyBody(_ place: String, _ year: Int) -> String? {
    let bodies = Set(
      sessions.filter { $0.place == place && $0.year == year }.map(\.body))
    return bodies.count == 1 ? bodies.first : nil
  }

  /// The session that first adopted a number: read as such, or bounded by two numbers of one session
  /// in a series that runs on.
  func first(_ body: String, _ kind: String, _ number: Int) -> (place: String, year: Int)? {
    let known = firsts[Series(body: body, kind: kind)] ?? []
    if let exact = known.first(where: { $0.number == number }) {
      return (exact.place, exact.year)
    }
    guard body == "PP" || body == "WTSA", kind == "resolution",
      let below = known.filter({ $0.number < number }).max(by: { $0.number < $1.number }),
      let above = known.filter({ $0.number > number }).min(by: { $0.number < $1.number }),
      below.year == above.year
    else { return nil }
    return (below.place, below.year)
  }

  func highest(_ body: String, _ kind: String) -> Int? {
    highest[Series(body: body, kind: kind)]
  }
}
