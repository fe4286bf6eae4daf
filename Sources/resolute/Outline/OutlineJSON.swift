import Grammar
import JSON
import Reporting
import Semantics
import Syntax

/// The structure of a text as JSON; the shape is that of the interface contract.
struct OutlineJSON {
  let path: String
  let source: SourceText
  let meaning: TextMeaning
  private var json = JSONWriter(capacity: 4_096, indentation: 2)

  init(path: String, bytes: [UInt8], meaning: TextMeaning) {
    self.path = path
    source = SourceText(bytes)
    self.meaning = meaning
  }

  mutating func text() -> String {
    json.beginObject()
    json.key("version")
    json.int(1)
    json.key("path")
    json.string(path)
    json.key("recognised")
    json.bool(meaning.isRecognised)
    json.key("resolutions")
    json.beginArray()
    for section in meaning.outlined { resolution(section.meaning, section.start) }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }

  // MARK: - Parts

  private mutating func resolution(_ section: SectionMeaning, _ start: Int) {
    let tree = section.resolution
    json.beginObject()
    json.key("profile")
    json.string(section.profile.id)
    json.key("language")
    json.string("en")
    json.key("proposal")
    if let mark = tree.proposal {
      json.beginObject()
      json.key("mark")
      json.string(section.section.string(mark.nounSpan))
      json.key("number")
      optional(mark.number.isEmpty ? nil : section.section.string(mark.number))
      json.endObject()
    } else {
      json.null()
    }
    title(section, start)
    json.key("subject")
    part(section, tree.subject, start)
    formula(section, start)
    json.key("clauses")
    json.beginArray()
    for clause in tree.bodyClauses { self.clause(section, clause, start) }
    json.endArray()
    json.key("annexes")
    json.beginArray()
    for (index, annex) in tree.annexes.enumerated() { self.annex(section, index, annex, start) }
    json.endArray()
    json.key("footnotes")
    json.beginArray()
    for note in tree.footnotes { footnote(section, note, start) }
    json.endArray()
    json.key("citations")
    json.beginArray()
    for citation in section.citations { self.citation(section, citation, start) }
    json.endArray()
    json.key("references")
    json.beginArray()
    for reference in section.references { self.reference(section, reference, start) }
    json.endArray()
    json.endObject()
  }

  private mutating func title(_ section: SectionMeaning, _ start: Int) {
    json.key("title")
    guard let title = section.resolution.title else {
      json.null()
      return
    }
    json.beginObject()
    json.key("kind")
    json.string("\(title.noun)")
    json.key("number")
    optional(title.number.isEmpty ? nil : section.section.string(title.number))
    session(section, title)
    json.key("revised")
    json.bool(!title.revision.isEmpty)
    range(title.span, start)
    json.endObject()
  }

  private mutating func formula(_ section: SectionMeaning, _ start: Int) {
    json.key("formula")
    guard let formula = section.resolution.formula else {
      json.null()
      return
    }
    json.beginObject()
    json.key("body")
    let formulas = Language.english.formulas
    let known = formula.formula >= 0 && formula.formula < formulas.count
    optional(known ? formulas[formula.formula].body : nil)
    session(section, formula)
    range(formula.span, start)
    json.endObject()
  }

  private mutating func session(_ section: SectionMeaning, _ title: TitleShape) {
    let place = title.place.isEmpty ? nil : section.section.string(title.place)
    json.key("place")
    optional(place.map { canonical($0, title.yearValue) })
    json.key("year")
    if title.yearValue > 0 { json.int(title.yearValue) } else { json.null() }
  }

  /// A place in the spelling of the list of sessions; titles write it in capitals.
  private func canonical(_ place: String, _ year: Int) -> String {
    Grammar.Session.sessions(place: place, year: year).first?.place ?? place
  }

  private mutating func clause(_ section: SectionMeaning, _ clause: Clause, _ start: Int) {
    json.beginObject()
    json.key("part")
    json.string(clause.part.rawValue)
    json.key("heading")
    json.string(section.plainText(clause.heading.span))
    json.key("verb")
    json.string(section.plainText(clause.heading.verb))
    json.key("addressees")
    json.beginArray()
    for name in AddresseeList.read(section.plainText(clause.heading.addressees)) {
      json.string(name)
    }
    json.endArray()
    let end = clause.paragraphs.last.map { section.resolution.paragraphs[$0].span.upper }
    range(
      Span(clause.heading.span.lower, max(clause.heading.span.upper, end ?? 0)), start)
    paragraphs(section, Array(clause.paragraphs), start)
    json.endObject()
  }

