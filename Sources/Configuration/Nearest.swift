/// The known name that a mistyped one was meant to be.
public enum Nearest {
  /// `nil` where none is near: at least half of the longer name must agree.
  ///
  /// A rule may be asked for without its group: `gap` is near `numbering/gap`.
  public static func name(to typed: String, among known: [String]) -> String? {
    let wanted = undashed(typed.lowercased())
    // Nobody mistypes that much; comparing would only cost time.
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    var best: (name: String, distance: Int)?
    for name in known {
      var spellings = [undashed(name)]
      if let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) {
        spellings.append(Array(name.utf8[slash...].dropFirst()))
      }
      for spelling in spellings {
        let distance = distance(wanted, spelling)
        guard distance * 2 <= max(wanted.count, spelling.count) else { continue }
        if distance < best?.distance ?? .max { best = (name, distance) }
      }
    }
    return best?.name
  }

  /// What to say of a name that is none of those known.
  /// - Parameters:
  ///   - kind: what it should be: `command`, `option`, `rule`...
  ///   - prefix: stands before the names in the message, and does not count for likeness.
  public static func complaint(
    _ kind: String, _ name: String, among known: [String], prefix: String = ""
  ) -> String {
    let complaint = "unknown \(kind) '\(prefix)\(name)'"
    if let nearest = Nearest.name(to: name, among: known) {
      return complaint + "; did you mean '\(prefix)\(nearest)'?"
    }
    guard known.count <= 12 else { return complaint }
    return complaint + "; known: " + known.map { prefix + $0 }.joined(separator: ", ")
  }

  /// The dashes of options are no sign of likeness.
  private static func undashed(_ name: String) -> [UInt8] {
    Array(name.utf8.drop { $0 == UInt8(ascii: "-") })
  }

  /// Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements
  /// and swaps of neighbours, each counted once.
  public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
