/// One of the three Bureaux of ITU, by the usual abbreviation.
public enum Bureau: String, CaseIterable, Sendable {
  case radiocommunication = "BR"
  case standardization = "TSB"
  case development = "BDT"
}

/// One name in the list of those whom an operative clause addresses.
public struct Addressee: Hashable, Sendable {
  public enum Article: String, CaseIterable, Sendable {
    case the
    case none = "-"
    /// Seen with and without: "Member States", "the Member States".
    case either
  }

  public enum Kind: String, CaseIterable, Sendable {
    /// One office: "Director of the Radiocommunication Bureau".
    case office
    /// Several offices under one name: "Directors of the three Bureaux".
    case officers
    case council
    case members
    case group
    case sector
    case body
    case other
  }

  /// The name without its article.
  public let name: String
  public let article: Article
  public let kind: Kind
  /// The Bureaux that the name tells of, in its own order; empty where it tells of none.
  public let bureaux: [Bureau]
  /// Times named in the headings counted.
  public let seen: Int

  init?(_ row: Table.Row) {
    guard let name = row.value("addressee"), let article = Article(rawValue: row["article"]),
      let kind = Kind(rawValue: row["class"])
    else { return nil }
    self.name = name
    self.article = article
    self.kind = kind
    bureaux = row.list("bureau").compactMap(Bureau.init(rawValue:))
    seen = row.number("seen") ?? 0
  }
}

/// What may follow the addressees after a comma: "in consultation with the Directors of the Bureaux".
public struct Tail: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// With whom.
    case cooperation
    /// Within what.
    case scope
  }

  /// The words, lower case, without the comma before them.
  public let pattern: String
  public let kind: Kind
  /// Whether a name or noun phrase completes the pattern.
  public let takesName: Bool

  init?(_ row: Table.Row) {
    guard let pattern = row.value("pattern"), let kind = Kind(rawValue: row["kind"]) else {
      return nil
    }
    self.pattern = pattern
    self.kind = kind
    takesName = row["followed"] == "name"
  }
}
