import Rules

/// Markdown with tables (GitHub's and GitLab's dialect), for comments on a proposed change and for
/// summaries of a run: a section for each text with findings, the sum at the end.
public struct MarkdownReport: ReportWriter {
  private let context: ReportContext
  private var tally = Tally()
  private var problems: [(path: String, message: String)] = []

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let source = SourceText(file.source)
    let path = MarkdownText.inline(ReportedPath(file.path, root: context.root).text)
    var text = "## \(path)\n\n| place | level | finding | rule |\n|---|---|---|---|\n"
    for finding in file.findings {
      let start = source.position(of: finding.range.lowerBound)
      text += "| \(start.line):\(start.column) | \(finding.severity.name) "
      text += "| \(MarkdownText.inline(finding.message)) | `\(Display.line(finding.rule))` |\n"
    }
    fragment.findings = Array((text + "\n").utf8)
    return fragment
  }

  public mutating func begin() -> [UInt8] { Array("# resolute\n\n".utf8) }

  public mutating func add(_ fragment: Fragment) -> [UInt8] {
    tally.add(fragment.tally)
    return fragment.findings
  }

  public mutating func problem(path: String, message: String) -> [UInt8] {
    problems.append((path, message))
    return []
  }

  public mutating func end() -> [UInt8] {
    var text = ""
    if !problems.isEmpty {
      text += "## Problems\n\n"
      for problem in problems {
        text += "- \(MarkdownText.inline(problem.path)): \(MarkdownText.inline(problem.message))\n"
      }
      text += "\n"
    }
    return Array((text + MarkdownText.inline(tally.summary) + "\n").utf8)
  }
}

/// Words from outside within a paragraph or a table's cell: they are shown and mark nothing up.
enum MarkdownText {
  /// Code spans in pairs of backticks stay.
  static func inline(_ text: String) -> String {
    let pieces = Display.line(text).split(separator: "`", omittingEmptySubsequences: false)
    guard pieces.count % 2 == 1, pieces.count > 1 else {
      return escaped(pieces.joined(separator: "`"))
    }
    var result = ""
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 0 {
        result += escaped(String(piece))
      } else {
        // An empty span would be two backticks, which open another kind of span.
        result += piece.isEmpty ? "\\`\\`" : "`\(code(piece))`"
      }
    }
    return result
  }

  /// A `|` ends the cell even in code.
  private static func code(_ text: Substring) -> String {
    text.unicodeScalars.map { $0 == "|" ? "\\|" : String(Character($0)) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