  private mutating func paragraphs(_ section: SectionMeaning, _ indices: [Int], _ start: Int) {
    let all = section.resolution.paragraphs
    let members = Set(indices)
    var children: [Int: [Int]] = [:]
    for index in indices {
      let parent = all[index].parent
      children[members.contains(parent) ? parent : -1, default: []].append(index)
    }
    json.key("paragraphs")
    list(section, children, of: -1, start)
  }

  private mutating func list(
    _ section: SectionMeaning, _ children: [Int: [Int]], of parent: Int, _ start: Int
  ) {
    json.beginArray()
    for index in children[parent] ?? [] {
      let paragraph = section.resolution.paragraphs[index]
      json.beginObject()
      json.key("label")
      if let label = paragraph.label {
        json.string(section.section.string(label.span).filter { $0 != "*" && $0 != "_" })
      } else if paragraph.kind == .bullet {
        json.string("-")
      } else {
        json.null()
      }
      json.key("text")
      json.string(section.plainText(paragraph.text))
      range(paragraph.span, start)
      json.key("children")
      list(section, children, of: index, start)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func annex(
    _ section: SectionMeaning, _ index: Int, _ annex: Annex, _ start: Int
  ) {
    json.beginObject()
    json.key("title")
    json.string(section.plainText(annex.title.span))
    range(annex.span, start)
    json.key("clauses")
    json.beginArray()
    for clause in section.resolution.clauses[annex.clauses] { self.clause(section, clause, start) }
    json.endArray()
    paragraphs(
      section, annex.paragraphs.filter { section.resolution.paragraphs[$0].clause < 0 }, start)
    json.endObject()
  }

  private mutating func footnote(_ section: SectionMeaning, _ note: Footnote, _ start: Int) {
    json.beginObject()
    json.key("mark")
    json.string(section.section.string(note.mark).filter { $0.isNumber || $0 == "*" })
    json.key("text")
    json.string(section.plainText(note.text))
    range(Span(note.mark.lower, note.text.upper), start)
    json.endObject()
  }

  private mutating func citation(
    _ section: SectionMeaning, _ citation: Citation, _ start: Int
  ) {
    json.beginObject()
    json.key("text")
    json.string(section.plainText(citation.span))
    json.key("kind")
    json.string(citation.kind.rawValue)
    json.key("body")
    optional(citation.body?.rawValue)
    json.key("number")
    optional(citation.number.isEmpty ? nil : citation.number)
    json.key("place")
    optional(citation.place)
    json.key("year")
    if let year = citation.year { json.int(year) } else { json.null() }
    json.key("revised")
    json.bool(citation.revised)
    range(citation.span, start)
    json.endObject()
  }

  private mutating func reference(
    _ section: SectionMeaning, _ reference: Reference, _ start: Int
  ) {
    json.beginObject()
    json.key("text")
    json.string(section.plainText(reference.span))
    json.key("heading")
    json.string(section.plainText(reference.head))
    json.key("labels")
    json.beginArray()
    for label in ReferenceLabels(section: section, reference: reference).all { json.string(label) }
    json.endArray()
    json.key("direction")
    optional(reference.direction?.name)
    json.key("external")
    json.bool(reference.isExternal)
    json.key("targets")
    json.beginArray()
    for target in reference.targets {
      json.beginObject()
      let place = section.resolution.paragraphs[target].span.shifted(by: start)
      json.ends(of: place.range, in: source)
      json.endObject()
    }
    json.endArray()
    range(reference.span, start)
    json.endObject()
  }

  // MARK: - Small things

  private mutating func part(_ section: SectionMeaning, _ span: Span, _ start: Int) {
    guard !span.isEmpty else {
      json.null()
      return
    }
    json.beginObject()
    json.key("text")
    json.string(section.plainText(span))
    range(span, start)
    json.endObject()
  }

  private mutating func optional(_ text: String?) {
    if let text { json.string(text) } else { json.null() }
  }

  private mutating func range(_ span: Span, _ start: Int) {
    json.range(
      meaning.document.origin(of: span.shifted(by: start).range), in: source)
  }
}
