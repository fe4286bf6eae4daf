import Rules

/// Workflow commands, which a run on GitHub shows as annotations: `::error file=...,line=...::message`.
/// Columns are code points.
public struct GitHubReport: ReportWriter {
  private let context: ReportContext

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let source = SourceText(file.source)
    let path = Self.property(ReportedPath(file.path, root: context.root).text)
    for finding in file.findings {
      let start = source.position(of: finding.range.lowerBound)
      let end = source.position(of: finding.range.upperBound)
      var command = "::\(Self.level(finding.severity)) file=\(path),line=\(start.line)"
      command += ",endLine=\(end.line)"
      // Columns are understood only within one line.
      if start.line == end.line {
        command += ",col=\(source.codePointColumn(of: start.offset))"
        command += ",endColumn=\(source.codePointColumn(of: end.offset))"
      }
      command += ",title=\(Self.property(finding.rule))::\(Self.data(finding.message))\n"
      fragment.findings.append(contentsOf: command.utf8)
    }
    return fragment
  }

  public mutating func begin() -> [UInt8] { [] }
  public mutating func add(_ fragment: Fragment) -> [UInt8] { fragment.findings }

  public mutating func problem(path: String, message: String) -> [UInt8] {
    let path = Self.property(ReportedPath(path, root: context.root).text)
    return Array("::error file=\(path)::\(Self.data(message))\n".utf8)
  }

  public mutating func end() -> [UInt8] { [] }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "notice"
    }
  }

  /// The message of a command: one line, nothing that the log's terminal would obey.
  static func data(_ text: String) -> String {
    Display.line(text).unicodeScalars.map { $0 == "%" ? "%25" : String(Character($0)) }.joined()
  }

  /// The value of a property, which ends at a comma or colon.
  static func property(_ text: String) -> String {
    data(text).unicodeScalars.map {
      $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String(Character($0))
    }.joined()
  }
}
