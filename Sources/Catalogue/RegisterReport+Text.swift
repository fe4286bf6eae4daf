extension RegisterReport {
  /// The answers of a search, one text on two lines; an empty search has one line that says so.
  public func searchText(_ query: String, in context: LookupContext = LookupContext()) -> String {
    let matches = register.lookup(query, in: context)
    guard !matches.isEmpty else { return "nothing found for '\(query)'\n" }
    return matches.map { match in
      let entry = match.entry
      var line = entry.id.description
      if let edition = match.edition { line += "  (\(edition.description))" }
      if let standing = entry.standing.text { line += "  \(standing)" }
      return "\(line)\n    \(entry.titleWithMark)\n"
    }.joined()
  }

  /// All that the register knows of what an id names; `nil` where it names nothing known.
  public func showText(_ id: String) -> String? {
    switch item(id) {
    case .texts(let entries): entries.map(show).joined(separator: "\n")
    case .article(let article, let provision): show(article, provision)
    case .actionLine(let line): show(line)
    case .acronym(let acronym): show(acronym)
    case nil: nil
    }
  }

  /// A table of what the register holds for each body.
  public var statisticsText: String {
    let statistics = self.statistics
    var rows = [["body", "texts", "titles", "unsure", "editions", "in force", "known until"]]
    rows += statistics.bodies.map {
      [
        $0.body, "\($0.texts)", "\($0.sureTitles)", "\($0.otherTitles)", "\($0.editions)",
        "\($0.inForce)", $0.knownUntil ?? "-",
      ]
    }
    let widths = (0..<rows[0].count).map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
    var text = ""
    for row in rows {
      let cells = zip(row, widths).enumerated().map { place, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.utf8.count)
        return place == 0 || place == row.count - 1 ? cell.0 + space : space + cell.0
      }
      text += String(cells.joined(separator: "  ")[...].trimmed) + "\n"
    }
    return text + """

      \(statistics.provisions) provisions in \(statistics.articles) articles of the Constitution and \
      the Convention, as amended to 2006
      \(statistics.actionLines) action lines, \(statistics.acronyms) acronyms

      """
  }

  private func show(_ entry: Entry) -> String {
    var lines = [entry.id.description, "  title     \(entry.titleWithMark)"]
    if !entry.editions.isEmpty {
      let editions = entry.editions.map(\.description).joined(separator: "; ")
      lines.append("  editions  \(editions)")
    }
    let first = register.firstAdoption(body: entry.body, kind: entry.kind, number: entry.number)
    if let first {
      switch (first.earliest, first.latest) {
      case (let a?, let b?) where a == b: lines.append("  first     \(a.text)\(first.basis.mark)")
      case (let a?, let b?):
        lines.append("  first     from \(a.text) to \(b.text)\(first.basis.mark)")
      case (let a?, nil): lines.append("  first     not before \(a.text)\(first.basis.mark)")
      case (nil, let b?): lines.append("  first     not after \(b.text)\(first.basis.mark)")
      case (nil, nil): break
      }
    }
    if let standing = entry.standing.text {
      lines.append("  status    \(standing)" + (entry.asOf.map { ", as of \($0)" } ?? ""))
    }
    lines.append("  source    \(entry.source.isEmpty ? "-" : entry.source)")
    if let origin = entry.origin { lines.append("  register  \(origin)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func show(_ article: Article, _ provision: String?) -> String {
    let name = "the \(article.instrument.name)"
    let isNumbered = article.number.utf8.first?.isDigit ?? false
    let place = isNumbered ? "Article \(article.number) of \(name)" : "\(article.number) of \(name)"
    return """
      \(provision.map { "No. \($0) of \(name), in \(place)" } ?? place)
        title     \(article.title)
        holds     Nos. \(article.provisions.joined(separator: ", "))
        known as  amended to 2006\(article.isWhole ? "" : ", with gaps")
        source    \(article.source)

      """
  }

  private func show(_ line: ActionLine) -> String {
    var lines = ["Action Line \(line.number)", "  title     \(line.title)"]
    if let other = line.otherTitle { lines.append("  also      \(other)") }
    if !line.parts.isEmpty { lines.append("  parts     \(line.parts.joined(separator: ", "))") }
    lines.append("  source    \(line.source)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func show(_ acronym: Acronym) -> String {
    var lines = [acronym.name, "  stands for  \(acronym.expansion)"]
    if acronym.certainty == .truncated { lines[1] += " (beginning missing)" }
    for other in acronym.otherExpansions { lines.append("  also        \(other)") }
    let texts = acronym.seen == 1 ? "text" : "texts"
    lines.append("  defined in  \(acronym.seen) \(texts): \(acronym.source)")
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Entry {
  fileprivate var titleWithMark: String {
    guard let title else { return "(title not known)" }
    switch certainty {
    case .truncated: return title + " … (end missing)"
    case .mined: return title + " (as cited)"
    case .sure, nil: return title
    }
  }
}

extension AdoptingSession {
  fileprivate var text: String { "\(place), \(year)" }
}

extension FirstAdoption.Basis {
  fileprivate var mark: String { self == .bounded ? " (from the order of the numbers)" : "" }
}
