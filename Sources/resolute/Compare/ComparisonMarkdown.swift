import Revision

/// The comparison as Markdown: ~~struck~~ is gone, **bold** is new.
struct ComparisonMarkdown {
  let comparison: Comparison

  func text() -> String {
    let (old, new) = (comparison.old, comparison.new)
    var out = "# What changed\n\n"
    out += "- Old: \(Markup.markdown(name(old)))\n- New: \(Markup.markdown(name(new)))\n\n"
    out += "\(ComparisonSummary(comparison).text).\n"
    if !comparison.followed.isEmpty {
      out +=
        "\n## References to follow\n\n| Where | Written | What became of it | Right would be |\n"
      out += "|---|---|---|---|\n"
      for followed in comparison.followed {
        let text = FollowedText(followed, comparison)
        let proposal = text.proposal.map { followed.isCertain ? $0 : "perhaps \($0)" } ?? ""
        let cells = [text.place, text.written, text.targets.joined(separator: "; "), proposal]
        out += "| " + cells.map(Markup.markdown).joined(separator: " | ") + " |\n"
      }
    }
    for group in comparison.groups where !group.isSame { out += self.group(group) }
    return out
  }

  private func name(_ text: ComparedText) -> String {
    text.title.isEmpty ? text.source : "\(text.title) (\(text.source))"
  }

  private func group(_ group: Comparison.Group) -> String {
    var out = "\n## "
    if group.isRenamed {
      out += pieces(WordDifference.pieces(from: group.old ?? "", to: group.new ?? ""))
    } else {
      out += Markup.markdown(group.new ?? group.old ?? "")
      out += group.isNew ? " (new clause)" : group.isDeleted ? " (deleted clause)" : ""
    }
    out += group.rows.isEmpty ? "\n" : "\n\n"
    let same = group.rows.count(where: \.isSame)
    for row in group.rows where !row.isSame {
      let labels = Markup.markdown(comparison.labels(of: row))
      let kinds = Markup.markdown(comparison.kinds(of: row).joined(separator: ", "))
      out += "- \(labels.isEmpty ? "" : "\(labels) ")(\(kinds)): \(pieces(row.pieces))\n"
    }
    if same > 0 { out += "- \(same) unchanged\n" }
    return out
  }

  private func pieces(_ pieces: [WordDifference.Piece]) -> String {
    pieces.map { piece in
      let text = Markup.markdown(piece.text)
      switch piece.kind {
      case .same: return text
      case .deleted: return "~~\(text)~~"
      case .inserted: return "**\(text)**"
      }
    }.joined(separator: " ")
  }
}
