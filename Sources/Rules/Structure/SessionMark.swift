internal import Grammar
internal import Syntax

/// Place and year as a title or an enacting formula gives them.
struct SessionMark {
  let place: String
  let year: Int

  /// `nil` where the bracket does not give both: `(C07)`, `(REV.WRC-15)`, none at all, or old and
  /// new text run together.
  init?(_ shape: TitleShape, _ text: SectionContext) {
    guard shape.form != .wrc, !shape.place.isEmpty, shape.yearValue > 0 else { return nil }
    guard !Self.isMash(shape, text) else { return nil }
    let written = text.plain(shape.place)
    // A word that was meant as "Rev." is no part of the place.
    place = written.hasPrefix("Revised ") ? String(written.dropFirst(8)) : written
    year = shape.yearValue
  }

  /// "Marrakesh" and "MARRAKECH" are one place.
  func isAtSamePlace(as other: SessionMark) -> Bool {
    if place == other.place || place.lowercased() == other.place.lowercased() { return true }
    let mine = Session.sessions(place: place, year: year)
    return mine.contains { Session.sessions(place: other.place, year: year).contains($0) }
  }

  /// The bodies that met there in that year.
  var bodies: Set<String> { Set(Session.sessions(place: place, year: year).map(\.body)) }

  /// Whether a body met there in that year.
  func isSession(of body: String) -> Bool {
    Session.session(body: body, place: place, year: year) != nil
  }

  /// By the place in small letters.
  private static let places: [String: String] = Dictionary(
    Session.all.compactMap { session in session.place.map { ($0.lowercased(), $0) } },
    uniquingKeysWith: { first, _ in first })

  /// The place in the case that a formula uses; titles are often in capitals.
  var canonicalPlace: String {
    if let known = Self.places[place.lowercased()] { return known }
    guard place == place.uppercased() else { return place }
    return place.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }

  /// Deleted and inserted text run together: `BusanDUBAI, 20142018`. That is a matter of its own
  /// and says nothing of the title or formula.
  static func isMash(_ shape: TitleShape, _ text: SectionContext) -> Bool {
    if shape.year.count >= 8 { return true }
    if hasSeam(shape.place, text) { return true }
    guard shape.year.count > 4 || shape.place.count > 8 else { return false }
    return isTwoPlaces(text.plain(shape.place))
  }

  /// A capital letter inside a word: `BusanDubai`, `DUBAIBusan`.
  private static func hasSeam(_ span: Span, _ text: SectionContext) -> Bool {
    guard span.count > 2 else { return false }
    for i in (span.lower + 1)..<span.upper {
      let before = text.byte(i - 1)
      let here = text.byte(i)
      if isSmall(before), isCapital(here) { return true }
      if isCapital(before), isCapital(here), isSmall(text.byte(i + 1)), i + 1 < span.upper {
        return true
      }
    }
    return false
  }

  /// `BUSANDUBAI`: no word boundary, two known places.
  private static func isTwoPlaces(_ place: String) -> Bool {
    let folded = place.lowercased()
    return places.keys.contains { first in
      folded.hasPrefix(first) && places[String(folded.dropFirst(first.count))] != nil
    }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
