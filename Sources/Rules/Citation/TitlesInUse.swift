internal import Semantics
internal import Syntax
internal import TextModel

/// The titles that a text gives for the texts it cites.
struct TitlesInUse {
  private let text: SectionContext
  /// Indices of the citations of one text in one edition that give its title, in the order of the
  /// text; where there are several.
  private var groups: [Int: [Int]] = [:]

  init(_ text: SectionContext) {
    self.text = text
    let citations = text.citations
    let notes = text.citationNotes
    var numbers = HashIndex()
    var firsts: [Int] = []
    for index in citations.indices
    where citations[index].kind.isText && !citations[index].titleSpan.isEmpty {
      // The title behind a list is that of all its members together.
      guard citations[index].members == 1, let body = citations[index].body,
        let year = citations[index].year ?? (body.isUN ? 0 : nil), !text.isTitleOfAnnex(index)
      else { continue }
      let key = UInt64(notes.texts[index]) << 32 | UInt64(UInt32(truncatingIfNeeded: year))
      if let group = numbers.insert(firsts.count, key) {
        groups[group, default: [firsts[group]]].append(index)
      } else {
        firsts.append(index)
      }
    }
  }

  /// One finding for each citation whose title is not the first one's.
  func check(_ report: inout Report) {
    for members in groups.values {
      let first = text.citations[members[0]]
      var words: [String] = []
      for index in members.dropFirst() {
        let citation = text.citations[index]
        // The same words, or the beginning of them: nothing is to be compared.
        if opensAlike(first.titleSpan, citation.titleSpan) { continue }
        if words.isEmpty { words = ComparedTitle.words(text.plain(first.titleSpan)) }
        let title = text.plain(citation.titleSpan)
        guard Self.differ(words, ComparedTitle.words(title)) else { continue }
        report.add(
          "elsewhere this draft gives \(citation.name) the title"
            + " `\(text.plain(first.titleSpan))`", at: citation.titleSpan,
          related: [Related(message: "the other title", range: first.titleSpan.range)])
      }
    }
  }

  private func opensAlike(_ one: Span, _ other: Span) -> Bool {
    text.section.bytes.withByteView { view in
      let count = min(one.count, other.count)
      var place = 0
      while place < count, view[one.lower + place] == view[other.lower + place] { place += 1 }
      return place == count
    }
  }

  /// Whether the shorter has fewer than half of its words in the other. Texts shorten the titles they
  /// quote and put their words in another order, and what follows a title may read like a part of it.
  static func differ(_ left: [String], _ right: [String]) -> Bool {
    let (left, right) = (Set(left).subtracting(small), Set(right).subtracting(small))
    let count = min(left.count, right.count)
    return count > 0 && left.intersection(right).count * 2 < count
  }

  /// Words that say nothing of a subject.
  private static let small: Set<String> = [
    "of", "in", "on", "and", "or", "for", "to", "with", "by", "at", "from", "it", "its", "their",
    "which", "that", "under", "role",
  ]
}
