/// What `resolute catalogue` finds, as plain data and as text.
public struct RegisterReport: Sendable {
  public var register: Register

  public init(_ register: Register = .standard) { self.register = register }

  /// What an id names.
  public enum Item: Sendable, Hashable {
    case texts([Entry])
    case article(Article, provision: String?)
    case actionLine(ActionLine)
    case acronym(Acronym)
  }

  /// Coverage of one body.
  public struct Coverage: Sendable, Hashable {
    public var body: String
    public var texts: Int
    public var sureTitles: Int
    public var otherTitles: Int
    public var editions: Int
    public var inForce: Int
    /// `YYYY-MM`, the latest date up to which a standing is known; `nil` where none is.
    public var knownUntil: String?
  }

  public struct Statistics: Sendable, Hashable {
    public var bodies: [Coverage]
    public var articles: Int
    public var provisions: Int
    public var actionLines: Int
    public var acronyms: Int
  }

  /// Reads an id as people write it: `PP/resolution/140`, `pp res 140`, `ITU-R 61-2`, `CS 28A`,
  /// `CV Article 14A`, `C5`, `WSIS`. `nil` where it names nothing known.
  public func item(_ id: String) -> Item? {
    let parts = id.split(maxSplits: 2, whereSeparator: { $0 == "/" || $0 == " " }).map(String.init)
    guard let head = parts.first else { return nil }
    if parts.count == 1 {
      if let line = register.actionLine(head) { return .actionLine(line) }
      let acronym = register.acronym(head) ?? register.acronym(folded: head.asciiLowered)
      return acronym.map { .acronym($0) }
    }
    if let instrument = Instrument(
      rawValue: String(decoding: head.utf8.map(\.raised), as: UTF8.self))
    {
      let number = parts[parts.count - 1]
      if parts.count == 3 {
        guard "articles".hasPrefix(parts[1].asciiLowered.droppingStop) else { return nil }
        return register.article(instrument, number).map { .article($0, provision: nil) }
      }
      return register.provision(instrument, number).map { .article($0, provision: number) }
    }
    let texts = self.texts(head: head, rest: Array(parts.dropFirst()))
    return texts.isEmpty ? nil : .texts(texts)
  }

  /// Texts of a body, of all kinds where none is named.
  private func texts(head: String, rest: [String]) -> [Entry] {
    let folded = head.asciiLowered
    let body = folded == "itu-r" ? "RA" : bodies.first { $0.asciiLowered == folded } ?? head
    var kinds = TextKind.allCases
    var number = rest.joined(separator: "/")
    if rest.count >= 2 {
      let word = rest[0].asciiLowered.droppingStop
      let named = kinds.filter { $0.rawValue.hasPrefix(word) || word == $0.rawValue + "s" }
      if !named.isEmpty {
        kinds = named
        number = rest.dropFirst().joined(separator: "/")
      }
    }
    return kinds.flatMap { register.entries(body: body, kind: $0, number: number) }
  }

  /// Bodies of the register, in alphabetical order.
  public var bodies: [String] { Set(register.allEntries.map(\.body)).sorted() }

  public var statistics: Statistics {
    var coverage: [String: Coverage] = [:]
    for entry in register.allEntries {
      var one =
        coverage[entry.body]
        ?? Coverage(
          body: entry.body, texts: 0, sureTitles: 0, otherTitles: 0, editions: 0, inForce: 0)
      one.texts += 1
      if entry.certainty == .sure { one.sureTitles += 1 }
      if entry.certainty == .mined || entry.certainty == .truncated { one.otherTitles += 1 }
      one.editions += entry.editions.count
      if entry.standing == .inForce { one.inForce += 1 }
      if let date = entry.asOf { one.knownUntil = max(one.knownUntil ?? date, date) }
      coverage[entry.body] = one
    }
    return Statistics(
      bodies: coverage.values.sorted { $0.body < $1.body }, articles: Register.articles.count,
      provisions: Register.articles.reduce(0) { $0 + $1.provisions.count },
      actionLines: Register.actionLines.count, acronyms: Register.acronyms.count)
  }
}

extension UInt8 {
  /// ASCII upper case.
  fileprivate var raised: UInt8 { self &- 0x61 < 26 ? self & 0xDF : self }
}

extension String {
  fileprivate var droppingStop: String { last == "." ? String(dropLast()) : self }
}
