internal import JSON
internal import Rules

/// What a key takes. Reading, messages and the published schema follow from it.
public indirect enum ValueShape: Sendable {
  case flag
  case wholeNumber(ClosedRange<Int>)
  /// One of a closed list.
  case choice([String])
  /// The name of something that the program has.
  case name(KnownNames.Kind)
  /// `2018` or `2018-11-16`.
  case date
  /// A file, relative to the configuration.
  case path
  /// A page of the web.
  case address
  /// A pattern for paths below the folder of the configuration.
  case pattern
  /// Anything, for other programs.
  case other
  case list(ValueShape)
  /// One, or an array of them.
  case oneOrMore(ValueShape)
  /// Members of any number, named by the first shape.
  case map(ValueShape, ValueShape)
  case group([ConfigurationKey], required: [String])

  /// What holds of most keys with this shape where nothing is said.
  var standard: JSONValue {
    switch self {
    case .flag: .bool(false)
    case .wholeNumber(let range): .int(range.lowerBound)
    case .choice(let known): known.first.map { .string($0) } ?? .null
    case .name: "auto"
    case .list, .oneOrMore: .array([])
    case .map, .group: .object([:])
    case .date, .path, .address, .pattern, .other: .null
    }
  }

  /// As a message calls it.
  var description: String {
    switch self {
    case .flag: "true or false"
    case .wholeNumber(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let known): known.map { "\"\($0)\"" }.joined(separator: " or ")
    case .name(let kind): "the name of a \(kind.noun)"
    case .date: "a date such as \"2018\" or \"2018-11-16\""
    case .path: "a file name"
    case .address: "an address such as \"https://example.org/rules/\""
    case .pattern: "a pattern for paths"
    case .other: "anything"
    case .list: "an array"
    case .oneOrMore(let shape): "\(shape.description) or an array of them"
    case .map, .group: "an object"
    }
  }
}

/// Takes out of a tree what its shape does not allow, and says what that was.
struct ShapeReader {
  let names: KnownNames
  let source: SettingsSource
  var problems: [ConfigurationProblem] = []

  init(names: KnownNames, source: SettingsSource) {
    self.names = names
    self.source = source
  }

  mutating func report(_ message: String, at range: Range<Int>) {
    problems.append(source.problem(message, at: range))
  }

  /// What is left of a value; `nil` where nothing is.
  /// - Parameter key: the whole name of the key, for messages.
  mutating func read(_ node: JSONNode, as shape: ValueShape, key: String) -> JSONNode? {
    switch shape {
    case .other: return node
    case .flag: if node.bool != nil { return node }
    case .wholeNumber(let range):
      if let number = node.int, range.contains(number) { return node }
    case .date:
      if let text = node.string ?? node.int.map({ String($0) }) {
        if AsOfDate(text) != nil { return node }
        report("'\(key)': '\(text)' is no date; write \"2018\" or \"2018-11-16\"", at: node.range)
        return nil
      }
    case .choice(let known):
      if let text = node.string { return one(of: known, text, node, "value of '\(key)'") }
    case .name(let kind):
      if let text = node.string { return one(of: names.all(kind), text, node, kind.noun) }
    case .path: if node.string?.isEmpty == false { return node }
    case .address:
      if let text = node.string {
        if ["https://", "http://", "file://"].contains(where: text.hasPrefix) { return node }
        report("'\(key)': '\(text)' is no address; write \"https://...\"", at: node.range)
        return nil
      }
    case .pattern:
      if let text = node.string {
        if PathPattern(text.utf8) != nil { return node }
        report("'\(key)': the pattern '\(text)' fits nothing", at: node.range)
        return nil
      }
    case .list(let element):
      if let elements = node.elements {
        let left = elements.compactMap { read($0, as: element, key: key) }
        return JSONNode(content: .array(left), range: node.range)
      }
    case .oneOrMore(let element):
      return read(node, as: node.elements == nil ? element : .list(element), key: key)
    case .map(let name, let value):
      if let members = node.members { return map(members, name, value, node, key) }
    case .group(let keys, let required):
      if let members = node.members { return group(members, keys, required, node, key) }
    }
    report("'\(key)' takes \(shape.description), not \(node.kind.name)", at: node.range)
    return nil
  }

  private mutating func one(of known: [String], _ text: String, _ node: JSONNode, _ noun: String)
    -> JSONNode?
  {
    if known.contains(text) { return node }
    report(Nearest.complaint(noun, text, among: known), at: node.range)
    return nil
  }

  private mutating func map(
    _ members: [JSONNode.Member], _ name: ValueShape, _ value: ValueShape, _ node: JSONNode,
    _ key: String
  ) -> JSONNode {
    var left: [JSONNode.Member] = []
    for var member in members {
      let label = JSONNode(content: .string(member.key), range: member.keyRange)
      guard read(label, as: name, key: key) != nil,
        let read = read(member.value, as: value, key: "\(key).\(member.key)")
      else { continue }
      member.value = read
      left.append(member)
    }
    return JSONNode(content: .object(left), range: node.range)
  }

  /// - Parameter key: empty for the whole configuration.
  private mutating func group(
    _ members: [JSONNode.Member], _ keys: [ConfigurationKey], _ required: [String],
    _ node: JSONNode, _ key: String
  ) -> JSONNode? {
    var left: [JSONNode.Member] = []
    for var member in members {
      guard let known = keys.first(where: { $0.name == member.key }) else {
        let prefix = key.isEmpty ? "" : key + "."
        report(
          Nearest.complaint("key", member.key, among: keys.map(\.name), prefix: prefix),
          at: member.keyRange)
        continue
      }
      let whole = key.isEmpty ? known.name : "\(key).\(known.name)"
      guard let read = read(member.value, as: known.shape, key: whole) else { continue }
      member.value = read
      left.append(member)
    }
    for name in required where !left.contains(where: { $0.key == name }) {
      // Said already where it is there and wrong.
      if !members.contains(where: { $0.key == name }) {
        report("the key '\(name)' is missing in '\(key)'", at: node.range)
      }
      return nil
    }
    return JSONNode(content: .object(left), range: node.range)
  }
}
