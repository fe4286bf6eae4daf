import JSON
import Rules

/// One object with files, findings, errors and a summary. Files are written as they come; findings
/// stand after them in the object and are kept until the end.
public struct JSONReport: ReportWriter {
  private let context: ReportContext
  private var tally = Tally()
  private var findings: [UInt8] = []
  private var problems: [(path: String, message: String)] = []
  private var wroteFile = false

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    var entry = JSONWriter()
    entry.beginObject()
    entry.key("path")
    entry.string(file.path)
    entry.key("recognised")
    entry.bool(file.recognised)
    entry.key("profile")
    Self.write(file.profile, to: &entry)
    entry.key("language")
    Self.write(file.language, to: &entry)
    entry.key("count")
    entry.int(file.findings.count)
    entry.endObject()
    fragment.file = entry.bytes

    guard !file.findings.isEmpty else { return fragment }
    let shape = FindingJSON(
      path: file.path, source: SourceText(file.source), help: context.help)
    for finding in file.findings {
      var json = JSONWriter()
      shape.write(finding, to: &json)
      if !fragment.findings.isEmpty { fragment.findings.append(contentsOf: Self.separator) }
      fragment.findings.append(contentsOf: json.bytes)
    }
    return fragment
  }

  private static func write(_ name: String?, to json: inout JSONWriter) {
    if let name { json.string(name) } else { json.null() }
  }

  private static let separator = Array(",\n".utf8)

  public mutating func begin() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.int(1)
    json.key("tool")
    json.beginObject()
    json.key("name")
    json.string("resolute")
    json.key("version")
    json.string(context.version)
    json.endObject()
    json.key("files")
    return json.bytes + Array("[".utf8)
  }

  public mutating func add(_ fragment: Fragment) -> [UInt8] {
    tally.add(fragment.tally)
    if !fragment.findings.isEmpty {
      if !findings.isEmpty { findings.append(contentsOf: Self.separator) }
      findings.append(contentsOf: fragment.findings)
    }
    guard !fragment.file.isEmpty else { return [] }
    let lead = Array((wroteFile ? ",\n" : "\n").utf8)
    wroteFile = true
    return lead + fragment.file
  }

  public mutating func problem(path: String, message: String) -> [UInt8] {
    problems.append((path, message))
    return []
  }

  public mutating func end() -> [UInt8] {
    var tail = JSONWriter()
    tail.beginArray()
    for problem in problems {
      tail.beginObject()
      tail.key("path")
      tail.string(problem.path)
      tail.key("message")
      tail.string(problem.message)
      tail.endObject()
    }
    tail.endArray()
    var summary = JSONWriter()
    summary.beginObject()
    for severity in Severity.allCases {
      summary.key(severity.name)
      summary.int(tally.count(of: severity))
    }
    summary.endObject()

    var bytes = Array("],\n\"findings\":[".utf8)
    if !findings.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(contentsOf: findings)
    findings = []
    bytes.append(contentsOf: Array("],\n\"errors\":".utf8))
    bytes.append(contentsOf: tail.bytes)
    bytes.append(contentsOf: Array(",\n\"summary\":".utf8))
    bytes.append(contentsOf: summary.bytes)
    bytes.append(contentsOf: Array("}\n".utf8))
    return bytes
  }
}
