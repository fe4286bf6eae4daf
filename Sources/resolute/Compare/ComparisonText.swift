import Reporting
import Revision

/// The comparison for a terminal: clause by clause, what is the same left out.
struct ComparisonText {
  let comparison: Comparison
  /// Words that are gone or new are told apart by colour and line; else by `[-…-]` and `{+…+}`.
  let isColoured: Bool
  /// Columns at most.
  private static let width = 96
  /// Equal words beyond these, at each end of a stretch, are left out.
  private static let context = 8

  func text() -> String {
    let summary = ComparisonSummary(comparison)
    var out = ""
    out += faint("old ") + line(comparison.old) + "\n"
    out += faint("new ") + line(comparison.new) + "\n\n"
    out += strong(summary.text) + "\n"
    if !comparison.followed.isEmpty { out += references() }
    for group in comparison.groups where !group.isSame { out += self.group(group) }
    return out
  }

  private func line(_ text: ComparedText) -> String {
    let title = text.title.isEmpty ? "" : ": \(printable(text.title))"
    return printable(text.source) + title
  }

  private func references() -> String {
    var out = "\n\(strong("References to follow"))\n"
    for followed in comparison.followed {
      let text = FollowedText(followed, comparison)
      let proposal =
        text.proposal.map { "; \(followed.isCertain ? "write" : "perhaps") \"\($0)\"" } ?? ""
      let words =
        "\(text.place): \"\(text.written)\": \(text.targets.joined(separator: "; "))\(proposal)"
      out += wrapped([.init(kind: .same, text: printable(words))], first: "  ", rest: "    ")
    }
    return out
  }

  private func group(_ group: Comparison.Group) -> String {
    var out = "\n"
    if group.isRenamed {
      let pieces = WordDifference.pieces(from: group.old ?? "", to: group.new ?? "")
      out += wrapped(pieces, first: "", rest: "  ")
    } else {
      let state = group.isNew ? " (new clause)" : group.isDeleted ? " (deleted clause)" : ""
      out += strong(printable(group.new ?? group.old ?? "")) + state + "\n"
    }
    var same = 0
    func tellSame() {
      if same > 0 { out += faint("    \(same) unchanged") + "\n" }
      same = 0
    }
    for row in group.rows {
      guard !row.isSame else {
        same += 1
        continue
      }
      tellSame()
      out += self.row(row)
    }
    tellSame()
    return out
  }

  private func row(_ row: Comparison.Row) -> String {
    let mark = row.change.contains(.inserted) ? "+" : row.change.contains(.deleted) ? "-" : "~"
    let labels = comparison.labels(of: row)
    let kinds = comparison.kinds(of: row).joined(separator: ", ")
    let head = [labels, "(\(kinds))"].filter { !$0.isEmpty }.joined(separator: " ")
    let hasChange = row.pieces.contains { $0.kind != .same }
    var out = "  \(mark) \(strong(printable(head)))\n"
    if hasChange || row.change.contains(.moved) {
      out += wrapped(shortened(row.pieces), first: "      ", rest: "      ")
    } else {
      out += wrapped(shortened(row.pieces, isHead: true), first: "      ", rest: "      ")
    }
    return out
  }

  /// Long stretches of equal words keep their ends.
  private func shortened(_ pieces: [WordDifference.Piece], isHead: Bool = false)
    -> [WordDifference.Piece]
  {
    pieces.enumerated().map { index, piece in
      guard piece.kind == .same else { return piece }
      let words = piece.text.split(separator: " ")
      guard words.count > 2 * Self.context + 2 else { return piece }
      let isFirst = index == 0
      let isLast = index == pieces.count - 1
      let head = isFirst && isLast ? words.prefix(2 * Self.context) : words.prefix(Self.context)
      let tail = isLast ? [] : words.suffix(Self.context)
      var kept = piece
      kept.text = (head + ["…"] + tail).joined(separator: " ")
      return kept
    }
  }

  // MARK: - Lines

  private func wrapped(_ pieces: [WordDifference.Piece], first: String, rest: String) -> String {
    var lines: [String] = []
    var line = first
    var count = first.count
    var run = ""
    var kind = WordDifference.Kind.same
    func endRun() {
      line += styled(run, kind)
      run = ""
    }
    for piece in pieces {
      let words = piece.text.split(separator: " ")
      for (index, word) in words.enumerated() {
        var word = printable(String(word))
        if !isColoured, piece.kind != .same {
          let (open, close) = piece.kind == .deleted ? ("[-", "-]") : ("{+", "+}")
          if index == 0 { word = open + word }
          if index == words.count - 1 { word += close }
        }
        let isStart = lines.isEmpty ? count == first.count : count == rest.count
        if !isStart, count + 1 + word.count > Self.width {
          endRun()
          lines.append(line)
          line = rest
          count = rest.count
        } else if !isStart {
          if kind != piece.kind {
            endRun()
            line += " "
          } else {
            run += " "
          }
          count += 1
        }
        kind = piece.kind
        run += word
        count += word.count
      }
    }
    endRun()
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }

  private func styled(_ text: String, _ kind: WordDifference.Kind) -> String {
    switch kind {
    case .same: text
    // Not by colour alone: struck through and underlined.
    case .deleted: code("9;31", text)
    case .inserted: code("4;32", text)
    }
  }

  private func strong(_ text: String) -> String { code("1", text) }
  private func faint(_ text: String) -> String { code("2", text) }

  private func code(_ code: String, _ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
