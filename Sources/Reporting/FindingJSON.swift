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
    write(finding.range, to: &json)
    json.key("related")
    json.beginArray()
    for related in finding.related {
      json.beginObject()
      json.key("file")
      json.string(path)
      json.key("message")
      json.string(related.message)
      write(related.range, to: &json)
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
      write(edit.range, to: &json)
      json.key("text")
      json.string(edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ range: Range<Int>, to json: inout JSONWriter) {
    json.key("range")
    json.beginObject()
    json.key("start")
    write(source.position(of: range.lowerBound), to: &json)
    json.key("end")
    write(source.position(of: range.upperBound), to: &json)
    json.endObject()
  }

  private func write(_ position: SourceText.Position, to json: inout JSONWriter) {
    json.beginObject()
    json.key("line")
    json.int(position.line)
    json.key("column")
    json.int(position.column)
    json.key("offset")
    json.int(position.offset)
    json.endObject()
  }
}
