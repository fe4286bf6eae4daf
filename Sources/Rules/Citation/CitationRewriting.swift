internal import Semantics
internal import Syntax
internal import TextModel

/// Puts the parts of one citation into the house form, touching what is wrong and nothing else.
struct CitationRewriting {
  let text: SectionContext
  let citation: Citation

  var fix: Fix? {
    let defects = citation.defects
    if defects.contains(.assemblySeries) { return nil }
    if !defects.isDisjoint(with: [.documentSymbol, .resolutionSymbol]) { return symbol }
    if defects.contains(.seriesOrder) { return series }
    var edits: [TextEdit] = []
    let noun = citation.nounSpan
    if defects.contains(.nounCase), !noun.isEmpty {
      edits.append(
        TextEdit(
          range: noun.lower..<(noun.lower + 1),
          text: text.string(Span(noun.lower, noun.lower + 1)).uppercased()))
    }
    if defects.contains(.nounStop) {
      edits.append(TextEdit(range: noun.upper..<citation.numberSpan.lower, text: " "))
    }
    if defects.contains(.sessionBehindBody) {
      return behindBody(edits)
    }
    if let bracket, bracket != text.string(citation.bracketSpan) {
      let glued = citation.bracketSpan.lower == citation.numberSpan.upper
      edits.append(
        TextEdit(range: citation.bracketSpan.range, text: (glued ? " " : "") + bracket))
    }
    guard !edits.isEmpty else { return nil }
    return Fix(title: "Write it in the house form", safety: .safe, edits: edits)
  }

  /// `(Rev. Dubai, 2018)`, `(Rev.WRC-19)`; `nil` for the Council's brackets and for none.
  private var bracket: String? {
    guard !citation.bracketSpan.isEmpty, let year = citation.year else { return nil }
    if let place = citation.place {
      return citation.revised ? "(Rev. \(place), \(year))" : "(\(place), \(year))"
    }
    guard citation.body == .radioConference else { return nil }
    guard text.string(citation.yearSpan).hasPrefix("WRC"),
      citation.defects.contains(.radioToken) || citation.defects.contains(.radioSpace)
        || citation.defects.contains(.revisionStop)
    else { return nil }
    let digits = String(year % 100)
    let token = year == 2000 ? "WRC-2000" : "WRC-" + (digits.utf8.count < 2 ? "0" : "") + digits
    return citation.revised ? "(Rev.\(token))" : "(\(token))"
  }

  /// `Resolution 140 of Plenipotentiary Conference (Antalya, 2006)`: the session changes places with
  /// the body.
  private func behindBody(_ edits: [TextEdit]) -> Fix? {
    guard let bracket else { return nil }
    let number = citation.numberSpan.upper
    var edits = edits
    let owner = citation.ownerSpan
    let needsArticle = citation.defects.contains(.missingArticle)
    edits.append(TextEdit(range: number..<number, text: " \(bracket)"))
    if needsArticle, owner.lower + 3 <= owner.upper {
      edits.append(TextEdit(range: (owner.lower + 3)..<(owner.lower + 3), text: "the "))
    }
    edits.append(TextEdit(range: owner.upper..<citation.bracketSpan.upper, text: ""))
    return Fix(title: "Put the session behind the number", safety: .safe, edits: edits)
  }

  private var symbol: Fix? {
    guard citation.kind == .resolution, !citation.number.isEmpty else { return nil }
    let wanted = "Resolution \(citation.number)"
    return .replace(citation.span, with: wanted, title: "Write `\(wanted)`", safety: .unsafe)
  }

  /// `ITU-T Recommendation X.509`
  private var series: Fix? {
    guard let sector = citation.body?.rawValue else { return nil }
    let before = Span(citation.span.lower - sector.utf8.count - 1, citation.span.lower)
    guard before.lower >= 0, text.string(before).hasPrefix(sector) else { return nil }
    let number = citation.numberSpan.lower
    return Fix(
      title: "Write `Recommendation \(sector) \(citation.number)`", safety: .safe,
      edits: [
        TextEdit(range: before.range, text: ""),
        TextEdit(range: number..<number, text: "\(sector) "),
      ])
  }
}
