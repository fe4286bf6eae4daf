/// The words of the drafting language that editors' syntax files need, from the tables of the grammar.
struct DraftingWords {
  /// Whole headings of preambular clauses, the longest first: `considering further`.
  var preambular: [String]
  /// Verbs that open operative clauses, with their further forms, the longest first.
  var operative: [String]
  /// Verbs of both parts without "further" or "also", as references name them.
  var verbs: [String]
  /// Enacting formulas, without "(Place, Year)".
  var formulas: [String]

  init(root: String) throws {
    func column(
      _ name: String, _ table: String, where filter: ([String: String]) -> Bool = { _ in true }
    )
      throws -> [String]
    {
      let text = try Files.read("\(root)/Grammar/Data/en/\(table).tsv")
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      guard let names = lines.first else { return [] }
      var seen: Set<String> = []
      return lines.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
        .filter(filter).compactMap { $0[name] }.filter { seen.insert($0).inserted }
    }
    func longestFirst(_ words: [String]) -> [String] {
      words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }
    preambular = longestFirst(try column("heading", "preambular"))
    operative = longestFirst(try column("phrase", "operative"))
    verbs = longestFirst(
      Array(Set(try column("verb", "preambular") + column("verb", "operative"))))
    formulas = longestFirst(try column("text", "formulas") { $0["verdict"] == "right" })
  }

  /// The patterns that all editors share, for engines that know Perl's expressions. A pattern holds for
  /// one line.
  struct Pattern {
    /// Which name an editor's colour theme knows it by is the editor's own.
    enum Kind: String, CaseIterable {
      case comment, title, annex, formula, preambular, operative, label, citation, provision
      case reference, footnote
    }
    var kind: Kind
    var expression: String
  }

  /// In the order in which they are to be tried.
  var patterns: [Pattern] {
    let emphasis = "[*_]{0,3}"
    let nouns =
      "RESOLUTION|DECISION|RECOMMENDATION|OPINION|Resolution|Decision|Recommendation|Opinion"
    let label = #"(?:[a-z]{1,2}|[ivxl]{1,5})\)|\d+(?:\.\d+)*"#
    let further = "(?:further |also )?"
    return [
      Pattern(kind: .comment, expression: "<!--.*?-->"),
      Pattern(
        kind: .title,
        expression: "^[#*_ ]*(?:DRAFT (?:NEW |REVISED )?)?(?:[A-Z-]+ )?(?:\(nouns))(?: ITU-[RTD])?"
          + #" \[?[A-Z0-9][\w/.-]*\]?(?: ?\([^()]*\))?[*_ ]*$"#),
      Pattern(kind: .annex, expression: "^[#*_ ]*ANNEX(?: [0-9A-Z]+)?(?: TO .*)?$"),
      Pattern(
        kind: .formula,
        expression:
          "^\(emphasis)(?:\(Self.alternatives(formulas)))(?: ?\\([^()]*\\))?,?\(emphasis),?$"),
      Pattern(
        kind: .preambular,
        expression: "^[#* _]*(?:\(Self.alternatives(preambular)))\(emphasis),?\(emphasis)$"),
      Pattern(
        kind: .operative,
        expression: "^[#* _]*(?:\(Self.alternatives(operative)))(?:[*_]*,?[*_]*| [^;.]*)$"),
      Pattern(kind: .footnote, expression: #"<sup>[^<]*</sup>|\[\^[^\]]+\]"#),
      Pattern(
        kind: .label,
        expression:
          "^[ \\t]*(?:- )?\(emphasis)(?:\(label))\(emphasis)(?:bis|ter)?\(emphasis)(?=[ \\t])"),
      Pattern(
        kind: .reference,
        expression:
          "\\b(?:\(Self.alternatives(verbs))) \(further)(?:\(label))(?:(?:,| and| to) (?:\(label)))*"
          + "(?: above| below)?(?![\\w])"),
      Pattern(
        kind: .citation,
        expression:
          #"\b(?:Resolution|Decision|Recommendation|Opinion)s?(?: ITU-[RTD])? [A-Z]?\.?\d[\w/.-]*\w?"#
          + #"(?: ?\((?:Rev\. ?|REV\.)?[^()]{2,40}\))?"#),
      Pattern(
        kind: .provision,
        expression: #"\b(?:Nos?\.|Articles?|Action Lines?|§+) ?[A-Z]?\d+\w*|§+ ?\d+\w*"#),
    ]
  }

  static func alternatives(_ words: [String]) -> String {
    words.map { word in
      String(word.flatMap { ".()[]*+?|\\^$".contains($0) ? ["\\", $0] : [$0] })
    }.joined(separator: "|")
  }
}
