internal import Grammar
internal import Syntax

/// Sessions by place and year, ready for lookup from the words of a bracket.
struct SessionIndex: Sendable {
  struct Found: Sendable {
    var place: String
    var bodies: [CitedBody]
  }

  private struct Key: Hashable {
    var place: UInt32
    var year: Int
  }

  private var byPlaceAndYear: [Key: Found] = [:]
  private var places: [UInt32: String] = [:]

  init() {
    for session in Session.all {
      guard let place = session.place, let body = CitedBody(rawValue: session.body) else {
        continue
      }
      for spelling in [place] + session.otherSpellings {
        let hash = Self.hash(spelling.split(separator: " ").map { wordHash($0) })
        places[hash] = place
        let key = Key(place: hash, year: session.year)
        byPlaceAndYear[key, default: Found(place: place, bodies: [])].bodies.append(body)
      }
    }
  }

  static func hash(_ words: [UInt32]) -> UInt32 { words.reduce(0, join) }

  /// The hash of a name that is one word longer.
  static func join(_ name: UInt32, _ word: UInt32) -> UInt32 { (name << 5 | name >> 27) ^ word }

  /// The canonical spelling of a place that some session met at.
  func place(_ hash: UInt32) -> String? { places[hash] }

  /// The bodies that met at a place in a year, those left out that never adopt such texts in this
  /// form: radio conferences are cited by `WRC-19`, the policy forum adopts opinions only.
  func bodies(_ place: String, _ year: Int, kind: Citation.Kind) -> [CitedBody] {
    let hash = Self.hash(place.split(separator: " ").map { wordHash($0) })
    let found = byPlaceAndYear[Key(place: hash, year: year)]?.bodies ?? []
    return found.filter { $0 != .radioConference && ($0 == .policyForum) == (kind == .opinion) }
  }
}
