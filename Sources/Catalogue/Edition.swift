/// One edition of a text, as its bracket names it.
///
/// The forms are those of CONVENTIONS 2: `(Rev. Place, Year)` of the conferences, `Rev.WRC-19`, the
/// count of revisions of ITU-R texts, the year of a Council session, the date of a UN text.
public struct Edition: Sendable, Hashable {
  public var place: String?
  public var year: Int?
  /// A revision; `false` for the text as first adopted, and for bodies that do not say.
  public var revised: Bool
  /// Number with count of revisions, for ITU-R texts: `61-2`.
  public var suffix: String?
  /// Short name of the session, for WRC texts: `WRC-19`.
  public var token: String?
  /// Date of adoption, for UN texts: `25 September 2015`.
  public var date: String?
  /// `false` where it was seen once only, or sources disagree.
  public var certain: Bool

  public init(
    place: String? = nil, year: Int? = nil, revised: Bool = false, suffix: String? = nil,
    token: String? = nil, date: String? = nil, certain: Bool = true
  ) {
    self.place = place
    self.year = year
    self.revised = revised
    self.suffix = suffix
    self.token = token
    self.date = date
    self.certain = certain
  }

  /// Reads the form of the register's files: `Rev. Dubai, 2018`, `Rev.WRC-19`,
  /// `61-2 Rev. Sharm el-Sheikh, 2019`, `2016`, `25 September 2015`, each with `?` where unsure.
  /// `nil` where the text has none of these forms.
  public init?(_ text: String) {
    var rest = text[...].trimmed
    certain = true
    if rest.utf8.last == UInt8(ascii: "?") {
      rest = rest.dropLast()
      certain = false
    }
    revised = false
    if let first = rest.utf8.first, first.isDigit, !rest.allDigits, !rest.isDayMonthYear {
      guard let space = rest.firstIndex(of: " ") else { return nil }
      suffix = String(rest[..<space])
      rest = rest[space...].trimmed
    }
    if rest.hasPrefix("Rev.") {
      revised = true
      rest = rest.dropFirst(4).trimmed
    }
    if suffix != nil, rest == "-" { return }
    if rest.allDigits {
      guard rest.utf8.count == 4 else { return nil }
      year = Int(rest)
    } else if rest.isDayMonthYear {
      date = String(rest)
      year = Int(rest.suffix(4))
    } else if let comma = rest.firstIndex(of: ",") {
      let digits = rest[rest.index(after: comma)...].trimmed
      guard digits.utf8.count == 4, let number = Int(digits), comma > rest.startIndex else {
        return nil
      }
      place = String(rest[..<comma])
      year = number
    } else if let number = rest.yearOfToken {
      token = String(rest)
      year = number
    } else {
      return nil
    }
  }

  /// What stands in the bracket of a citation, without the brackets; `nil` where nothing does.
  public var bracket: String? {
    if let token { return revised ? "Rev.\(token)" : token }
    guard let place, let year else { return nil }
    return revised ? "Rev. \(place), \(year)" : "\(place), \(year)"
  }

  public var session: AdoptingSession? {
    guard let place, let year else { return nil }
    return AdoptingSession(place: place, year: year)
  }

  /// The same edition of the same text, whatever the sources' certainty.
  public func names(sameAs other: Edition) -> Bool {
    year == other.year && suffix == other.suffix && token == other.token
      && (place == nil || other.place == nil || place == other.place)
  }
}

extension Edition: CustomStringConvertible {
  /// The form of the register's files.
  public var description: String {
    var text = suffix.map { $0 + " " } ?? ""
    if let bracket {
      text += bracket
    } else if let date {
      text += date
    } else {
      text += (revised ? "Rev. " : "") + (year.map(String.init) ?? "-")
    }
    return certain ? text : text + "?"
  }
}

extension Substring {
  fileprivate var allDigits: Bool { !isEmpty && utf8.allSatisfy(\.isDigit) }

  /// `5 July 2012`
  fileprivate var isDayMonthYear: Bool {
    let parts = split(separator: " ")
    return parts.count == 3 && parts[0].allDigits && parts[0].utf8.count <= 2
      && parts[2].allDigits && parts[2].utf8.count == 4 && parts[1].utf8.allSatisfy(\.isLetter)
  }

  /// The year of `WRC-19`, `WRC-2000`, `ORB-88`.
  fileprivate var yearOfToken: Int? {
    guard let dash = lastIndex(of: "-"), dash > startIndex,
      self[..<dash].utf8.allSatisfy({ $0.isLetter || $0.isDigit })
    else { return nil }
    let digits = self[index(after: dash)...]
    guard digits.allDigits, let number = Int(digits) else { return nil }
    switch digits.utf8.count {
    case 2: return number >= 60 ? 1900 + number : 2000 + number
    case 4: return number
    default: return nil
    }
  }
}
