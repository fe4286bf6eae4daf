import JSON
import Reporting
import Semantics

enum DutyFormat: String, CaseIterable, Sendable {
  case markdown
  case csv
  case json
  case html
}

/// The report in each of its formats.
struct DutyReport {
  let rows: [DutyRow]
  let problems: [(path: String, message: String)]

  private static let columns = [
    "Text", "Who", "Action", "When", "Reports to", "Paragraph", "Place",
  ]

  private func cells(_ row: DutyRow) -> [String] {
    [row.text, row.who, row.action, row.when, row.reportsTo, row.duty.paragraph, row.place]
  }

  func text(_ format: DutyFormat) -> String {
    switch format {
    case .markdown: markdown()
    case .csv: csv()
    case .json: json()
    case .html: DutyPage(rows: rows).text()
    }
  }

  private func markdown() -> String {
    var out = "| " + Self.columns.joined(separator: " | ") + " |\n"
    out += "|" + String(repeating: "---|", count: Self.columns.count) + "\n"
    for row in rows {
      out += "| " + cells(row).map(Markup.markdown).joined(separator: " | ") + " |\n"
    }
    return out
  }

  private func csv() -> String {
    let lines = [Self.columns] + rows.map(cells)
    return lines.map { $0.map(Markup.csv).joined(separator: ",") + "\r\n" }.joined()
  }

  private func json() -> String {
    var json = JSONWriter(capacity: 4_096, indentation: 2)
    json.beginObject()
    json.key("version")
    json.int(1)
    json.key("duties")
    json.beginArray()
    for row in rows { write(row, to: &json) }
    json.endArray()
    writeProblems(problems, to: &json)
    json.endObject()
    return json.text + "\n"
  }

  private func write(_ row: DutyRow, to json: inout JSONWriter) {
    json.beginObject()
    for (key, value) in [
      ("file", row.path), ("text", row.text), ("heading", row.duty.heading),
      ("verb", row.duty.verb), ("paragraph", row.duty.paragraph),
    ] {
      json.key(key)
      json.string(value)
    }
    json.key("label")
    if let label = row.duty.label { json.string(label) } else { json.null() }
    json.key("action")
    json.string(row.duty.action)
    for (key, values) in [
      ("addressees", row.duty.addressees), ("items", row.duty.items),
      ("deadlines", row.duty.deadlines), ("frequencies", row.duty.frequencies),
    ] {
      json.key(key)
      write(values, to: &json)
    }
    json.key("report")
    if row.duty.reports {
      json.beginObject()
      json.key("to")
      write(row.duty.recipients, to: &json)
      json.endObject()
    } else {
      json.null()
    }
    json.key("range")
    json.beginObject()
    for (key, position) in [("start", row.start), ("end", row.end)] {
      json.key(key)
      json.beginObject()
      for (key, number) in [
        ("line", position.line), ("column", position.column), ("offset", position.offset),
      ] {
        json.key(key)
        json.int(number)
      }
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private func write(_ values: [String], to json: inout JSONWriter) {
    json.beginArray()
    for value in values { json.string(value) }
    json.endArray()
  }
}

/// What could not be read, as every JSON of the program tells it.
func writeProblems(_ problems: [(path: String, message: String)], to json: inout JSONWriter) {
  json.key("errors")
  json.beginArray()
  for (path, message) in problems {
    json.beginObject()
    json.key("path")
    json.string(path)
    json.key("message")
    json.string(message)
    json.endObject()
  }
  json.endArray()
}
