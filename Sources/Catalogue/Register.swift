/// The register of citable texts: the built-in one, and a user's own on top of it.
///
/// A value that is cheap to copy and safe to share between threads.
public struct Register: Sendable {
  let base: RegisterStore
  /// Entries that replace or extend the built-in ones; an id that stands here hides its base rows.
  let overlay: RegisterStore?
  let numbering: RegisterNumbering

  /// The register built into the program.
  public static let standard = load()

  /// Opens the built-in register anew.
  static func load() -> Register {
    Register(
      base: RegisterStore(bytes(of: GeneratedRegister.texts)), overlay: nil,
      numbering: RegisterNumbering(bytes(of: GeneratedRegister.numbering)))
  }

  /// All texts of an id. More than one only for bodies that begin their numbers anew in each session.
  /// The number may be written with its count of revisions (`61-2`) for ITU-R texts.
  public func entries(body: String, kind: TextKind, number: String) -> [Entry] {
    entries(EntryID(body: body, kind: kind, number: number))
  }

  public func entries(_ id: EntryID) -> [Entry] {
    var id = id
    if id.body == "RA", let dash = id.number.firstIndex(of: "-") {
      id.number = String(id.number[..<dash])
    }
    if let overlay {
      let own = overlay.entries(id)
      if !own.isEmpty { return own }
    }
    return base.entries(id)
  }

  /// The text of an id; where several sessions used the number, that of the given year, or `nil`
  /// where the year does not decide it.
  public func entry(
    body: String, kind: TextKind, number: String, year: Int? = nil
  ) -> Entry? {
    let found = entries(body: body, kind: kind, number: number)
    if found.count <= 1 { return found.first }
    guard let year else { return nil }
    return found.first { $0.editions.contains { $0.year == year } }
  }

  public func entry(_ id: EntryID, year: Int? = nil) -> Entry? {
    entry(body: id.body, kind: id.kind, number: id.number, year: year)
  }

  /// The highest number known for a body and kind; `nil` where its numbers are not plain ones.
  public func highestNumber(body: String, kind: TextKind) -> Int? {
    let key = "\(body)/\(kind.rawValue)"
    return [base.highest[key], overlay?.highest[key], numbering.highest(body: body, kind: kind)]
      .compactMap { $0 }.max()
  }

  /// Whether every number around this one is in the register, so that its absence means something.
  public func covers(body: String, kind: TextKind, number: String) -> Bool {
    guard let value = wholeNumber(Array(number.utf8)[...]) else { return false }
    return numbering.covers(body: body, kind: kind, number: value)
  }

  /// What is known of the session that first adopted a number.
  public func firstAdoption(body: String, kind: TextKind, number: String) -> FirstAdoption? {
    let found = entries(body: body, kind: kind, number: number)
    if found.count == 1, let first = found[0].firstEdition, let session = first.session {
      return FirstAdoption(earliest: session, latest: session, basis: .read)
    }
    guard let value = wholeNumber(Array(number.utf8)[...]) else { return nil }
    return numbering.firstAdoption(body: body, kind: kind, number: value)
  }

  /// Every entry, the user's in place of the built-in ones, in order of body, kind and number.
  public var allEntries: [Entry] {
    var all = (overlay?.rows.indices ?? 0..<0).compactMap { overlay?.entry($0) }
    for row in base.rows.indices {
      guard let entry = base.entry(row), !hides(entry.id) else { continue }
      all.append(entry)
    }
    return overlay == nil ? all : all.sorted { $0.id.precedes($1.id) }
  }

  /// The number of texts in the register.
  public var count: Int {
    guard overlay != nil else { return base.rows.count }
    return allEntries.count
  }

  func hides(_ id: EntryID) -> Bool {
    guard let overlay else { return false }
    return !overlay.rows(id).isEmpty
  }
}

extension EntryID {
  /// Order of a list: body, kind, then number by value.
  func precedes(_ other: EntryID) -> Bool {
    if body != other.body { return body < other.body }
    if kind != other.kind { return kind.rawValue < other.kind.rawValue }
    return numberPrecedes(number, other.number)
  }
}

/// Order of numbers as people expect it: runs of digits by their value.
func numberPrecedes(_ a: String, _ b: String) -> Bool {
  func parts(_ text: String) -> [(Int, String)] {
    var result: [(Int, String)] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isDigit == first.isDigit }
      result.append((wholeNumber(run) ?? -1, String(decoding: run, as: UTF8.self)))
      rest = rest.dropFirst(run.count)
    }
    return result
  }
  for (x, y) in zip(parts(a), parts(b)) where x != y { return x < y }
  return a.utf8.count < b.utf8.count
}
