internal import Catalogue
internal import Semantics
internal import Syntax

/// A cited provision exists.
///
/// ## What it checks
/// The number of a provision of the Constitution or the Convention is not beyond the last one, and where
/// an article is named with it ("No. 48 in Article 3"), it stands in that article. As a hint: the number
/// is not in the register, which may have holes.
///
/// ## Why
/// Provisions are cited by their number in the margin (CONVENTIONS 2). A slip of one digit cites another
/// subject, or nothing at all.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// No. 982 of the Convention,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// No. 82 of the Convention,
/// ```
///
/// ## Fix
/// None: only the author knows which provision was meant.
struct CitationProvision: SectionRule {
  static let id = "citation/provision"
  static let severity = Severity.error
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    // The article of a list stands behind its last member and is looked for once.
    var list = -1
    var article: String?
    for index in text.citations.indices
    where text.citations[index].kind == .provision || text.citations[index].kind == .article {
      let citation = text.citations[index]
      guard let instrument = citation.body.flatMap({ Instrument(rawValue: $0.rawValue) }) else {
        continue
      }
      if citation.kind == .provision {
        if citation.list != list {
          list = citation.list
          article = self.article(behind: index, text)
        }
        check(citation, of: instrument, article: article, &report)
      } else if citation.kind == .article {
        checkArticle(citation, of: instrument, &report)
      }
    }
  }

  private func check(
    _ citation: Citation, of instrument: Instrument, article: String?, _ report: inout Report
  ) {
    // Of a range the ends are looked at; what lies between is given by them.
    for number in citation.number.split(separator: "-").map(String.init) {
      switch KnownProvisions.standing(number, of: instrument, in: article) {
      case .known: continue
      case .beyond(let highest):
        report.add(
          "the \(instrument.name) ends with No. \(highest)", at: citation.numberSpan)
      case .notInArticle(let article):
        let first = article.provisions.first ?? ""
        let last = article.provisions.last ?? ""
        report.add(
          "Article \(article.number) of the \(instrument.name) has Nos. \(first) to \(last)",
          at: citation.numberSpan)
      case .unknown:
        report.add(
          "the register does not know No. \(number) of the \(instrument.name)",
          at: citation.numberSpan, severity: .hint)
      }
      return
    }
  }

  /// The article that a list of provisions is said to stand in: "Nos. 90 and 91 in Article 13".
  private func article(behind index: Int, _ text: SectionContext) -> String? {
    let all = text.citations
    let list = all[index].list
    var last = index
    while last + 1 < all.count, all[last + 1].list == list { last += 1 }
    guard last + 1 < all.count, all[last + 1].kind == .article,
      all[last + 1].body == all[index].body, all[last + 1].members == 1
    else { return nil }
    let between = text.plain(Span(all[last].span.upper, all[last + 1].span.lower))
    return between == "in" || between == "of" ? all[last + 1].number : nil
  }

  private func checkArticle(
    _ citation: Citation, of instrument: Instrument, _ report: inout Report
  ) {
    let known = KnownProvisions.lastArticle[instrument] ?? Int.max
    guard let number = Int(citation.number), number > known else { return }
    report.add(
      "the register knows articles of the \(instrument.name) up to \(known)",
      at: citation.numberSpan, severity: .hint)
  }
}
