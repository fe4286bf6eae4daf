/// A body of ITU that adopts texts.
public struct Body: Hashable, Sendable {
  /// `PP WTSA WTDC RA WRC WCIT WTPF Council`, as in the outline and in citations.
  public let id: String
  public let name: String
  /// As in "of WTSA".
  public let shortName: String
  /// What it calls itself: "conference" in "of this conference".
  public let ownWord: String
  /// Form of its titles, for people.
  public let titleForm: String
  /// `Profile.id` of the profile its texts are judged by.
  public let profile: String?
  /// Years between which `Session.all` is taken to hold every session of the body; nil where
  /// its list has holes. Outside of them the absence of a session proves nothing.
  public let completeYears: ClosedRange<Int>?

  public static let all: [Body] = Table(named: "bodies").rows.compactMap(Body.init)

  public static func named(_ id: String) -> Body? { all.first { $0.id == id } }

  init?(_ row: Table.Row) {
    guard let id = row.value("id"), let name = row.value("name") else { return nil }
    self.id = id
    self.name = name
    shortName = row["short"]
    ownWord = row["own"]
    titleForm = row["title"]
    profile = row.value("profile")
    if let first = row.number("complete_from"), let last = row.number("complete_to"), first <= last
    {
      completeYears = first...last
    } else {
      completeYears = nil
    }
  }
}
