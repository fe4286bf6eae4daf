/// The date that a text is judged from: `2018` or `2018-11-16`.
public struct AsOfDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1850 (the conferences began in 1865) to 2199.
  public let year: Int
  /// 1 to 12; `nil` with `day` where only the year is given.
  public let month: Int?
  /// Of the month, from 1.
  public let day: Int?

  /// `nil` where the text is neither `YYYY` nor the `YYYY-MM-DD` of a day in the calendar.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let lengths = parts.map(\.count)
    guard lengths == [4] || lengths == [4, 2, 2] else { return nil }
    var values: [Int] = []
    for part in parts {
      guard part.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      values.append(part.reduce(0) { $0 * 10 + Int($1 &- 0x30) })
    }
    guard let year = values.first, year >= 1850, year < 2200 else { return nil }
    self.year = year
    guard values.count == 3 else {
      month = nil
      day = nil
      return
    }
    guard (1...12).contains(values[1]),
      values[2] >= 1, values[2] <= Self.days(month: values[1], year: year)
    else { return nil }
    month = values[1]
    day = values[2]
  }

  private static func days(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var description: String {
    guard let month, let day else { return String(year) }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// A year alone stands before its days.
  public static func < (left: AsOfDate, right: AsOfDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}
