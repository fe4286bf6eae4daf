/// What is known of the session that first adopted a text.
public struct FirstAdoption: Sendable, Hashable {
  public enum Basis: Sendable, Hashable {
    /// A sure source names the session as the one that adopted the text as new.
    case read
    /// Follows from the numbers of other texts: new texts continue the numbers of the session before.
    case bounded
  }

  /// Not before this session; `nil` where nothing bounds it.
  public var earliest: AdoptingSession?
  /// Not after this session; `nil` where nothing bounds it.
  public var latest: AdoptingSession?
  public var basis: Basis

  /// The one session that it can be.
  public var session: AdoptingSession? { earliest == latest ? earliest : nil }
}

/// Facts about the numbers of a body that do not belong to a single text.
struct RegisterNumbering: Sendable {
  struct Span: Sendable {
    var body: String
    var kind: TextKind
    var from: Int
    var to: Int
    /// The session that first adopted the range; `nil` for a range that the register covers whole.
    var session: AdoptingSession?
  }

  let ranges: [Span]

  /// - Parameter bytes: lines of body, kind, fact, from, to, session, source. A line that cannot be
  ///   read is left out; the tests of the data see to it that there is none.
  init(_ bytes: [UInt8]) {
    ranges = bytes.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 6, let kind = TextKind(rawValue: fields[1]), let from = Int(fields[3]),
        let to = Int(fields[4]), from <= to
      else { return nil }
      let session = Edition(fields[5])?.session
      guard (fields[2] == "first") == (session != nil) else { return nil }
      return Span(body: fields[0], kind: kind, from: from, to: to, session: session)
    }
  }

  func highest(body: String, kind: TextKind) -> Int? {
    ranges.lazy.filter { $0.body == body && $0.kind == kind }.map(\.to).max()
  }

  func covers(body: String, kind: TextKind, number: Int) -> Bool {
    ranges.contains {
      $0.session == nil && $0.body == body && $0.kind == kind && $0.from <= number
        && number <= $0.to
    }
  }

  func firstAdoption(body: String, kind: TextKind, number: Int) -> FirstAdoption? {
    var earliest: Span?
    var latest: Span?
    for range in ranges where range.session != nil && range.body == body && range.kind == kind {
      if range.from <= number, range.from >= earliest?.from ?? Int.min { earliest = range }
      if number <= range.to, range.to <= latest?.to ?? Int.max { latest = range }
    }
    guard earliest != nil || latest != nil else { return nil }
    return FirstAdoption(
      earliest: earliest?.session, latest: latest?.session, basis: .bounded)
  }
}
