import JSON
import LanguageServerProtocol
import Testing

private let isMissing: Comment = "RESOLUTE_METAMODEL does not name metaModel.json"

/// Our types held against the protocol's own description.
@Suite(.enabled(if: MetaModel.shared != nil, isMissing)) struct MetaModelTests {
  private func model() throws -> MetaModel { try #require(MetaModel.shared) }

  private func parameters(_ method: String) throws -> JSONValue {
    let message = try #require(try model().message(method), "no message \(method)")
    let direction = message["messageDirection"]?.string
    #expect(direction == "clientToServer" || direction == "both", "\(method)")
    return message["params"] ?? ["kind": "literal", "value": ["properties": []]]
  }

  private func check(_ type: any WireReadable.Type, _ method: String) throws {
    let params = try parameters(method)
    for choice in 0..<3 {
      for full in [true, false] {
        let example = try model().example(params, full: full, choice: choice)
        #expect(throws: Never.self, "\(method) \(example)") { try type.init(json: example) }
        #expect(throws: Never.self, "\(method) \(example)") {
          var writer = JSONWriter()
          writer.value(example)
          _ = try readText(type, writer.bytes)
        }
        // A member less or of another type may be refused; it must not end the process.
        for member in example.object?.members ?? [] {
          for other: JSONValue? in [nil, 3, "x", [], [:], .null, [["a": -1]]] {
            var damaged = example.object ?? [:]
            damaged[member.key] = other
            _ = try? type.init(json: .object(damaged))
          }
        }
      }
    }
  }

  private func readText(_ type: any WireReadable.Type, _ bytes: [UInt8]) throws -> any WireReadable
  {
    func open<Value: WireReadable>(_ type: Value.Type) throws -> any WireReadable {
      try JSONCursor.read(bytes) { cursor throws(WireError) in try Value(reading: &cursor) }
    }
    return try open(type)
  }

  @Test func everyRequestReadsWhatTheProtocolAllows() throws {
    for type in KnownMessages.requests { try check(type, type.method) }
  }

  @Test func everyNotificationReadsWhatTheProtocolAllows() throws {
    for type in KnownMessages.notifications { try check(type, type.method) }
  }

  @Test func everyCapabilityIsFoundInItsPlace() throws {
    let model = try model()
    let type = MetaModel.reference("ClientCapabilities")
    // Where a capability is `true` or an object with more, the object is the last choice.
    let most = ClientCapabilities(json: model.example(type, full: true, choice: 1))
    for child in Mirror(reflecting: most).children {
      let name = child.label ?? ""
      if let flag = child.value as? Bool { #expect(flag, "\(name)") }
      if let list = child.value as? [Any] { #expect(!list.isEmpty, "\(name)") }
    }
    #expect(most.foldingRangeLimit == 1)
    #expect(most.codeActionKinds?.isEmpty == false)
    let none = ClientCapabilities(json: model.example(type, full: false))
    #expect(none == ClientCapabilities())
  }

  @Test(arguments: WireSamples.values)
  func whatWeWriteIsOfTheType(sample: WireSample) throws {
    let type = MetaModel.reference(sample.type)
    let value = sample.value.jsonValue
    #expect(try model().problems(value, type) == [], "\(sample.type): \(value)")
  }

  @Test(arguments: WireSamples.results)
  func resultsAreOfTheRequestsType(sample: WireSample) throws {
    let message = try #require(try model().message(sample.type), "\(sample.type)")
    let type = try #require(message["result"])
    let value = sample.value.jsonValue
    #expect(try model().problems(value, type) == [], "\(sample.type): \(value)")
  }

  @Test(arguments: WireSamples.parameters)
  func parametersAreOfTheMessagesType(sample: WireSample) throws {
    let message = try #require(try model().message(sample.type), "\(sample.type)")
    let direction = message["messageDirection"]?.string
    #expect(direction == "serverToClient" || direction == "both")
    guard let type = message["params"] else {
      #expect(sample.value is any WithoutParams)
      return
    }
    let value = sample.value.jsonValue
    #expect(try model().problems(value, type) == [], "\(sample.type): \(value)")
  }

  @Test func theCheckItselfFindsFaults() throws {
    let model = try model()
    let type = MetaModel.reference("Location")
    #expect(model.problems(["uri": "u"], type) == [".range: missing"])
    let range: JSONValue = ["start": ["line": 0, "character": -1], "end": ["line": 0]]
    #expect(
      model.problems(["uri": 3, "range": range, "x": 1], type) == [
        ".uri: no DocumentUri", ".range.start.character: no uinteger",
        ".range.end.character: missing", ".x: unknown",
      ])
  }
}
