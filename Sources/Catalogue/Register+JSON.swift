import JSON

extension Register {
  /// The register with a user's JSON on top; see `adding(rows:name:)`.
  ///
  /// An array of texts, or an object whose member `texts` is one. A text is an object with the members
  /// `body`, `kind`, `number` and any of `certainty title editions status as-of source`; `editions` is
  /// an array of texts such as `"Rev. Dubai, 2018"`, or one text with `;` between them. Comments and
  /// commas at the end of a list are allowed.
  public func adding(
    json bytes: [UInt8], name: String
  ) -> (register: Register, problems: [RegisterProblem]) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONParser(comments: true, trailingCommas: true).document(bytes)
    } catch {
      let problem = RegisterProblem(line: error.line, column: error.column, message: error.message)
      return (self, [problem])
    }
    var reader = JSONRegisterReader(bytes)
    let rows = reader.rows(document.root)
    let result = adding(rows: rows, name: name)
    let problems = (reader.problems + result.problems).sorted {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
    return (result.register, problems)
  }
}

private struct JSONRegisterReader {
  private(set) var problems: [RegisterProblem] = []
  /// Where the lines begin, in bytes.
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  mutating func rows(
    _ root: JSONNode
  ) -> [(start: RegisterField, fields: [String: RegisterField])] {
    guard let texts = root.elements ?? root["texts"]?.elements else {
      report("an array of texts is wanted, or an object with the member 'texts'", at: root.range)
      return []
    }
    return texts.compactMap { row($0) }
  }

  private mutating func row(
    _ node: JSONNode
  ) -> (start: RegisterField, fields: [String: RegisterField])? {
    guard let members = node.members else {
      report("a text is an object", at: node.range)
      return nil
    }
    var fields: [String: RegisterField] = [:]
    for member in members {
      guard Register.columns.contains(member.key) else {
        let known = Register.columns.joined(separator: ", ")
        report("no member is called '\(member.key)'; known: \(known)", at: member.keyRange)
        continue
      }
      guard let text = text(member.value, of: member.key) else {
        report("'\(member.key)' has a value of the wrong kind", at: member.value.range)
        return nil
      }
      fields[member.key] = field(text, at: member.value.range)
    }
    return (field("", at: node.range), fields)
  }

  private func text(_ value: JSONNode, of key: String) -> String? {
    switch value.content {
    case .null: "-"
    case .string(let text): text
    case .int(let number) where key == "number": String(number)
    case .array(let elements) where key == "editions":
      elements.allSatisfy { $0.string != nil }
        ? elements.compactMap(\.string).joined(separator: "; ") : nil
    default: nil
    }
  }

  private func field(_ text: String, at range: Range<Int>) -> RegisterField {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= range.lowerBound { low = middle } else { high = middle }
    }
    return RegisterField(
      text, line: low + 1, column: max(range.lowerBound - lineStarts[low], 0) + 1)
  }

  private mutating func report(_ message: String, at range: Range<Int>) {
    let place = field("", at: range)
    problems.append(RegisterProblem(line: place.line, column: place.column, message: message))
  }
}
