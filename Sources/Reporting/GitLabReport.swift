import JSON
import Rules

/// The Code Quality report of GitLab: an array of issues of the Code Climate engine's form.
public struct GitLabReport: ReportWriter {
  private let context: ReportContext
  private var wroteIssue = false

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let source = SourceText(file.source)
    let path = ReportedPath(file.path, root: context.root).text
    for (finding, fingerprint) in file.fingerprinted {
      var json = JSONWriter()
      let fingerprint = Fingerprint.joined(fingerprint, path: path)
      Self.write(
        finding, fingerprint, path, lines: source.lines(of: finding.range), to: &json)
      if !fragment.findings.isEmpty { fragment.findings += Self.separator }
      fragment.findings += json.bytes
    }
    return fragment
  }

  private static let separator = Array(",\n".utf8)

  private static func write(
    _ finding: Finding, _ fingerprint: String, _ path: String, lines: ClosedRange<Int>,
    to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("type")
    json.string("issue")
    json.key("check_name")
    json.string(finding.rule)
    json.key("description")
    json.string(finding.message)
    json.key("categories")
    json.beginArray()
    json.string("Style")
    json.endArray()
    json.key("severity")
    json.string(severity(finding.severity))
    json.key("fingerprint")
    json.string(fingerprint)
    json.key("location")
    json.beginObject()
    json.key("path")
    json.string(path)
    json.key("lines")
    json.beginObject()
    json.key("begin")
    json.int(lines.lowerBound)
    json.key("end")
    json.int(lines.upperBound)
    json.endObject()
    json.endObject()
    json.endObject()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .information, .hint: "info"
    }
  }

  public mutating func begin() -> [UInt8] { [UInt8(ascii: "[")] }

  public mutating func add(_ fragment: Fragment) -> [UInt8] {
    guard !fragment.findings.isEmpty else { return [] }
    let lead = wroteIssue ? Self.separator : [0x0A]
    wroteIssue = true
    return lead + fragment.findings
  }

  /// The format has no place for it; the command itself says it.
  public mutating func problem(path: String, message: String) -> [UInt8] { [] }
  public mutating func end() -> [UInt8] { Array("]\n".utf8) }
}

extension SourceText {
  /// The lines, from 1, that bytes stand on.
  func lines(of range: Range<Int>) -> ClosedRange<Int> {
    let first = position(of: range.lowerBound).line
    return
      first...max(first, position(of: range.isEmpty ? range.lowerBound : range.upperBound - 1).line)
  }
}
