internal import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax

extension HelpText {
  /// The paragraphs that a reference names.
  init?(_ reference: Reference, in meaning: SectionMeaning) {
    self.init()
    let tree = meaning.resolution
    if reference.isExternal {
      title(meaning.plainText(reference.span))
      paragraph("A paragraph of another text.")
      return
    }
    guard tree.clauses.indices.contains(reference.clause) else { return nil }
    let clause = tree.clauses[reference.clause]
    var targets = reference.targets
    if targets.isEmpty, reference.items.isEmpty { targets = Array(clause.paragraphs) }
    guard !targets.isEmpty else {
      title(meaning.plainText(reference.span))
      paragraph("The clause has no such paragraph.")
      return
    }
    title(meaning.plainText(clause.heading.span))
    for target in targets.prefix(Self.mostTargets) { quoteParagraph(target, in: meaning) }
    let rest = targets.count - Self.mostTargets
    if rest > 0 { paragraph("… and \(rest) more") }
  }

  private static let mostTargets = 6

  /// A paragraph with its label, cut where it is long.
  mutating func quoteParagraph(_ index: Int, in meaning: SectionMeaning) {
    guard meaning.resolution.paragraphs.indices.contains(index) else { return }
    let found = meaning.resolution.paragraphs[index]
    let path = meaning.path(index)
    let text = meaning.opening(found.text, limit: 700)
    quote(path.isEmpty ? text : "\(path) \(text)")
    guard found.opensList else { return }
    // The list that it opens belongs to it.
    let paragraphs = meaning.resolution.paragraphs
    var child = index + 1
    var shown = 0
    while paragraphs.indices.contains(child), paragraphs[child].level > found.level,
      paragraphs[child].clause == found.clause
    {
      if paragraphs[child].parent == index {
        guard shown < Self.mostTargets else { return paragraph("…") }
        shown += 1
        let label = meaning.label(paragraphs[child])
        let text = meaning.opening(paragraphs[child].text, limit: 200)
        quote(label.isEmpty ? text : "\(label) \(text)")
      }
      child += 1
    }
  }

  /// What a clause is for.
  init?(_ clause: Clause, in meaning: SectionMeaning) {
    let verb = meaning.plainText(clause.heading.verb).lowercased()
    self.init(verb: verb, part: clause.part, heading: meaning.plainText(clause.heading.span))
    let count = clause.paragraphs.count
    if count > 1 { paragraph("\(count) paragraphs") }
  }

  init?(verb: String, part: ClausePart, heading: String) {
    guard let purpose = Language.english.purpose(of: verb, part: part) else { return nil }
    self.init()
    title(heading, part == .preambular ? "preambular clause" : "operative clause")
    paragraph(purpose.sentence)
  }

  /// - Parameters:
  ///   - definition: the words of the draft that spell it out.
  ///   - firstUse: the words around its first use, where that is another place.
  init?(acronym name: String, definition: String?, firstUse: String?, register: Register) {
    let known = register.acronym(name)
    guard known != nil || definition != nil else { return nil }
    self.init()
    if let known, known.certainty != .truncated {
      title(name, known.expansion)
      if !known.otherExpansions.isEmpty {
        paragraph("Also: " + known.otherExpansions.joined(separator: "; "))
      }
    } else {
      title(name)
    }
    if let definition {
      paragraph("Spelled out in this draft:")
      quote(definition)
    } else if Language.english.acronyms.contains(where: { $0.name == name && $0.use == .known }) {
      paragraph("Needs no explanation.")
    } else {
      paragraph("Not spelled out in this draft.")
    }
    if let firstUse {
      paragraph("First used here:")
      quote(firstUse)
    }
  }
}
