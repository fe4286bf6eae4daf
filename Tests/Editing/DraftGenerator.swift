/// Correct drafts of any form: letters and numbers, lists below, references in all forms, in paragraphs,
/// a footnote and an annex, and words that look like references and are none of the draft's own. Each
/// paragraph has a number of its own among its words: "row 17".
public struct DraftGenerator {
  public private(set) var text = ""
  /// Words that no edit may touch: quoted, or of another resolution.
  public static let foreign = [
    "\"resolves 2 above\"", "resolves 2 of Resolution 71 (Rev. Dubai, 2018)",
  ]

  private enum Typing: CaseIterable {
    case plain, emphasised, listMark, tabbed
    func label(_ label: String, isLetter: Bool) -> String {
      switch self {
      case .plain: label + " "
      case .emphasised: isLetter ? "*\(label)* " : label + " "
      case .listMark: "- \(label) "
      case .tabbed: label + "\t"
      }
    }
  }

  private struct Clause {
    var heading: String
    var isPreambular: Bool
    var count: Int
    /// Items below the paragraph of that number, 0 for none.
    var below: [Int]
  }

  private static let verbs = ["paint", "light", "ring", "watch", "count", "mend", "chart", "name"]
  private static let things = [
    "buoys", "lamps", "bells", "harbours", "logs", "наблюдения", "灯塔", "ships 🚢",
  ]

  public init(_ random: inout some RandomNumberGenerator) {
    let typing = Typing.allCases.randomElement(using: &random) ?? .plain
    let newline = Bool.random(using: &random) ? "\n" : "\r\n"
    let gap = Bool.random(using: &random) ? newline + newline : newline
    let emphasis = Bool.random(using: &random) ? "*" : ""
    var clauses: [Clause] = []
    let preamble = ["recalling", "considering", "noting"].prefix(
      Int.random(in: 1...3, using: &random))
    for heading in preamble {
      clauses.append(Self.clause(heading, preambular: true, &random))
    }
    let operative = [
      "resolves", "instructs the Secretary-General",
      "invites Member States, Sector Members and Associates",
    ].prefix(Int.random(in: 2...3, using: &random))
    for heading in operative {
      clauses.append(Self.clause(heading, preambular: false, &random))
    }
    var parts = [
      "RESOLUTION 999 (Dubai, 2018)", "Lamps and radio logs in small harbours",
      "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),",
    ]
    var rows = 0
    for (number, clause) in clauses.enumerated() {
      parts.append(emphasis + clause.heading + emphasis)
      let isLast = number == clauses.count - 1
      for item in 1...clause.count {
        let end = item < clause.count ? ";" : isLast ? "." : ","
        let below = clause.below[item - 1]
        var words = Self.words(clause, &rows, &random)
        switch Int.random(in: 0..<9, using: &random) {
        case 0...2:
          words +=
            ", as in " + Self.reference(from: number, item, clauses, emphasis, typing, &random)
        case 3: words += ", since \(Self.foreign[0]) was misread"
        case 4: words += ", in line with \(Self.foreign[1])"
        default: break
        }
        let label = clause.isPreambular ? Self.letter(item) : "\(item)"
        let head = clause.count == 1 ? "" : typing.label(label, isLetter: clause.isPreambular)
        parts.append(head + words + (below > 0 ? ":" : end))
        for sub in 0..<below {
          let isEnd = sub == below - 1
          parts.append(
            typing.label(Self.numeral(sub + 1), isLetter: true) + Self.words(clause, &rows, &random)
              + (isEnd ? end : ";"))
        }
      }
    }
    if Bool.random(using: &random) {
      parts.append(
        "<sup>1</sup> See "
          + Self.reference(from: clauses.count, 0, clauses, emphasis, typing, &random) + ".")
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let named = Self.reference(from: clauses.count, 0, clauses, emphasis, typing, &random)
      parts += [
        "ANNEX TO RESOLUTION 999 (DUBAI, 2018)", "Lamps and radio logs in small harbours",
        "The logs of row \(rows + 1) are those of \(named).",
      ]
    }
    text = parts.joined(separator: gap) + newline
  }

  private static func clause(
    _ heading: String, preambular: Bool, _ random: inout some RandomNumberGenerator
  ) -> Clause {
    let count = Int.random(in: 1...6, using: &random)
    let below = (0..<count).map { _ in
      count > 1 && Int.random(in: 0..<5, using: &random) == 0
        ? Int.random(in: 2...4, using: &random) : 0
    }
    return Clause(heading: heading, isPreambular: preambular, count: count, below: below)
  }

  private static func words(
    _ clause: Clause, _ rows: inout Int, _ random: inout some RandomNumberGenerator
  ) -> String {
    rows += 1
    let verb = verbs.randomElement(using: &random) ?? ""
    let thing = things.randomElement(using: &random) ?? ""
    return clause.isPreambular
      ? "the need to \(verb) \(thing) of row \(rows)" : "to \(verb) \(thing) of row \(rows)"
  }

  private static func letter(_ value: Int) -> String {
    String(UnicodeScalar(UInt8(0x60 + value))) + ")"
  }

  private static func numeral(_ value: Int) -> String { ["i)", "ii)", "iii)", "iv)"][value - 1] }

  /// A reference that names something else than the paragraph it stands in.
  private static func reference(
    from number: Int, _ item: Int, _ clauses: [Clause], _ emphasis: String, _ typing: Typing,
    _ random: inout some RandomNumberGenerator
  ) -> String {
    var target = Int.random(in: 0..<clauses.count, using: &random)
    if target == number, clauses[target].count == 1 { target = (target + 1) % clauses.count }
    let clause = clauses[target]
    let head = emphasis + clause.heading + emphasis
    if clause.count == 1 { return head + (target < number ? " above" : " below") }
    func label(_ value: Int) -> String {
      let text = clause.isPreambular ? letter(value) : "\(value)"
      return clause.isPreambular && emphasis == "*" ? "*\(text)*" : text
    }
    var range = Array(1...clause.count)
    if target == number {
      // All on one side, so that one word tells where they are.
      let above = range.filter { $0 < item }
      let below = range.filter { $0 > item }
      range = above.isEmpty || !below.isEmpty && Bool.random(using: &random) ? below : above
    }
    let isAbove = target < number || target == number && range[0] < item
    let word = isAbove ? " above" : " below"
    let first = range.randomElement(using: &random) ?? 1
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where clause.below[first - 1] > 0:
      let sub = Int.random(in: 1...clause.below[first - 1], using: &random)
      return "\(head) \(label(first)) \(numeral(sub))\(word)"
    case 1 where range.count > 2: return "\(head) \(label(range[0])) to \(label(range[2]))\(word)"
    case 2 where range.count > 1:
      return "\(head) \(label(range[0])) and \(label(range[range.count - 1]))\(word)"
    case 3 where range.count > 2:
      return "\(head) \(label(range[0])), \(label(range[1])) and \(label(range[2]))\(word)"
    default: return "\(head) \(label(first))\(word)"
    }
  }
}
