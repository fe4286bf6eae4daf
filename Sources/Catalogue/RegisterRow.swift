/// A line of a register and the entry it stands for.
enum RegisterRow {
  static let columns = [
    "body", "kind", "number", "certainty", "title", "editions", "status", "as-of", "source",
    "origin",
  ]

  /// Something wrong in a field, with the column of the register it stands in.
  struct Problem: Error {
    var column: Int
    var message: String
  }

  /// - Parameter fields: in the order of `columns`; `-` and the empty text mean unknown.
  static func entry(_ fields: [String]) throws(Problem) -> Entry {
    func field(_ index: Int) -> String? {
      guard index < fields.count, fields[index] != "-", !fields[index].isEmpty else { return nil }
      return fields[index]
    }
    guard let body = field(0) else { throw Problem(column: 0, message: "a text needs its body") }
    guard let kindName = field(1) else {
      throw Problem(column: 1, message: "a text needs its kind")
    }
    guard let kind = TextKind(rawValue: kindName.asciiLowered) else {
      let known = TextKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(column: 1, message: "no kind of text is called '\(kindName)'; known: \(known)")
    }
    guard let number = field(2) else {
      throw Problem(column: 2, message: "a text needs its number")
    }
    var certainty: TitleCertainty?
    if let name = field(3) {
      guard let known = TitleCertainty(rawValue: name) else {
        throw Problem(
          column: 3, message: "certainty is sure, mined or truncated, not '\(name)'")
      }
      certainty = known
    }
    return Entry(
      id: EntryID(body: body, kind: kind, number: number), title: field(4), certainty: certainty,
      editions: try editions(field(5) ?? ""), standing: try standing(field(6)), asOf: field(7),
      source: field(8) ?? "", origin: field(9))
  }

  static func editions(_ text: String) throws(Problem) -> [Edition] {
    var editions: [Edition] = []
    for part in text.split(separator: ";") {
      guard let edition = Edition(String(part.trimmed)) else {
        throw Problem(
          column: 5,
          message: "'\(part.trimmed)' is no edition; write 'Kyoto, 1994' or 'Rev. Dubai, 2018'")
      }
      editions.append(edition)
    }
    return editions
  }

  static func standing(_ text: String?) throws(Problem) -> Standing {
    guard let text else { return .unknown }
    if text == "in force" { return .inForce }
    if text.hasPrefix("superseded by ") { return .superseded(by: String(text.dropFirst(14))) }
    if text.hasPrefix("abrogated by ") { return .abrogated(by: String(text.dropFirst(13))) }
    throw Problem(
      column: 6,
      message: "status is 'in force', 'superseded by …' or 'abrogated by …', not '\(text)'")
  }

  /// The line of an entry, with its line end.
  static func line(_ entry: Entry) -> String {
    let fields: [String?] = [
      entry.body, entry.kind.rawValue, entry.number, entry.certainty?.rawValue, entry.title,
      entry.editions.map(\.description).joined(separator: "; "), entry.standing.text, entry.asOf,
      entry.source, entry.origin,
    ]
    return fields.map { field in
      guard let field, !field.isEmpty else { return "-" }
      // A tab or a line end inside a field would break the line.
      return String(decoding: field.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }.joined(separator: "\t") + "\n"
  }
}

extension Standing {
  /// The form of the register's files; `nil` for unknown.
  public var text: String? {
    switch self {
    case .unknown: nil
    case .inForce: "in force"
    case .superseded(let by): "superseded by \(by)"
    case .abrogated(let by): "abrogated by \(by)"
    }
  }
}
