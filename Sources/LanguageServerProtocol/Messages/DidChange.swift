public import JSON

/// `textDocument/didChange`: edits, each to the text that the one before left.
public struct DidChangeNotification: ClientNotification {
  public static let method = "textDocument/didChange"
  public var uri: DocumentURI
  /// The version after all the changes.
  public var version: Int
  public var changes: [ContentChange]

  public init(json: JSONValue) throws(WireError) {
    let document: VersionedTextDocumentIdentifier = try json.required("textDocument")
    uri = document.uri
    version = document.version
    changes = try json.required("contentChanges")
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var document: VersionedTextDocumentIdentifier?
    var changes: [ContentChange]?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "textDocument": document = try cursor.wire()
      case "contentChanges": changes = try cursor.elements()
      default: try cursor.skip()
      }
    }
    let known = try document.orMissing("textDocument")
    uri = known.uri
    version = known.version
    self.changes = try changes.orMissing("contentChanges")
  }
}

/// One edit, or a whole new text.
public struct ContentChange: Sendable, Equatable, WireReadable {
  /// What is replaced; `nil` for the whole text.
  public var range: PositionRange?
  /// Well-formed UTF-8.
  public var text: [UInt8]

  public init(json: JSONValue) throws(WireError) {
    range = try json.optional("range")
    let string: String = try json.required("text")
    text = Array(string.utf8)
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var range: PositionRange?
    var text: [UInt8]?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "range": range = try cursor.optionalWire()
      case "text": text = try cursor.text()
      default: try cursor.skip()
      }
    }
    self.range = range
    self.text = try text.orMissing("text")
  }
}
