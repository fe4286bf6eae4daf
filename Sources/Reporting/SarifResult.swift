import JSON
import Rules
import TextModel

/// The `result` objects of one file.
struct SarifResult {
  let path: ReportedPath
  let source: SourceText

  func write(_ finding: Finding, _ fingerprint: String, to json: inout JSONWriter) {
    json.beginObject()
    json.key("ruleId")
    json.string(finding.rule)
    json.key("level")
    json.string(Self.level(finding.severity))
    json.key("message")
    Self.message(finding.message, to: &json)
    json.key("locations")
    json.beginArray()
    json.beginObject()
    location(finding.range, to: &json)
    json.endObject()
    json.endArray()
    if !finding.related.isEmpty { write(finding.related, to: &json) }
    json.key("partialFingerprints")
    json.beginObject()
    json.key("resoluteFinding/v1")
    json.string(fingerprint)
    json.endObject()
    if !finding.fixes.isEmpty {
      json.key("fixes")
      json.beginArray()
      for fix in finding.fixes where !fix.edits.isEmpty { write(fix, to: &json) }
      json.endArray()
    }
    json.key("properties")
    json.beginObject()
    json.key("severity")
    json.string(finding.severity.name)
    json.endObject()
    json.endObject()
  }

  private func write(_ related: [Related], to json: inout JSONWriter) {
    json.key("relatedLocations")
    json.beginArray()
    for (index, place) in related.enumerated() {
      json.beginObject()
      json.key("id")
      json.int(index)
      json.key("message")
      Self.message(place.message, to: &json)
      location(place.range, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.beginObject()
    json.key("description")
    Self.message(fix.safety == .safe ? fix.title : "\(fix.title) (unsafe)", to: &json)
    json.key("artifactChanges")
    json.beginArray()
    json.beginObject()
    Self.artifactLocation(path, to: &json)
    json.key("replacements")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.key("deletedRegion")
      region(edit.range, to: &json)
      json.key("insertedContent")
      json.beginObject()
      json.key("text")
      json.string(edit.replacement)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
  }

  private func location(_ range: Range<Int>, to json: inout JSONWriter) {
    Self.physicalLocation(path, to: &json) { region(range, to: &$0) }
  }

  /// Lines from 1, columns in code points from 1, the end exclusive (SARIF 3.30).
  private func region(_ range: Range<Int>, to json: inout JSONWriter) {
    let start = source.position(of: range.lowerBound)
    let end = source.position(of: range.upperBound)
    json.beginObject()
    json.key("startLine")
    json.int(start.line)
    json.key("startColumn")
    json.int(source.codePointColumn(of: start.offset))
    json.key("endLine")
    json.int(end.line)
    json.key("endColumn")
    json.int(source.codePointColumn(of: end.offset))
    json.endObject()
  }

  // MARK: - Shapes that the run uses as well

  /// SARIF has three levels; what is milder than a warning is a note.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }

  static func message(_ text: String, to json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(text)
    json.endObject()
  }

  static func physicalLocation(
    _ path: ReportedPath, to json: inout JSONWriter, region: ((inout JSONWriter) -> Void)? = nil
  ) {
    json.key("physicalLocation")
    json.beginObject()
    artifactLocation(path, to: &json)
    if let region {
      json.key("region")
      region(&json)
    }
    json.endObject()
  }

  private static func artifactLocation(_ path: ReportedPath, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.beginObject()
    json.key("uri")
    json.string(path.uri)
    if !path.isAbsolute {
      json.key("uriBaseId")
      json.string("%SRCROOT%")
    }
    json.endObject()
  }
}
