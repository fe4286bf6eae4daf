import Semantics
import Syntax

/// What each reference of a text names, one line a reference: `resolves 2 above -> resolves 2`.
/// A reference into another text gives `-> another text`.
func targets(_ text: String) -> [String] {
  TextMeaning(Document(text)).sections.flatMap { section in
    section.references.map { reference in
      let words = plain(section, reference.span)
      if reference.isExternal { return words + " -> another text" }
      guard reference.clause >= 0 else { return words + " -> no clause" }
      let tree = section.resolution
      let heading = plain(section, tree.clauses[reference.clause].heading.span)
      let labels = reference.targets.map { path($0, section) }
      let problems = reference.items.filter { $0.outcome != .found }.map { "\($0.outcome)" }
      return words + " -> " + ([heading] + labels + problems).joined(separator: " | ")
    }
  }
}

private func path(_ index: Int, _ section: SectionMeaning) -> String {
  let paragraph = section.resolution.paragraphs[index]
  let label = paragraph.label.map { section.section.string($0.span) } ?? "-"
  return paragraph.parent < 0 ? label : path(paragraph.parent, section) + " " + label
}

private func plain(_ section: SectionMeaning, _ span: Span) -> String {
  section.plainText(span).filter { $0 != "*" && $0 != "_" }
}

/// A text with clauses of every kind, and one sentence in a clause of its own at its end.
func draft(_ sentence: String, extra: String = "") -> String {
  """
  RESOLUTION 999 (Dubai, 2018)

  Lamps

  The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

  *recalling*

  a) one;

  b) two;

  c) three:

  i) red;

  ii) green;

  iii) blue;

  iv) white;

  d) four;

  e) five,

  *considering*

  a) one;

  b) two;

  c) three:

  i) red;

  ii) green;

  d) four;

  e) five;

  f) six;

  g) seven;

  h) eight,

  *considering further*

  a) one;

  d) two,

  *recognizing*

  a) one;

  b) two,

  *recognizing also*

  a) one;

  b) two,

  *bearing in mind*

  the sea,

  *resolves*

  1 one;

  2 two:

  a) low;

  b) high;

  3 three;

  4 four:

  4.1 near;

  4.2 far;

  5 five,

  *decides*

  to light,

  \(extra)*instructs the ITU Council*

  1 one;

  2 two,

  *instructs the Secretary-General, in consultation and collaboration with the Directors of the Bureaux*

  1 one;

  2 two,

  *instructs the Director of the Telecommunication Development Bureau*

  1 one;

  2 two,

  *invites Member States*

  \(sentence)

  *requests the Council*

  1 one;

  2 two;

  3 three.
  """
}
