import JSON
import Rules
import TextModel

/// The JSON shapes that `json` and `jsonl` share.
struct FindingJSON {
  let path: String
  let source: SourceText
  let help: @Sendable (String) -> String

  func write(_ finding: Finding, to json: inout JSONWriter) {
    json.beginObject()
    json.key("file")
    json.string(path)
    json.key("rule")
    json.string(finding.rule)
    json.key("severity")
    json.string(finding.severity.name)
    json.key("message")
    json.string(finding.message)
    json.range(finding.range, in: source)
    json.key("related")
    json.beginArray()
    for related in finding.related {
      json.beginObject()
      json.key("file")
      json.string(path)
      json.key("message")
      json.string(related.message)
      json.range(related.range, in: source)
      json.endObject()
    }
    json.endArray()
    json.key("fixes")
    json.beginArray()
    for fix in finding.fixes { write(fix, to: &json) }
    json.endArray()
    json.key("help")
    json.string(help(finding.rule))
    json.endObject()
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.beginObject()
    json.key("title")
    json.string(fix.title)
    json.key("safety")
    json.string(fix.safety.name)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.key("file")
      json.string(path)
      json.range(edit.range, in: source)
      json.key("text")
      json.string(edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
