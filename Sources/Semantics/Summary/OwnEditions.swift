internal import Catalogue
internal import Syntax

/// The editions that a text names as its own.
struct OwnEditions {
  let meaning: SectionMeaning
  private var section: Section { meaning.section }

  init(meaning: SectionMeaning) { self.meaning = meaning }

  func read() -> [Edition] {
    let tree = section.resolution
    var editions = earlier(tree.referenceLine)
    guard let own = own(tree) else { return editions }
    editions.removeAll { $0.names(sameAs: own) }
    return editions + [own]
  }

  /// The year of the last of them; its place need not be read for that.
  var lastYear: Int? {
    ownYear(section.resolution) ?? earlier(section.resolution.referenceLine).last?.year
  }

  private func ownYear(_ tree: Resolution) -> Int? {
    if let year = tree.title?.yearValue, year > 0 { return year }
    if let year = tree.formula?.yearValue, year > 0 { return year }
    return nil
  }

  private func own(_ tree: Resolution) -> Edition? {
    let title = tree.title
    guard let year = ownYear(tree) else { return nil }
    // A title in capitals leaves the case of the place to the formula.
    let place = [tree.formula, title].compactMap { $0 }
      .first { $0.yearValue == year && !$0.place.isEmpty }
      .map { meaning.plainText($0.place) }
    return Edition(place: place, year: year, revised: title?.revision.isEmpty == false)
  }

  /// `(Helsinki, 1993; Geneva, 1996)`, the sessions in the line under the subject.
  private func earlier(_ line: Span) -> [Edition] {
    guard !line.isEmpty else { return [] }
    let text = meaning.plainText(line)
    return text.split(separator: ";").compactMap { part in
      let bare = part.drop { $0 == "(" || $0 == " " }
      let end = bare.lastIndex { $0 != ")" && $0 != " " } ?? bare.startIndex
      return bare.isEmpty ? nil : Edition(String(bare[...end]))
    }
  }
}

extension SectionMeaning {
  /// The year of the session that adopted this edition, as title or formula give it.
  package var ownYear: Int? { OwnEditions(meaning: self).lastYear }
}
