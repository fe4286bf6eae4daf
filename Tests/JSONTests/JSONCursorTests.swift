import JSON
import Testing

@Suite struct JSONCursorTests {
  @Test func readsAMessageInOnePass() throws {
    let text = #"{"skip": [1, {"a": "\n"}], "uri": "f", "n": 3.9, "t": "a\u00e9", "ok": true}"#
    let read = try JSONCursor.read(Array(text.utf8)) { cursor throws(JSONError) in
      var result: [String] = []
      try cursor.beginObject()
      while let key = try cursor.nextKey() {
        switch key {
        case "uri": result.append(try cursor.readString())
        case "n": result.append(String(try cursor.readClampedInt()))
        case "t": result.append(String(decoding: try cursor.readBytes(), as: UTF8.self))
        case "ok": result.append(String(try cursor.readBool()))
        default: result.append("\(key.string) \(try cursor.skipValue())")
        }
      }
      try cursor.finish()
      return result
    }
    #expect(read == ["skip 9..<25", "f", "3", "aé", "true"])
  }

  @Test func keysMatchByTheirMeaning() throws {
    let text = #"{"method": 1, "\u006dethod": 2, "metho": 3, "methods": 4, "": 5}"#
    let matches = try JSONCursor.read(Array(text.utf8)) { cursor throws(JSONError) in
      var matches: [Bool] = []
      try cursor.beginObject()
      while let key = try cursor.nextKey() {
        matches.append(key == "method")
        try cursor.skipValue()
      }
      return matches
    }
    #expect(matches == [true, true, false, false, false])
  }

  @Test func wrongKindsAreErrorsWithTheirPlace() throws {
    let bytes = Array(#"[1, "a"]"#.utf8)
    let error = #expect(throws: JSONError.self) {
      try JSONCursor.read(bytes) { cursor throws(JSONError) in
        try cursor.beginArray()
        _ = try cursor.nextElement()
        _ = try cursor.readString()
      }
    }
    #expect(error?.description == "line 1, column 2: expected a string, found '1'")
  }

  @Test func nullIsReadOnlyWhereItStands() throws {
    let read = try JSONCursor.read(Array("[null, 1]".utf8)) { cursor throws(JSONError) in
      try cursor.beginArray()
      var result: [Bool] = []
      while try cursor.nextElement() {
        result.append(try cursor.readNull())
        if result.last == false { try cursor.skipValue() }
      }
      return result
    }
    #expect(read == [true, false])
  }

  @Test func emptyInputIsAnError() {
    #expect(throws: JSONError.self) {
      try JSONCursor.read([]) { cursor throws(JSONError) in try cursor.skipValue() }
    }
  }
}
