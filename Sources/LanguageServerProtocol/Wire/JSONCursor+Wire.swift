import JSON

extension JSONCursor {
  /// Reads an object member by member; each call must read or skip one value.
  mutating func members(
    _ body: (JSONKey, inout JSONCursor) throws(WireError) -> Void
  ) throws(WireError) {
    do throws(JSONError) { try beginObject() } catch { throw WireError(error) }
    while true {
      let key: JSONKey?
      do throws(JSONError) { key = try nextKey() } catch { throw WireError(error) }
      guard let key else { return }
      do throws(WireError) { try body(key, &self) } catch { throw error.inside(key.string) }
    }
  }

  /// Reads a list element by element.
  mutating func elements<Element: WireReadable>(
    of type: Element.Type = Element.self
  ) throws(WireError) -> [Element] {
    var result: [Element] = []
    do throws(JSONError) { try beginArray() } catch { throw WireError(error) }
    while true {
      let hasNext: Bool
      do throws(JSONError) { hasNext = try nextElement() } catch { throw WireError(error) }
      guard hasNext else { return result }
      do throws(WireError) { result.append(try Element(reading: &self)) } catch {
        throw error.inside(String(result.count))
      }
    }
  }

  mutating func wire<Value: WireReadable>() throws(WireError) -> Value {
    try Value(reading: &self)
  }

  /// A value that may be `null`.
  mutating func optionalWire<Value: WireReadable>() throws(WireError) -> Value? {
    let isNull: Bool
    do throws(JSONError) { isNull = try readNull() } catch { throw WireError(error) }
    return isNull ? nil : try Value(reading: &self)
  }

  /// A string as UTF-8 bytes.
  mutating func text() throws(WireError) -> [UInt8] {
    do throws(JSONError) { return try readBytes() } catch { throw WireError(error) }
  }

  mutating func skip() throws(WireError) {
    do throws(JSONError) { try skipValue() } catch { throw WireError(error) }
  }
}

extension Optional {
  /// The value of a member that must be there.
  func orMissing(_ key: String) throws(WireError) -> Wrapped {
    guard let self else { throw WireError(path: [key], expected: "a value") }
    return self
  }
}
