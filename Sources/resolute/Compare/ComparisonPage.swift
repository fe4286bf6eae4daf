import Revision

/// The comparison as a page to read and to print: every paragraph, what is gone struck through, what is
/// new underlined.
struct ComparisonPage {
  let comparison: Comparison

  func text() -> String {
    let name = comparison.new.title.isEmpty ? comparison.new.path : comparison.new.title
    return Page.text(
      title: "What changed: \(name)", style: Self.style, body: body(), script: Self.script)
  }

  private func body() -> String {
    var parts = ["<header>", "<h1>What changed</h1>", "<dl>"]
    for (term, text) in [("Old", comparison.old), ("New", comparison.new)] {
      let title = text.title.isEmpty ? "" : "<b>\(Markup.html(text.title))</b> "
      parts.append("<dt>\(term)</dt><dd>\(title)<small>\(Markup.html(text.source))</small></dd>")
    }
    parts.append("</dl>")
    parts.append("<p class=\"summary\">\(Markup.html(ComparisonSummary(comparison).text)).</p>")
    if comparison.old.subject != comparison.new.subject {
      let pieces = WordDifference.pieces(
        from: comparison.old.subject, to: comparison.new.subject)
      parts.append("<p class=\"subject\">\(html(pieces))</p>")
    }
    parts.append(
      """
      <p class="key">Key: <del>words that are gone</del>, <ins>words that are new</ins>. \
      <label class="control"><input type="checkbox" id="changes"> only what changed</label></p>
      </header>
      <main>
      """)
    if !comparison.followed.isEmpty { parts.append(references()) }
    for group in comparison.groups { parts.append(self.group(group)) }
    parts.append("</main>")
    return parts.joined(separator: "\n")
  }

  private func references() -> String {
    let rows = comparison.followed.map { followed in
      let text = FollowedText(followed, comparison)
      let targets = text.targets.map {
        "<li>\(Markup.html($0.replacing(" %", with: "\u{A0}%")))</li>"
      }.joined()
      let proposal = text.proposal.map { followed.isCertain ? $0 : "perhaps \($0)" } ?? "–"
      return """
        <tr><th scope="row">\(Markup.html(text.place))</th>\
        <td data-name="Written">\(Markup.html(text.written))</td>\
        <td data-name="What became of it"><ul>\(targets)</ul></td>\
        <td data-name="Right would be">\(Markup.html(proposal))</td></tr>
        """
    }
    return """
      <section class="references">
      <h2>References to follow</h2>
      <p>These references were written for the old edition; the paragraphs that they named have other \
      labels now, or are gone.</p>
      <table>
      <thead><tr><th scope="col">Where</th><th scope="col">Written</th>\
      <th scope="col">What became of it</th><th scope="col">Right would be</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private func group(_ group: Comparison.Group) -> String {
    var heading = Markup.html(group.new ?? group.old ?? "")
    if group.isRenamed {
      heading = html(WordDifference.pieces(from: group.old ?? "", to: group.new ?? ""))
    } else if group.isNew || group.isDeleted {
      heading += " <span class=\"kind\">\(group.isNew ? "new clause" : "deleted clause")</span>"
    }
    let rows = group.rows.map(row).joined(separator: "\n")
    return """
      <section\(group.isSame ? " class=\"same\"" : "")>
      <h2>\(heading)</h2>
      <div class="rows">
      \(rows)
      </div>
      </section>
      """
  }

  private func row(_ row: Comparison.Row) -> String {
    let kinds = comparison.kinds(of: row)
      .map { "<span class=\"kind\">\(Markup.html($0))</span>" }.joined(separator: " ")
    return """
      <div class="row\(row.isSame ? " same" : "")"><div class="label">\
      \(Markup.html(comparison.labels(of: row)))</div><p>\(html(row.pieces))\
      \(kinds.isEmpty ? "" : " " + kinds)</p></div>
      """
  }

  private func html(_ pieces: [WordDifference.Piece]) -> String {
    pieces.map { piece in
      let text = Markup.html(piece.text)
      switch piece.kind {
      case .same: return text
      case .deleted: return "<del>\(text)</del>"
      case .inserted: return "<ins>\(text)</ins>"
      }
    }.joined(separator: " ")
  }

  private static let style = """
    :root { --gone: #a3121f; --gone-fill: #fdecea; --fresh: #0a5c2b; --fresh-fill: #e6f4ea; }
    @media (prefers-color-scheme: dark) { :root { --gone: #ffb0a8; --gone-fill: #40191b;
      --fresh: #9be3b1; --fresh-fill: #14341f; } }
    body { font-size: 16px; line-height: 1.5; max-width: 58rem; margin: 0 auto;
      padding: 1.5rem 1.25rem 3rem; }
    h1 { font-size: 1.6rem; margin-bottom: .5rem; }
    h2 { font-size: 1.1rem; font-style: italic; margin: 1.75rem 0 .5rem;
      border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
    .references h2 { font-style: normal; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; margin: 0; }
    dt { color: var(--soft); } dd { margin: 0; } small { color: var(--soft);
      overflow-wrap: anywhere; }
    .summary { font-size: 1.1rem; font-weight: 600; margin: .9rem 0 .4rem; }
    .subject { font-weight: 600; } .key { margin: .3rem 0; color: var(--soft); }
    .control { margin-left: 1rem; white-space: nowrap; }
    .row { display: grid; grid-template-columns: 6.5rem 1fr; gap: .75rem; padding: .3rem 0; }
    .row p { margin: 0; overflow-wrap: anywhere; }
    .label { font-variant-numeric: tabular-nums; font-weight: 600; }
    .row.same { color: var(--soft); } .row.same .label { font-weight: 400; }
    .kind { font: 600 .78rem/1.3 system-ui, "DejaVu Sans", sans-serif; color: var(--ink);
      border: 1px solid var(--soft); border-radius: 3px; padding: 0 .35rem; white-space: nowrap; }
    del { color: var(--gone); background: var(--gone-fill); text-decoration: line-through; }
    ins { color: var(--fresh); background: var(--fresh-fill); text-decoration: underline;
      text-underline-offset: .15em; }
    /* For those who hear the page. */
    del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px;
      overflow: hidden; clip-path: inset(100%); white-space: nowrap; }
    del::before { content: " [deleted: "; } ins::before { content: " [inserted: "; }
    del::after, ins::after { content: "] "; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .5rem;
      border-bottom: 1px solid var(--line); }
    thead th { background: var(--fill); } td ul { margin: 0; padding-left: 1rem; }
    .narrow .same { display: none; }
    @media (max-width: 40rem) { .row { grid-template-columns: 1fr; gap: 0; }
      table, thead, tbody, tr, th, td { display: block; } thead { display: none; }
      td::before { content: attr(data-name) ": "; color: var(--soft); } }
    @media print {
      :root { --ink: #000; --paper: #fff; --soft: #444; --line: #999; --fill: #fff;
        --gone: #000; --gone-fill: #fff; --fresh: #000; --fresh-fill: #fff; color-scheme: light; }
      body { font-size: 10.5pt; max-width: none; padding: 0; } .control { display: none; }
      .row, tr { break-inside: avoid; } h2 { break-after: avoid; } ins { font-weight: 600; }
      @page { margin: 18mm; }
    }
    """

  private static let script = """
    const box = document.getElementById("changes");
    const narrow = () => document.body.classList.toggle("narrow", box.checked);
    box.addEventListener("input", narrow);
    narrow();
    """
}
