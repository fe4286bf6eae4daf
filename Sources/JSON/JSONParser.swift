/// Reads whole JSON texts into trees.
public struct JSONParser: Sendable {
  public var options: JSONOptions

  public init(options: JSONOptions = .strict) { self.options = options }

  public init(comments: Bool, trailingCommas: Bool) {
    options = JSONOptions(comments: comments, trailingCommas: trailingCommas)
  }

  /// The one value of the text, without places.
  public func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try JSONCursor.read(bytes, options: options) { cursor throws(JSONError) in
      let value = try cursor.readValue()
      try cursor.finish()
      return value
    }
  }

  public func value(_ text: String) throws(JSONError) -> JSONValue {
    try value(Array(text.utf8))
  }

  /// The one value of the text, with the place of everything in it.
  public func document(_ bytes: [UInt8]) throws(JSONError) -> JSONDocument {
    try JSONCursor.read(bytes, options: options) { cursor throws(JSONError) in
      var duplicates: [JSONDuplicateKey] = []
      let root = try cursor.readNode(duplicates: &duplicates)
      try cursor.finish()
      return JSONDocument(root: root, duplicateKeys: duplicates)
    }
  }

  public func document(_ text: String) throws(JSONError) -> JSONDocument {
    try document(Array(text.utf8))
  }
}

/// A JSON text that was read with its places.
public struct JSONDocument: Sendable, Equatable {
  public var root: JSONNode
  /// Members whose name stands earlier in the same object, in the order of the text.
  public var duplicateKeys: [JSONDuplicateKey]
}
