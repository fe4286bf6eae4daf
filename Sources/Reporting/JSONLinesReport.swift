import JSON

/// One finding a line, each the object that `json` has in `findings`.
public struct JSONLinesReport: ReportWriter {
  private let context: ReportContext

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let shape = FindingJSON(
      path: file.path, source: SourceText(file.source), help: context.help)
    for finding in file.findings {
      var json = JSONWriter()
      shape.write(finding, to: &json)
      fragment.findings.append(contentsOf: json.bytes)
      fragment.findings.append(UInt8(ascii: "\n"))
    }
    return fragment
  }

  public mutating func begin() -> [UInt8] { [] }
  public mutating func add(_ fragment: Fragment) -> [UInt8] { fragment.findings }
  public mutating func problem(path: String, message: String) -> [UInt8] { [] }
  public mutating func end() -> [UInt8] { [] }
}
