import Grammar
import Semantics
import Syntax

/// The tree of a text as lines that a test can compare: labels, levels and words, nothing of how they
/// were typed.
func outline(_ text: String) -> String {
  var lines: [String] = []
  for section in TextMeaning(Document(text)).sections {
    let tree = section.resolution
    if let proposal = tree.proposal { lines.append("mark " + section.plainText(proposal.span)) }
    if let title = tree.title { lines.append("title " + section.section.string(title.span)) }
    if !tree.subject.isEmpty { lines.append("subject " + section.plainText(tree.subject)) }
    if !tree.referenceLine.isEmpty {
      lines.append("sessions " + section.plainText(tree.referenceLine))
    }
    if let formula = tree.formula { lines.append("formula " + section.plainText(formula.span)) }
    for clause in tree.bodyClauses { add(clause, section, &lines) }
    for annex in tree.annexes {
      lines.append("annex " + section.section.string(annex.title.span))
      for clause in tree.clauses[annex.clauses] { add(clause, section, &lines) }
      for index in annex.paragraphs where tree.paragraphs[index].clause < 0 {
        lines.append(line(tree.paragraphs[index], section))
      }
    }
    for note in tree.footnotes { lines.append("note " + section.plainText(note.text)) }
    for closing in tree.closings { lines.append("closing " + section.plainText(closing)) }
  }
  return lines.joined(separator: "\n")
}

private func add(_ clause: Clause, _ section: SectionMeaning, _ lines: inout [String]) {
  lines.append("\(clause.part.rawValue) \(section.plainText(clause.heading.span))")
  for index in clause.paragraphs {
    lines.append(line(section.resolution.paragraphs[index], section))
  }
}

private func line(_ paragraph: Paragraph, _ section: SectionMeaning) -> String {
  let indent = String(repeating: "  ", count: paragraph.level)
  let label =
    paragraph.label.map { section.section.string($0.span).filter { $0 != "*" && $0 != "_" } }
    ?? (paragraph.kind == .bullet ? "-" : ".")
  return indent + label + " " + section.plainText(paragraph.text)
}
