import Glibc
import Grammar
import Semantics
import Syntax

// Temporary: prints the tree of files.
for path in CommandLine.arguments.dropFirst() {
  guard let file = fopen(path, "rb") else { continue }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let n = fread(&buffer, 1, buffer.count, file)
    if n <= 0 { break }
    bytes += buffer[0..<n]
  }
  fclose(file)
  let meaning = TextMeaning(Document(bytes))
  print("==", path)
  for m in meaning.sections {
    let t = m.resolution
    print(
      "-- section", m.profile.id, "recognised", t.isRecognised, "title",
      t.title.map { m.section.string($0.span) } ?? "-", "| subject",
      m.plainText(t.subject).prefix(60), "| formula",
      t.formula.map { m.section.string($0.span) } ?? "-")
    for (i, c) in t.clauses.enumerated() {
      let labels = c.paragraphs.map { (p: Int) -> String in
        let par = t.paragraphs[p]
        var s = par.label.map { m.section.string($0.span) } ?? (par.kind == .bullet ? "•" : "·")
        if par.level > 1 { s = "<" + s + ">" }
        return s
      }
      print(
        "  ", c.annex >= 0 ? "A\(c.annex)" : "", i, c.part == .preambular ? "P" : "O",
        c.heading.known ? "" : "?", m.section.string(c.heading.span),
        c.heading.intended.map { "=> \($0)" } ?? "", "[", labels.joined(separator: " "), "]")
    }
    for a in t.annexes {
      print(
        "   annex", m.section.string(a.title.span).prefix(60),
        a.paragraphs.map { t.paragraphs[$0].label.map { m.section.string($0.span) } ?? "·" }.joined(
          separator: " "
        ).prefix(300))
    }
    for r in t.footnotes {
      print("   fn", m.section.string(r.mark), m.section.string(r.text).prefix(40))
    }
    for r in m.references {
      print(
        "   ref", m.section.string(r.span), r.isExternal ? "EXT" : "", "clause", r.clause,
        r.items.map { "\($0.outcome)" },
        r.targets.map { t.paragraphs[$0].label.map { m.section.string($0.span) } ?? "·" })
    }
  }
}
