import Grammar
import Semantics
import Syntax

/// Prints what the parser makes of files.
struct TreeDump {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    for path in options.files {
      print("==", path)
      for meaning in TextMeaning(Document(readFile(path))).sections { dump(meaning) }
    }
    return 0
  }

  private func dump(_ meaning: SectionMeaning) {
    let tree = meaning.resolution
    func text(_ span: Span?) -> String { span.map { meaning.section.string($0) } ?? "-" }
    print("-- section", meaning.profile.id, tree.isRecognised ? "" : "not recognised")
    print(
      "   title", text(tree.title?.span), "| subject", meaning.plainText(tree.subject).prefix(60),
      "| formula", text(tree.formula?.span))
    for (index, clause) in tree.clauses.enumerated() {
      let labels = clause.paragraphs.map { number -> String in
        let paragraph = tree.paragraphs[number]
        let label =
          paragraph.label.map { text($0.span) } ?? (paragraph.kind == .bullet ? "•" : "·")
        return paragraph.level > 1 ? "<\(label)>" : label
      }
      print(
        "  ", clause.annex >= 0 ? "annex \(clause.annex)" : "", index, clause.part,
        clause.heading.known ? "" : "?", text(clause.heading.span),
        clause.heading.intended.map { "=> \($0)" } ?? "", labels)
    }
    for annex in tree.annexes {
      let labels = annex.paragraphs.map { text(tree.paragraphs[$0].label?.span) }
      print(
        "   annex", text(annex.title.span).prefix(60), labels.joined(separator: " ").prefix(300))
    }
    for note in tree.footnotes { print("   footnote", text(note.mark), text(note.text).prefix(40)) }
    for reference in meaning.references {
      print(
        "   reference", text(reference.span), reference.isExternal ? "external" : "",
        reference.clause, reference.items.map(\.outcome), reference.targets)
    }
  }
}
