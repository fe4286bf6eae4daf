/// An acronym that texts define, with what it stands for.
public struct Acronym: Sendable, Hashable {
  public var name: String
  /// `.truncated`: the beginning of the expansion is missing.
  public var certainty: TitleCertainty
  /// In the case used in running text.
  public var expansion: String
  public var otherExpansions: [String]
  /// Number of texts that define it so.
  public var seen: Int
  public var source: String
}

extension Register {
  /// All acronyms, in alphabetical order without regard to case.
  public static let acronyms: [Acronym] =
    bytes(of: GeneratedRegister.acronyms).split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 6, let certainty = TitleCertainty(rawValue: fields[1]) else {
        return nil
      }
      let others = fields[3] == "-" ? [] : fields[3].split(separator: ";").map { $0.trimmed }
      return Acronym(
        name: fields[0], certainty: certainty, expansion: fields[2],
        otherExpansions: others.map(String.init), seen: Int(fields[4]) ?? 0, source: fields[5])
    }

  private static let acronymsByName = Dictionary(
    acronyms.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static let acronymsByFoldedName = Dictionary(
    acronyms.map { ($0.name.asciiLowered, $0) }, uniquingKeysWith: { first, _ in first })

  /// As written; case decides (`RAS` is not `RAs`).
  public func acronym(_ name: String) -> Acronym? { Register.acronymsByName[name] }

  /// Without regard to case, for what a person types into a search.
  func acronym(folded name: String) -> Acronym? { Register.acronymsByFoldedName[name] }
}
