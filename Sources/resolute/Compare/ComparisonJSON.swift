import JSON
import Reporting
import Revision
import Semantics
import Syntax

/// The comparison for programs; ranges as in `lint`.
struct ComparisonJSON {
  let comparison: Comparison
  private let oldSource: SourceText
  private let newSource: SourceText
  private var json = JSONWriter(capacity: 4_096, indentation: 2)

  init(_ comparison: Comparison) {
    self.comparison = comparison
    oldSource = SourceText(comparison.old.bytes)
    newSource = SourceText(comparison.new.bytes)
  }

  mutating func text() -> String {
    json.beginObject()
    json.key("version")
    json.int(1)
    for (key, text) in [("old", comparison.old), ("new", comparison.new)] {
      json.key(key)
      json.beginObject()
      member("path", text.path)
      json.key("side")
      optional(text.shownSide.map { $0 == .accepted ? "accepted" : "rejected" })
      json.key("title")
      optional(text.title.isEmpty ? nil : text.title)
      json.endObject()
    }
    json.key("summary")
    json.beginObject()
    for count in ComparisonSummary(comparison).counts {
      json.key(count.key)
      json.int(count.value)
    }
    json.endObject()
    json.key("clauses")
    json.beginArray()
    for group in comparison.groups { self.group(group) }
    json.endArray()
    json.key("references")
    json.beginArray()
    for followed in comparison.followed { reference(followed) }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }

  private mutating func group(_ group: Comparison.Group) {
    json.beginObject()
    json.key("old")
    optional(group.old)
    json.key("new")
    optional(group.new)
    json.key("paragraphs")
    json.beginArray()
    for row in group.rows { self.row(row) }
    json.endArray()
    json.endObject()
  }

  private mutating func row(_ row: Comparison.Row) {
    json.beginObject()
    json.key("changes")
    json.beginArray()
    for (change, name) in Comparison.names where row.change.contains(change) {
      json.string(change == .references ? "references" : name)
    }
    json.endArray()
    json.key("old")
    paragraphs(row.link.old, comparison.old, oldSource)
    json.key("new")
    paragraphs(row.link.new, comparison.new, newSource)
    json.key("likeness")
    if let likeness = row.link.likeness { json.double(likeness.value) } else { json.null() }
    json.key("words")
    json.beginArray()
    for piece in row.pieces {
      json.beginObject()
      member("kind", piece.kind.rawValue)
      member("text", piece.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func paragraphs(_ indices: [Int], _ text: ComparedText, _ source: SourceText) {
    json.beginArray()
    for index in indices {
      json.beginObject()
      json.key("label")
      let label = text.label(of: index)
      optional(label.isEmpty ? nil : label)
      member("text", text.text(of: index))
      json.range(text.range(of: text.meaning.resolution.paragraphs[index].span), in: source)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func reference(_ followed: FollowedReference) {
    let (old, new) = (comparison.old, comparison.new)
    let text = FollowedText(followed, comparison)
    json.beginObject()
    member("text", text.written)
    member("paragraph", text.place)
    json.range(new.range(of: new.meaning.references[followed.reference].span), in: newSource)
    json.key("targets")
    json.beginArray()
    for target in followed.targets {
      json.beginObject()
      member("old", old.name(of: target.old))
      json.key("new")
      json.beginArray()
      for index in target.new { json.string(new.name(of: index)) }
      json.endArray()
      json.key("candidates")
      json.beginArray()
      for candidate in target.candidates {
        json.beginObject()
        member("name", new.name(of: candidate.new))
        json.key("likeness")
        json.double(candidate.likeness.value)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.key("labels")
    if let labels = followed.labels {
      json.beginArray()
      for label in labels { json.string(label) }
      json.endArray()
    } else {
      json.null()
    }
    json.key("certain")
    json.bool(followed.isCertain)
    json.endObject()
  }

  private mutating func member(_ key: String, _ value: String) {
    json.key(key)
    json.string(value)
  }

  private mutating func optional(_ value: String?) {
    if let value { json.string(value) } else { json.null() }
  }
}
