internal import Grammar
internal import Syntax

/// Sessions by place and year, ready for lookup from the words of a bracket.
struct SessionIndex: Sendable {
  struct Place: Sendable {
    /// The canonical spelling, and its hash.
    var name: String
    var key: UInt32
    /// Those who met there.
    var sessions: [Meeting] = []
  }

  /// The bodies that met at a place in a year, those left out that never adopt such texts in this form:
  /// radio conferences are cited by `WRC-19`, the policy forum adopts opinions only.
  struct Meeting: Sendable {
    var year: Int
    var bodies: [CitedBody] = []
    var opinions: [CitedBody] = []
  }

  private let places: WordMap<Place>

  init() {
    var places: [UInt32: Place] = [:]
    for session in Session.all {
      guard let name = session.place, let body = CitedBody(rawValue: session.body) else {
        continue
      }
      let key = Self.hash(name)
      for spelling in [name] + session.otherSpellings {
        var place = places[Self.hash(spelling)] ?? Place(name: name, key: key)
        place.name = name
        place.key = key
        place.add(body, session.year)
        places[Self.hash(spelling)] = place
      }
    }
    self.places = WordMap(places)
  }

  private static func hash(_ name: String) -> UInt32 {
    name.split(separator: " ").reduce(0) { join($0, wordHash($1)) }
  }

  /// The hash of a name that is one word longer.
  static func join(_ name: UInt32, _ word: UInt32) -> UInt32 { (name << 5 | name >> 27) ^ word }

  /// A place that some session met at, by the hash of its words.
  func place(_ hash: UInt32) -> Place? { places[hash] }

  /// - Parameter key: the hash of the name's words, 0 where it is not known yet.
  func bodies(_ place: String, key: UInt32, _ year: Int, kind: Citation.Kind) -> [CitedBody] {
    guard let found = places[key == 0 ? Self.hash(place) : key],
      let meeting = found.sessions.first(where: { $0.year == year })
    else { return [] }
    return kind == .opinion ? meeting.opinions : meeting.bodies
  }
}

extension SessionIndex.Place {
  fileprivate mutating func add(_ body: CitedBody, _ year: Int) {
    var index = sessions.firstIndex { $0.year == year } ?? sessions.count
    if index == sessions.count {
      sessions.append(SessionIndex.Meeting(year: year))
      index = sessions.count - 1
    }
    switch body {
    case .radioConference: break
    case .policyForum: sessions[index].opinions.append(body)
    default: sessions[index].bodies.append(body)
    }
  }
}
