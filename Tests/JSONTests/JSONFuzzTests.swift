import JSON
import TestSupport
import Testing

/// Random texts, whole and damaged: our reader must agree with Foundation's.
@Suite struct JSONFuzzTests {
  @Test func valuesSurviveWritingAndReading() throws {
    var random = SeededGenerator()
    for _ in 0..<2000 {
      let value = randomValue(&random, depth: 4)
      var writer = JSONWriter(indentation: Int.random(in: 0...2, using: &random))
      writer.value(value)
      #expect(try JSONParser().value(writer.bytes) == value, "seed \(random.seed)")
      #expect(try JSONParser().document(writer.bytes).root.value == value)
      let oracle = try #require(foundationValue(writer.bytes), "seed \(random.seed)")
      #expect(agree(oracle, value), "seed \(random.seed): \(writer.text)")
    }
  }

  @Test func damagedTextsEndInAValueOrAnError() throws {
    var random = SeededGenerator()
    var valid = 0
    var total = 0
    let deadline = ContinuousClock.now + .seconds(1)
    while ContinuousClock.now < deadline || total < 500 {
      var writer = JSONWriter()
      writer.value(randomValue(&random, depth: 3))
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) { damage(&bytes, &random) }
      total += 1
      let value = try? JSONParser().value(bytes)
      let node = try? JSONParser().document(bytes).root.value
      let skipped = canSkip(bytes)
      // Skipping checks the form alone; only a number may be refused for its size.
      #expect(value == node)
      #expect(value == nil || skipped)
      _ = try? JSONParser(options: .settings).document(bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      // Foundation refuses broken UTF-8 and lone surrogates, which we repair.
      guard Array(text.utf8) == bytes, !text.contains("\\u"), !bytes.contains(0) else { continue }
      let oracle = foundationValue(bytes)
      guard let value else {
        // Foundation lets a comma stand before a bracket.
        let lenient = try? JSONParser(comments: false, trailingCommas: true).value(bytes)
        #expect(oracle == nil || lenient != nil, "seed \(random.seed): \(text)")
        #expect(!skipped || isOutOfRange(bytes), "seed \(random.seed): \(text)")
        continue
      }
      valid += 1
      #expect(oracle.map { agree($0, value) } == true, "seed \(random.seed): \(text)")
    }
    #expect(valid > 0)
  }

  private func canSkip(_ bytes: [UInt8]) -> Bool {
    let end = try? JSONCursor.read(bytes) { cursor throws(JSONError) in
      try cursor.skipValue()
      try cursor.finish()
      return cursor.position
    }
    return end == bytes.count
  }

  private func isOutOfRange(_ bytes: [UInt8]) -> Bool {
    do throws(JSONError) {
      _ = try JSONParser().value(bytes)
      return false
    } catch {
      return error.reason == .numberOutOfRange
    }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard let index = bytes.indices.randomElement(using: &random) else { return }
    let pieces = Array("[]{}\",:\\0123456789eE+-.tfn u/*\n\u{e9}".utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = pieces.randomElement(using: &random) ?? 0
    case 2: bytes.insert(pieces.randomElement(using: &random) ?? 0, at: index)
    default: bytes.removeSubrange(index...)
    }
  }

  private func randomValue(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int.random(in: -1000...1000, using: &random))
    case 3: return .int(Int.random(in: -(1 << 53)...(1 << 53), using: &random))
    case 4: return .double(Double.random(in: -1e6...1e6, using: &random))
    case 5: return .string(randomString(&random))
    case 6, 7:
      let count = Int.random(in: 0...4, using: &random)
      return .array((0..<count).map { _ in randomValue(&random, depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        object[randomString(&random)] = randomValue(&random, depth: depth - 1)
      }
      return .object(object)
    }
  }

  private func randomString(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "resolves", "\"", "\\", "\n", "\u{1}", "é", "中", "😀", " ", "ж", "/", "\u{7f}",
    ]
    let count = Int.random(in: 0...12, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
