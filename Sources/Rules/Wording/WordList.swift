internal import Grammar

/// How the house writes words: the built-in list of English, with a user's own entries over it.
public struct WordList: Sendable {
  /// Something wrong in a list; the entry is left out.
  public struct Problem: Sendable, Equatable {
    /// From 1.
    public var line: Int
    /// In bytes, from 1.
    public var column: Int
    public var message: String
  }

  public static let standard = WordList(terms: [], table: .english)

  /// Those that are not in the house list.
  fileprivate let terms: [Term]
  let table: TermTable

  private static let columns = ["form", "right", "kind", "level", "next", "unless"]

  /// The list with a user's TSV on top. The first line that is no comment (`#`) names the columns `form`
  /// and `right`, and any of `kind level next unless`, which mean what they mean in
  /// `Grammar/Data/en/terms.tsv`. An entry replaces those of the same form; the level `off` takes them
  /// out.
  public func adding(tsv bytes: [UInt8]) -> (list: WordList, problems: [Problem]) {
    var problems: [Problem] = []
    var names: [String]?
    var new: [Term] = []
    var line = 0
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    for raw in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let row = raw.last == 0x0D ? raw.dropLast() : raw
      guard let first = row.first, first != UInt8(ascii: "#") else { continue }
      let cells = row.split(separator: 0x09, omittingEmptySubsequences: false)
      func report(_ message: String, at cell: Int) {
        let start = cells.indices.contains(cell) ? cells[cell].startIndex : row.endIndex
        problems.append(
          Problem(line: line, column: start - row.startIndex + 1, message: message))
      }
      let values = cells.map { Self.trimmed($0) }
      guard let columns = names else {
        for (index, name) in values.enumerated() where !Self.columns.contains(name) {
          let known = Self.columns.joined(separator: ", ")
          report("no column is called '\(name)'; known: \(known)", at: index)
        }
        for name in Self.columns.prefix(2) where !values.contains(name) {
          report("the column '\(name)' is missing in the first line", at: 0)
        }
        guard problems.isEmpty else { return (self, problems) }
        names = values
        continue
      }
      func value(_ name: String) -> (index: Int, text: String)? {
        guard let index = columns.firstIndex(of: name), values.indices.contains(index),
          !values[index].isEmpty, values[index] != "-"
        else { return nil }
        return (index, values[index])
      }
      guard let form = value("form"), let right = value("right") else {
        report("an entry has a form and how it is written right", at: columns.count)
        continue
      }
      guard Self.isWords(form.text) else {
        report("'\(form.text)' is not made of words with one blank between them", at: form.index)
        continue
      }
      let kind = value("kind")
      let level = value("level")
      guard let knownKind = Term.Kind(rawValue: kind?.text ?? "term"), knownKind != .placeholder
      else {
        report("'\(kind?.text ?? "")' is no kind; known: term, spelling", at: kind?.index ?? 0)
        continue
      }
      guard let knownLevel = Term.Level(rawValue: level?.text ?? "warning") else {
        let known = Term.Level.allCases.map(\.rawValue).joined(separator: ", ")
        report("'\(level?.text ?? "")' is no level; known: \(known)", at: level?.index ?? 0)
        continue
      }
      func list(_ name: String) -> [String] {
        (value(name)?.text ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
      }
      new.append(
        Term(
          kind: knownKind, level: knownLevel, form: form.text, right: right.text,
          next: list("next"), unless: list("unless")))
    }
    if names == nil {
      problems.append(Problem(line: 1, column: 1, message: "no line names the columns"))
    }
    let forms = Set(new.map { $0.form.lowercased() })
    let kept = terms.filter { !forms.contains($0.form.lowercased()) } + new
    let house = Language.english.terms.filter { term in
      !kept.contains { $0.form.lowercased() == term.form.lowercased() }
    }
    return (WordList(terms: kept, table: TermTable(house + kept, hasOwn: true)), problems)
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> String {
    let inner = cell.drop { $0 == 0x20 }
    let end = inner.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? inner.startIndex
    return String(decoding: inner[..<end], as: UTF8.self)
  }

  /// Letters, digits, hyphens and apostrophes: what the text is cut into.
  private static func isWords(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty
        && word.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
            || "-'’".contains(
              Character($0))
        }
    }
  }
}
