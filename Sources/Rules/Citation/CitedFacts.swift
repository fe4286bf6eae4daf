internal import Catalogue

/// What the register knows of one cited text.
final class CitedFacts: Sendable {
  let entry: Entry?
  /// The session that first adopted the number, as far as it is known.
  let first: FirstAdoption?
  /// The year of the first adoption where a sure source gives it.
  let firstYear: Int?
  /// The highest number of the body and kind; `nil` where its numbers are not plain ones.
  let highest: Int?
  /// The last year whose texts the register knows for the highest number.
  let knownTo: Int?
  /// The number stands in a range that the register covers whole, and it has no entry.
  let isAbsent: Bool
  /// Ascending, the sure ones alone.
  let editions: [Edition]
  /// `PP (Dubai, 2018)`
  let abrogatedBy: String?
  /// Year of the session that abrogated it.
  let abrogatedIn: Int?
  /// What was read at the head of the text, for comparison with quotations.
  let title: ComparedTitle?
  /// The same text in the folder of the draft, in whatever edition.
  let nearby: [NearbyText]
  /// By year, the titles that texts in the folder agree on.
  private let nearbyTitles: [Int: ComparedTitle]

  init(
    _ body: String, _ kind: TextKind, _ number: String, in register: Register,
    nearby: [NearbyText] = []
  ) {
    self.nearby = nearby
    nearbyTitles = Self.titles(of: nearby)
    let entries = register.entries(body: body, kind: kind, number: number)
    entry = entries.count == 1 ? entries[0] : nil
    let adoption = register.firstAdoption(body: body, kind: kind, number: number)
    first = adoption
    if let adoption, adoption.basis == .read {
      firstYear = adoption.session?.year
    } else {
      firstYear = entry?.firstEdition?.year
    }
    let highest = register.highestNumber(body: body, kind: kind)
    self.highest = highest
    let top = highest.flatMap {
      register.entries(body: body, kind: kind, number: String($0)).last
    }
    knownTo = top?.editions.last?.year
    editions = entry?.editions.filter(\.certain) ?? []
    if case .abrogated(let by)? = entry?.standing {
      abrogatedBy = by
      abrogatedIn = by.split { !$0.isNumber }.compactMap { Int($0) }
        .last { $0 >= 1850 && $0 < 2200 }
    } else {
      abrogatedBy = nil
      abrogatedIn = nil
    }
    title = entry.flatMap { ComparedTitle($0) }
    isAbsent = entries.isEmpty && register.covers(body: body, kind: kind, number: number)
  }

  private static func titles(of texts: [NearbyText]) -> [Int: ComparedTitle] {
    var titles: [Int: [ComparedTitle]] = [:]
    for text in texts {
      guard let year = text.edition.year, let title = ComparedTitle(text) else { continue }
      titles[year, default: []].append(title)
    }
    return titles.compactMapValues { all in
      all.dropFirst().allSatisfy { $0.text == all[0].text } ? all.first : nil
    }
  }

  /// The title of the edition of that year: the register's, else that of a text in the folder.
  func title(in year: Int) -> ComparedTitle? {
    if let title, title.year == year { return title }
    return nearbyTitles[year]
  }

  /// The newest edition in the folder that a text of that year can know.
  func newestNearby(in year: Int) -> NearbyText? {
    nearby.filter { ($0.edition.year ?? Int.max) <= year }
      .max { ($0.edition.year ?? 0) < ($1.edition.year ?? 0) }
  }

  /// Whether an edition is known that came after one year and that a text of another can know.
  func hasEdition(after year: Int, knownIn now: Int) -> Bool {
    func isBetween(_ edition: Edition) -> Bool {
      guard let own = edition.year else { return false }
      return own > year && own <= now
    }
    return editions.contains(where: isBetween) || nearby.contains { isBetween($0.edition) }
  }

  /// The newest edition that is sure and that a text of that year can know.
  func newest(in year: Int) -> Edition? {
    editions.last { ($0.year ?? Int.max) <= year }
  }
}
