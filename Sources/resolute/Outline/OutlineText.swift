import Grammar
import Semantics
import Syntax

/// The structure of a text as a tree of lines for the terminal.
struct OutlineText {
  let path: String
  let meaning: TextMeaning

  func text() -> String {
    var out = "\(path)\n"
    guard meaning.isRecognised else { return out + "  not recognised as a resolution\n" }
    for section in meaning.outlined { out += resolution(section.meaning) }
    return out
  }

  private func resolution(_ section: SectionMeaning) -> String {
    let tree = section.resolution
    let title = tree.title.map { section.plainText($0.span) } ?? "(no title)"
    var out = ""
    if let mark = tree.proposal, mark.span.upper <= (tree.title?.span.lower ?? Int.max) {
      out += "  \(section.plainText(mark.span))\n"
    }
    out += "  \(title)  [\(section.profile.id)]\n"
    if !tree.subject.isEmpty { out += "    \(section.plainText(tree.subject))\n" }
    if let formula = tree.formula { out += "    \(section.plainText(formula.span))\n" }
    for clause in tree.bodyClauses { out += self.clause(section, clause, indent: "    ") }
    for annex in tree.annexes {
      out += "    \(section.plainText(annex.title.span))\n"
      for clause in tree.clauses[annex.clauses] {
        out += self.clause(section, clause, indent: "      ")
      }
      for index in annex.paragraphs where tree.paragraphs[index].clause < 0 {
        out += paragraph(section, tree.paragraphs[index], indent: "      ")
      }
    }
    for note in tree.footnotes {
      out += "    footnote: \(shortened(section.plainText(note.text)))\n"
    }
    return out
  }

  private func clause(_ section: SectionMeaning, _ clause: Clause, indent: String) -> String {
    var out = "\(indent)\(section.plainText(clause.heading.span))\n"
    for index in clause.paragraphs {
      out += paragraph(section, section.resolution.paragraphs[index], indent: indent + "  ")
    }
    return out
  }

  private func paragraph(_ section: SectionMeaning, _ paragraph: Paragraph, indent: String)
    -> String
  {
    let label =
      paragraph.label.map { section.plainLabel($0) } ?? (paragraph.kind == .bullet ? "-" : "")
    let deeper = String(repeating: "  ", count: max(0, paragraph.level - 1))
    let gap = label.isEmpty ? "" : " "
    return "\(indent)\(deeper)\(label)\(gap)\(shortened(section.plainText(paragraph.text)))\n"
  }

  private func shortened(_ text: String) -> String {
    text.count <= 72 ? text : text.prefix(71) + "…"
  }
}

extension TextMeaning {
  /// What the outline shows: the resolutions, and among them the proposals that name a text without
  /// its words. With the offset of each in bytes.
  var outlined: [(meaning: SectionMeaning, start: Int)] {
    guard isRecognised else { return [] }
    return zip(sections, document.starts).filter {
      $0.0.resolution.isRecognised || $0.0.resolution.isProposal
    }.map { ($0.0, $0.1) }
  }
}

extension SectionMeaning {
  /// A label as written, without marks of emphasis.
  func plainLabel(_ label: Label) -> String {
    section.string(label.span).filter { $0 != "*" && $0 != "_" }
  }
}
