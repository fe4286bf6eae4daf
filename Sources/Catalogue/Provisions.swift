/// The two instruments whose provisions are cited by number.
public enum Instrument: String, Sendable, Hashable, CaseIterable {
  case constitution = "CS"
  case convention = "CV"

  public var name: String {
    switch self {
    case .constitution: "Constitution"
    case .convention: "Convention"
    }
  }
}

/// An article of the Constitution or the Convention, as amended up to 2006.
public struct Article: Sendable, Hashable {
  public var instrument: Instrument
  /// `1`, `14A`, `Annex`, `Preamble`.
  public var number: String
  public var title: String
  /// Numbers in the margin, in order: `28`, `28A`.
  public var provisions: [String]
  /// `provisions` has no gap, so that a number which is not there is not in the article.
  public var isWhole: Bool
  public var source: String
}

/// What the register can say about a cited provision.
public enum ProvisionStanding: Sendable, Hashable {
  /// The article that the provision stands in.
  case known(Article)
  /// Beyond the highest number of the instrument, which is given.
  case beyond(highest: Int)
  /// The citation names an article that is known as a whole and does not hold the provision.
  case notInArticle(Article)
  /// Not in the register, which proves nothing.
  case unknown
}

extension Register {
  /// Articles in order. The built-in ones only.
  public static let articles: [Article] = parseArticles(bytes(of: GeneratedRegister.provisions))

  /// The article that holds a provision, by its number as cited (`184A`).
  public func provision(_ instrument: Instrument, _ number: String) -> Article? {
    Register.articles.first { $0.instrument == instrument && $0.provisions.contains(number) }
  }

  public func article(_ instrument: Instrument, _ number: String) -> Article? {
    Register.articles.first { $0.instrument == instrument && $0.number == number }
  }

  /// Highest number of the instrument proper: 242 of the Constitution, 528 of the Convention. Its
  /// annex of terms has numbers of its own, from 1001.
  public func highestProvision(_ instrument: Instrument) -> Int {
    Register.articles.lazy.filter { $0.instrument == instrument && $0.number != "Annex" }
      .flatMap(\.provisions).compactMap { Int($0) }.max() ?? 0
  }

  /// - Parameter article: the article that the citation names beside the provision, if it does.
  public func check(
    provision number: String, of instrument: Instrument, inArticle article: String? = nil
  ) -> ProvisionStanding {
    if let article, let named = self.article(instrument, article) {
      if named.provisions.contains(number) { return .known(named) }
      if named.isWhole { return .notInArticle(named) }
    }
    if let holder = provision(instrument, number) { return .known(holder) }
    let digits = Array(number.utf8.prefix { $0.isDigit })
    guard !digits.isEmpty else { return .unknown }
    let value = wholeNumber(digits[...]) ?? Int.max
    let annex = self.article(instrument, "Annex")?.provisions.compactMap { Int($0) } ?? []
    let highest = highestProvision(instrument)
    if value > highest, value < annex.min() ?? Int.max || value > annex.max() ?? 0 {
      return .beyond(highest: highest)
    }
    return .unknown
  }

  private static func parseArticles(_ bytes: [UInt8]) -> [Article] {
    bytes.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 6, let instrument = Instrument(rawValue: fields[0]) else { return nil }
      return Article(
        instrument: instrument, number: fields[1], title: fields[4],
        provisions: expand(fields[3]), isWhole: fields[2] == "yes", source: fields[5])
    }
  }

  /// `1-3 3A 4` as single numbers. A run is at most a thousand long, which no article comes near.
  static func expand(_ spans: String) -> [String] {
    spans.split(separator: " ").flatMap { span -> [String] in
      let ends = span.split(separator: "-")
      guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first <= last,
        first >= 0, last < 10_000, last - first < 1000
      else { return [String(span)] }
      return (first...last).map(String.init)
    }
  }
}
