/// Writes the pages of the project, which are Markdown, as a static site under `Grammar/Site`: files that
/// need no server and fetch nothing.
struct SiteStep: Step {
  let folders = ["Grammar/Site"]

  /// A page: where its Markdown stands, where it goes, how the navigation calls it.
  struct Page {
    var source: String
    var name: String
    var title: String
    /// Whether the navigation names it.
    var isListed = true
  }

  static let pages = [
    Page(source: "README.md", name: "index.html", title: "resolute"),
    Page(source: "editors/README.md", name: "editors.html", title: "Editors"),
    Page(source: "Grammar/Rules/README.md", name: "rules.html", title: "Rules"),
    Page(source: "Grammar/README.md", name: "grammar.html", title: "The language"),
    Page(source: "Grammar/Trust.md", name: "trust.html", title: "Why trust it"),
    Page(source: "Sources/README.md", name: "architecture.html", title: "How it is built"),
  ]

  func outputs(root: String) throws -> [Output] {
    let rules = try RulesStep().outputs(root: root).filter {
      $0.path.hasPrefix("Grammar/Rules/") && $0.path != "Grammar/Rules/README.md"
    }
    let index = try RulesStep().outputs(root: root).first { $0.path == "Grammar/Rules/README.md" }
    let rulePages = rules.map { output in
      let name = output.path.split(separator: "/").last.map { $0.dropLast(".md".count) } ?? ""
      return Page(
        source: output.path, name: "rules/\(name).html", title: String(name), isListed: false)
    }
    let all = Self.pages + rulePages
    var texts = Dictionary(rules.map { ($0.path, $0.text) }) { first, _ in first }
    // As they are about to be written, so that one run is enough.
    for output in try [index].compactMap({ $0 }) + TrustStep().outputs(root: root) {
      texts[output.path] = output.text
    }
    var outputs = [Output(path: "Grammar/Site/style.css", text: Self.style)]
    for page in all {
      let text = try texts[page.source] ?? Files.read(root + "/" + page.source)
      outputs.append(Output(path: "Grammar/Site/" + page.name, text: Self.html(page, text, all)))
    }
    return outputs.sorted { $0.path < $1.path }
  }

  static func html(_ page: Page, _ text: String, _ all: [Page]) -> String {
    let up = page.name.contains("/") ? "../" : ""
    let markdown = Markdown { address in
      target(of: address, in: page, all).map { $0.hasPrefix("https:") ? $0 : up + $0 }
    }
    let navigation = all.filter(\.isListed).map { other in
      let here = other.name == page.name ? " aria-current=\"page\"" : ""
      return "<a href=\"\(up)\(other.name)\"\(here)>\(Markdown.escaped(other.title))</a>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markdown.escaped(page.title))</title>
      <link rel="stylesheet" href="\(up)style.css">
      </head>
      <body>
      <nav aria-label="Pages">\(navigation.joined(separator: "\n"))</nav>
      <main>
      \(markdown.html(text))</main>
      </body>
      </html>

      """
  }

  /// Where a link of a page leads on the site; `nil` for files that are not on it.
  static func target(of address: String, in page: Page, _ all: [Page]) -> String? {
    if address.hasPrefix("https:") || address.hasPrefix("http:") { return address }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? "#\(parts[1])" : ""
    guard let file = parts.first, !file.isEmpty else { return page.name + anchor }
    var path = page.source.split(separator: "/").dropLast().map(String.init)
    for part in file.split(separator: "/") where part != "." {
      if part == "..", !path.isEmpty { path.removeLast() } else { path.append(String(part)) }
    }
    let source = path.joined(separator: "/")
    if let found = all.first(where: { $0.source == source }) { return found.name + anchor }
    // Pictures are shown from where they stand.
    return source.hasSuffix(".svg") ? "../../" + source : nil
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --soft: #666; --fill: #f2f4f7;
      --line: #d5d8dd; --mark: #0b4f9e; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --soft: #a5a5a5;
      --fill: #22262b; --line: #3d4148; --mark: #8fc1ff; } }
    body { margin: 0; color: var(--ink); background: var(--paper);
      font: 16px/1.55 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 1.25rem;
      border-bottom: 1px solid var(--line); }
    nav a[aria-current] { font-weight: 700; text-decoration: none; color: inherit; }
    main { max-width: 56rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
    a { color: var(--mark); }
    h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 .5em; }
    h1 { margin-top: .5em; }
    code { font: .9em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; background: var(--fill);
      padding: .1em .25em; border-radius: 3px; }
    pre { background: var(--fill); padding: .75rem 1rem; overflow: auto; border-radius: 4px;
      border-left: 3px solid var(--line); }
    pre.text { white-space: pre-wrap; }
    pre.code code { font-size: .85em; }
    .caption { margin: 1em 0 -.75em; color: var(--soft); font-size: .9em; }
    pre code { background: none; padding: 0; }
    table { border-collapse: collapse; display: block; overflow: auto; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
      border-bottom: 1px solid var(--line); }
    img { max-width: 100%; }
    :focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }

    """
}
