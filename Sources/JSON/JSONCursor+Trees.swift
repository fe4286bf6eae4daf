extension JSONCursor {
  /// The next value as a tree. Of members of one name the last value is kept.
  public mutating func readValue() throws(JSONError) -> JSONValue {
    switch try kind() {
    case .null:
      try readWord("null")
      return .null
    case .bool: return .bool(try readBool())
    case .string: return .string(try readString())
    case .number:
      switch try readNumber() {
      case .int(let value): return .int(value)
      case .double(let value): return .double(value)
      }
    case .array:
      var elements: [JSONValue] = []
      try beginArray()
      while try nextElement() { elements.append(try readValue()) }
      return .array(elements)
    case .object:
      var members: [JSONObject.Member] = []
      var names = SeenNames()
      try beginObject()
      while let key = try nextKey() {
        let member = JSONObject.Member(key.string, try readValue())
        if let earlier = names.note(member.key) {
          members[earlier].value = member.value
        } else {
          members.append(member)
        }
      }
      return .object(JSONObject(distinct: members))
    }
  }

  /// The next value as a tree with places. Of members of one name the last is kept, in the place of
  /// the first; each later one is added to `duplicates`.
  public mutating func readNode(
    duplicates: inout [JSONDuplicateKey]
  ) throws(JSONError) -> JSONNode {
    let kind = try kind()
    let start = position
    let content: JSONNode.Content
    switch kind {
    case .null:
      try readWord("null")
      content = .null
    case .bool: content = .bool(try readBool())
    case .string: content = .string(try readString())
    case .number:
      switch try readNumber() {
      case .int(let value): content = .int(value)
      case .double(let value): content = .double(value)
      }
    case .array:
      var elements: [JSONNode] = []
      try beginArray()
      while try nextElement() { elements.append(try readNode(duplicates: &duplicates)) }
      content = .array(elements)
    case .object:
      var members: [JSONNode.Member] = []
      var names = SeenNames()
      try beginObject()
      while let key = try nextKey() {
        let name = key.string
        let member = JSONNode.Member(
          key: name, keyRange: key.range, value: try readNode(duplicates: &duplicates))
        if let earlier = names.note(name) {
          let first = members[earlier].keyRange
          duplicates.append(JSONDuplicateKey(key: name, range: key.range, earlier: first))
          members[earlier] = member
        } else {
          members.append(member)
        }
      }
      content = .object(members)
    }
    return JSONNode(content: content, range: start..<Swift.max(start, position))
  }
}

/// A name that stands more than once in an object.
public struct JSONDuplicateKey: Sendable, Equatable {
  public var key: String
  /// The later key with its quotation marks, in bytes from the start of the text.
  public var range: Range<Int>
  /// The key before it, whose value is not used.
  public var earlier: Range<Int>
}

/// The names of an object so far; a table only where there are many, so that no text can make the
/// search quadratic.
private struct SeenNames {
  private var names: [[UInt8]] = []
  private var table: [[UInt8]: Int] = [:]

  /// The index of the earlier member of that name; `nil` for a new one, which is noted.
  mutating func note(_ name: String) -> Int? {
    let name = Array(name.utf8)
    if names.count < 16 {
      if let index = names.firstIndex(of: name) { return index }
    } else {
      if table.isEmpty {
        for (index, name) in names.enumerated() { table[name] = index }
      }
      if let index = table[name] { return index }
      table[name] = names.count
    }
    names.append(name)
    return nil
  }
}
