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
      json.string(related.other?.file ?? path)
      json.key("message")
      json.string(related.message)
      if let other = related.other {
        write(other, to: &json)
      } else {
        json.range(related.range, in: source)
      }
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

  /// The place in another text: lines and columns from 1, as in this one.
  private func write(_ other: OtherPlace, to json: inout JSONWriter) {
    func position(_ place: TextPosition, _ offset: Int) -> SourceText.Position {
      SourceText.Position(line: place.line + 1, column: place.column + 1, offset: offset)
    }
    json.key("range")
    json.beginObject()
    json.key("start")
    json.place(position(other.start, other.bytes.lowerBound))
    json.key("end")
    json.place(position(other.end, other.bytes.upperBound))
    json.endObject()
  }
}
