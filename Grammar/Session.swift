/// A meeting of a body, known by its place and year.
public struct Session: Hashable, Sendable {
  public enum Status: String, CaseIterable, Sendable {
    /// The pair of place and year was read in a text.
    case sourced
    /// To come.
    case planned
    /// General knowledge: never ground for an error.
    case unverified
  }

  /// `Body.id`.
  public let body: String
  /// As in "(Place, Year)"; nil for the Council, whose sessions are cited by year.
  public let place: String?
  public let year: Int
  /// The short name: `PP-18`, `WRC-15`, `C07`.
  public let token: String
  /// Other spellings of the place or the token.
  public let otherSpellings: [String]
  public let status: Status

  /// Grouped by body, ascending by year within a body.
  public static let all: [Session] = Table(named: "sessions").rows.compactMap(Session.init)

  /// The session of a body at a place in a year; case of the place and other spellings forgiven.
  public static func session(body: String, place: String?, year: Int) -> Session? {
    all.first { $0.year == year && $0.body == body && $0.isAt(place) }
  }

  /// All sessions at a place in a year: more than one for "(Dubai, 2012)".
  public static func sessions(place: String, year: Int) -> [Session] {
    all.filter { $0.year == year && $0.isAt(place) }
  }

  /// The session that a token such as `WRC-15` or `C07` names.
  public static func named(_ token: String) -> Session? {
    let wanted = token.lowercased()
    return all.first {
      $0.token.lowercased() == wanted || $0.otherSpellings.contains { $0.lowercased() == wanted }
    }
  }

  private func isAt(_ other: String?) -> Bool {
    guard let place, let other else { return self.place == nil && other == nil }
    if place == other { return true }
    let wanted = other.lowercased()
    return place.lowercased() == wanted
      || otherSpellings.contains { $0.lowercased() == wanted }
  }

  init?(_ row: Table.Row) {
    guard let body = row.value("body"), let year = row.number("year"),
      let token = row.value("token"), let status = Status(rawValue: row["status"])
    else { return nil }
    self.body = body
    self.year = year
    self.token = token
    self.status = status
    place = row.value("place")
    otherSpellings = row.list("other")
  }
}
