internal import Syntax
internal import TextModel

/// The membership named in a heading, in the order of the words.
struct MembershipOrder {
  private struct Member {
    var rank: Int
    var span: Span
    var name: String { MembershipOrder.ranks[rank].name }
  }

  /// Runs of members that nothing but commas, "and" and articles part.
  private var runs: [[Member]] = []

  private static let ranks: [(words: [UInt32], name: String)] = [
    ([wordHash("member"), wordHash("states")], "Member States"),
    ([wordHash("sector"), wordHash("members")], "Sector Members"),
    ([wordHash("associates")], "Associates"),
    ([wordHash("academia")], "Academia"),
  ]

  init(_ parts: [ArraySlice<AddresseeNames.Word>]) {
    var run: [Member] = []
    for part in parts {
      if let member = Self.member(part) {
        run.append(member)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
  }

  /// "Member States Parties to a convention" are others than the Member States.
  private static func member(_ part: ArraySlice<AddresseeNames.Word>) -> Member? {
    guard part.count <= 3, let last = part.last else { return nil }
    for (rank, entry) in ranks.enumerated() where entry.words.last == last.hash {
      let tail = part.suffix(entry.words.count)
      guard tail.elementsEqual(entry.words, by: { $0.hash == $1 }),
        part.count - tail.count <= 1, let first = tail.first
      else { continue }
      return Member(rank: rank, span: Span(first.span.lower, last.span.upper))
    }
    return nil
  }

  func report(_ text: SectionContext, _ report: inout Report) {
    for run in runs where zip(run, run.dropFirst()).contains(where: { $0.rank > $1.rank }) {
      let sorted = run.sorted { $0.rank < $1.rank }
      guard let first = run.first, let last = run.last else { continue }
      let edits = zip(run, sorted).filter { $0.rank != $1.rank }.map { slot, member in
        TextEdit(range: slot.span.range, text: member.name)
      }
      let wanted = sorted.map(\.name).joined(separator: ", ")
      report.add(
        "the order of the membership is \(wanted)", at: Span(first.span.lower, last.span.upper),
        fixes: [Fix(title: "Put in order", safety: .safe, edits: edits)])
    }
  }
}
