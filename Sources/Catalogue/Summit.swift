/// An action line of the World Summit on the Information Society.
public struct ActionLine: Sendable, Hashable {
  /// `C1` to `C11`.
  public var number: String
  public var title: String
  /// Another wording in use.
  public var otherTitle: String?
  /// The named parts, which C7 alone has.
  public var parts: [String]
  public var source: String
}

/// An outcome text of the summit.
public struct SummitText: Sendable, Hashable {
  public var title: String
  public var symbol: String?
  /// `Tunis, 18 November 2005`
  public var adopted: String
  public var source: String
}

extension Register {
  /// The eleven action lines in order.
  public static let actionLines: [ActionLine] = {
    let parts = summitLines.filter { $0[0] == "part" }
    return summitLines.filter { $0[0] == "line" }.map { fields in
      ActionLine(
        number: fields[1], title: fields[2], otherTitle: fields[3] == "-" ? nil : fields[3],
        parts: parts.filter { $0[1] == fields[1] }.map { $0[2] }, source: fields[5])
    }
  }()

  public static let summitTexts: [SummitText] = summitLines.filter { $0[0] == "text" }.map {
    SummitText(title: $0[2], symbol: $0[1] == "-" ? nil : $0[1], adopted: $0[4], source: $0[5])
  }

  /// An action line by its number, in either case: `C5`. There are eleven; `nil` is no such line.
  public func actionLine(_ number: String) -> ActionLine? {
    Register.linesByNumber[number.asciiLowered]
  }

  private static let linesByNumber = Dictionary(
    actionLines.map { ($0.number.asciiLowered, $0) }, uniquingKeysWith: { first, _ in first })

  private static let summitLines: [[String]] =
    bytes(of: GeneratedRegister.wsis).split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      return fields.count == 6 ? fields : nil
    }
}
