import Testing

@testable import Generate

@Suite struct SiteTests {
  private func html(_ text: String) -> String { Markdown { $0 == "gone.md" ? nil : $0 }.html(text) }

  @Test(arguments: [
    ("# A *b* `c`", "<h1 id=\"a-b-c\">A <em>b</em> <code>c</code></h1>\n"),
    ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>\n"),
    ("a < b & **c**", "<p>a &lt; b &amp; <strong>c</strong></p>\n"),
    ("[x](y.md) and [z](gone.md)", "<p><a href=\"y.md\">x</a> and z</p>\n"),
    ("![p](q.svg)", "<p><img src=\"q.svg\" alt=\"p\"></p>\n"),
    ("`*a*` 2 * 3 * 4", "<p><code>*a*</code> 2 * 3 * 4</p>\n"),
    ("- a\n  b\n- c", "<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>\n"),
    ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    (
      "```sh\n<a> *b*\n\n# c\n```\nd",
      "<pre class=\"code\"><code>&lt;a&gt; *b*\n\n# c\n</code></pre>\n<p>d</p>\n"
    ),
    ("```resolution\na\n```", "<pre class=\"text\"><code>a\n</code></pre>\n"),
    (
      "```resolution wrong a/b c/d\ne\n```",
      "<p class=\"caption\">Wrong: <code>a/b</code> <code>c/d</code></p>\n"
        + "<pre class=\"text\"><code>e\n</code></pre>\n"
    ),
    (
      "```resolution right\na\n```",
      "<p class=\"caption\">Right</p>\n<pre class=\"text\"><code>a\n</code></pre>\n"
    ),
    ("a\n\n<!-- b\nc -->\nd", "<p>a</p>\n<p>d</p>\n"),
    (
      "| a | b |\n|---|---|\n| `x \\| y` | z |",
      "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td><code>x | y</code></td><td>z</td></tr>\n</table>\n"
    ),
  ])
  func markdown(_ text: String, _ expected: String) { #expect(html(text) == expected) }

  @Test("Links between pages lead to pages; those to other files are words")
  func links() {
    let all =
      SiteStep.pages + [
        SiteStep.Page(
          source: "Grammar/Rules/a-b.md", name: "rules/a-b.html", title: "", isListed: false)
      ]
    let rules = all[2]
    #expect(SiteStep.target(of: "a-b.md#fix", in: rules, all) == "rules/a-b.html#fix")
    #expect(SiteStep.target(of: "../README.md", in: rules, all) == "grammar.html")
    #expect(SiteStep.target(of: "../../README.md", in: rules, all) == "index.html")
    #expect(SiteStep.target(of: "../Data/words.tsv", in: rules, all) == nil)
    #expect(
      SiteStep.target(of: "editors/session.svg", in: all[0], all) == "../../editors/session.svg")
  }

  @Test("Every link of the site leads to a file, and every anchor is there")
  func whole() throws {
    let root = String(
      #filePath.prefix(#filePath.count - "/Tests/GrammarTests/SiteTests.swift".count))
    let outputs = try SiteStep().outputs(root: root)
    let texts = Dictionary(outputs.map { ($0.path, $0.text) }) { first, _ in first }
    #expect(outputs.count > 60)
    for output in outputs where output.path.hasSuffix(".html") {
      for part in output.text.split(separator: "href=\"").dropFirst() {
        let address = part.prefix { $0 != "\"" }
        if address.hasPrefix("http") { continue }
        let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path = output.path.split(separator: "/").dropLast().map(String.init)
        for step in pieces[0].split(separator: "/") {
          if step == ".." { path.removeLast() } else { path.append(String(step)) }
        }
        let target = texts[path.joined(separator: "/")]
        #expect(target != nil, "\(output.path): \(address)")
        if pieces.count > 1 {
          #expect(target?.contains("id=\"\(pieces[1])\"") == true, "\(output.path): \(address)")
        }
      }
    }
  }

  @Test("The page of trust counts the verdicts of the table")
  func trust() throws {
    let table = """
      # comment
      file\trule\tseverity\toffset\thash\tverdict\tnote
      pp18/a.txt\tx/y\terror\t1\t1\tartefact\t-
      pp18/b.txt\tx/y\twarning\t1\t1\ttrue defect\t-
      wrc/c.txt\tx/y\terror\t1\t1\ttrue defect\t-
      """
    let page = "A\n<!-- generated: verdicts -->\nold\n<!-- end -->\nB\n"
    let filled = try TrustStep.filled(page, "verdicts", TrustStep.verdicts(table))
    #expect(filled.hasPrefix("A\n<!-- generated: verdicts -->\n| texts |"))
    #expect(filled.hasSuffix("<!-- end -->\nB\n") && !filled.contains("old"))
    #expect(filled.contains("whole texts | 0 | 1 | 1 | 0 |"))
    #expect(throws: FileError.self) { try TrustStep.filled("A", "verdicts", table) }
    #expect(
      TrustStep.levels("# c\nbody\ttexts\nPP\t3\n").hasSuffix("| --- |\n| PP | 3 |\n"))
  }
}

@Suite struct EditorFileTests {
  @Test("Words of the tables stand in each editor's syntax, special characters escaped")
  func words() {
    #expect(DraftingWords.alternatives(["a.b", "c (d)"]) == #"a\.b|c \(d\)"#)
  }
}
