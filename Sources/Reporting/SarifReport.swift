import JSON
import Rules

/// SARIF 2.1.0 (OASIS), as code hosts and viewers read it. Results are written as they come, the rules
/// that they name and the problems of the run after them. Columns are code points.
public struct SarifReport: ReportWriter {
  /// Where the schema of the format is published.
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  private let context: ReportContext
  private var tally = Tally()
  private var problems: [(path: String, message: String)] = []
  private var wroteResult = false

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let shape = SarifResult(
      path: ReportedPath(file.path, root: context.root), source: SourceText(file.source))
    for (finding, fingerprint) in file.fingerprinted {
      var json = JSONWriter()
      shape.write(finding, fingerprint, to: &json)
      if !fragment.findings.isEmpty { fragment.findings += Self.separator }
      fragment.findings += json.bytes
    }
    return fragment
  }

  private static let separator = Array(",\n".utf8)

  public mutating func begin() -> [UInt8] {
    Array(
      """
      {"$schema":"\(Self.schema)","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints",\
      "results":[
      """.utf8)
  }

  public mutating func add(_ fragment: Fragment) -> [UInt8] {
    tally.add(fragment.tally)
    guard !fragment.findings.isEmpty else { return [] }
    let lead = wroteResult ? Self.separator : [0x0A]
    wroteResult = true
    return lead + fragment.findings
  }

  public mutating func problem(path: String, message: String) -> [UInt8] {
    problems.append((path, message))
    return []
  }

  public mutating func end() -> [UInt8] {
    var tool = JSONWriter()
    tool.beginObject()
    tool.key("driver")
    writeDriver(to: &tool)
    tool.endObject()
    var invocations = JSONWriter()
    writeInvocation(to: &invocations)
    return Array("],\n\"tool\":".utf8) + tool.bytes + Array(",\n\"invocations\":".utf8)
      + invocations.bytes + Array("}]}\n".utf8)
  }

  private func writeDriver(to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.string("resolute")
    json.key("semanticVersion")
    json.string(context.version)
    json.key("rules")
    json.beginArray()
    for rule in tally.rules.map(\.rule).sorted() { write(rule: rule, to: &json) }
    json.endArray()
    json.endObject()
  }

  private func write(rule: String, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(rule)
    if let page = context.page(rule) {
      json.key("shortDescription")
      SarifResult.message(page.summary, to: &json)
      json.key("help")
      json.beginObject()
      json.key("text")
      json.string(page.manual)
      json.key("markdown")
      json.string(page.manual)
      json.endObject()
      json.key("defaultConfiguration")
      json.beginObject()
      json.key("level")
      json.string(SarifResult.level(page.severity))
      json.endObject()
    }
    json.key("properties")
    json.beginObject()
    json.key("tags")
    json.beginArray()
    json.string(String(rule.prefix { $0 != "/" }))
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private func writeInvocation(to json: inout JSONWriter) {
    json.beginArray()
    json.beginObject()
    json.key("executionSuccessful")
    json.bool(problems.isEmpty)
    json.key("toolExecutionNotifications")
    json.beginArray()
    for problem in problems {
      json.beginObject()
      json.key("level")
      json.string("error")
      json.key("message")
      SarifResult.message(problem.message, to: &json)
      json.key("locations")
      json.beginArray()
      json.beginObject()
      SarifResult.physicalLocation(ReportedPath(problem.path, root: context.root), to: &json)
      json.endObject()
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
  }
}
