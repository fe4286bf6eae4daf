import Rules

/// One line for each finding, as compilers write them and editors read them.
public struct CompactReport: ReportWriter {
  public init() {}

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let source = SourceText(file.source)
    let path = Display.line(file.path)
    for finding in file.findings {
      let start = source.position(of: finding.range.lowerBound)
      let line =
        "\(path):\(start.line):\(start.column): \(finding.severity.name): "
        + "\(Display.line(finding.message)) [\(Display.line(finding.rule))]\n"
      fragment.findings.append(contentsOf: line.utf8)
    }
    return fragment
  }

  public mutating func begin() -> [UInt8] { [] }
  public mutating func add(_ fragment: Fragment) -> [UInt8] { fragment.findings }
  public mutating func problem(path: String, message: String) -> [UInt8] { [] }
  public mutating func end() -> [UInt8] { [] }
}
