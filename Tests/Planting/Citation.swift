/// A well-formed citation of one or more numbered texts of a body.
struct Citation {
  /// One bracket with the numbers before it.
  struct Group {
    var numbers: [Range<Int>]
    var bracket: Bracket
  }

  struct Bracket {
    /// From the opening to after the closing bracket.
    var range: Range<Int>
    /// `Rev.` with the space after it where there is one.
    var rev: Range<Int>?
    /// `nil` in the form `WRC-15`.
    var place: Range<Int>?
    /// The digits as written, four or, after `WRC-`, two.
    var yearRange: Range<Int>
    var placeName: String?
    var year: Int
  }

  enum Tail: Equatable {
    case none
    case ownSession
    case body(String)
  }

  /// `Resolution` or `Resolutions`.
  var noun: Range<Int>
  /// `resolution`, `decision` or `opinion`.
  var kind: String
  var isPlural: Bool
  /// `ITU-R ` stands before the number.
  var isITUR: Bool
  var groups: [Group]
  /// From ` of` on, spaces before included; empty for none.
  var tailRange: Range<Int>
  var tail: Tail
  /// Which body gave it, if the text tells: by its tail, its form, or a session that only it held.
  var body: String?
  /// Whether place and year stand after the name of the body or beside "this conference".
  var namesBody: Bool

  var range: Range<Int> { noun.lowerBound..<max(tailRange.upperBound, noun.upperBound) }
  /// The one group of a citation of one text.
  var single: Group? {
    groups.count == 1 && groups[0].numbers.count == 1 && !isPlural ? groups[0] : nil
  }
}

/// What a text says about itself.
struct Draft {
  var body: String
  var place: String
  var year: Int
}

enum BodyNames {
  /// Names after "of", longest first among those with a common beginning.
  static let all: [(name: String, body: String)] = [
    ("the Plenipotentiary Conference", "PP"),
    ("the World Telecommunication Development Conference", "WTDC"),
    ("the World Telecommunication Standardization Assembly", "WTSA"),
    ("the World Radiocommunication Conference", "WRC"),
    ("the World Conference on International Telecommunications", "WCIT"),
    ("the World Telecommunication/ICT Policy Forum", "WTPF"),
    ("the Radiocommunication Assembly", "RA"),
    ("the RA", "RA"), ("WTDC", "WTDC"), ("WTSA", "WTSA"), ("WCIT", "WCIT"), ("WTPF", "WTPF"),
    ("RA", "RA"),
  ]

  static func long(_ body: String) -> String? {
    all.first { $0.body == body }?.name
  }

  static let formulas: [(opening: String, body: String)] = [
    ("The Plenipotentiary Conference of the International Telecommunication Union", "PP"),
    ("The World Telecommunication Standardization Assembly", "WTSA"),
    ("The World Telecommunication Development Conference", "WTDC"),
    ("The World Radiocommunication Conference", "WRC"),
  ]
}
