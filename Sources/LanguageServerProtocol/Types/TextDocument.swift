public import JSON

/// A text that the client has opened, as it sends it.
public struct TextDocumentItem: Sendable, Equatable, WireReadable {
  public var uri: DocumentURI
  public var languageID: String
  public var version: Int
  /// Well-formed UTF-8, line ends as they came.
  public var text: [UInt8]

  public init(json: JSONValue) throws(WireError) {
    uri = try json.required("uri")
    languageID = try json.optional("languageId") ?? ""
    version = try json.optional("version") ?? 0
    let string: String = try json.required("text")
    text = Array(string.utf8)
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var uri: DocumentURI?
    var languageID: String?
    var version: Int?
    var text: [UInt8]?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "uri": uri = try cursor.wire()
      case "languageId": languageID = try cursor.optionalWire()
      case "version": version = try cursor.optionalWire()
      case "text": text = try cursor.text()
      default: try cursor.skip()
      }
    }
    self.uri = try uri.orMissing("uri")
    self.languageID = languageID ?? ""
    self.version = version ?? 0
    self.text = try text.orMissing("text")
  }
}

/// A text by its name.
struct TextDocumentIdentifier: WireReadable {
  var uri: DocumentURI

  init(json: JSONValue) throws(WireError) { uri = try json.required("uri") }

  init(reading cursor: inout JSONCursor) throws(WireError) {
    var uri: DocumentURI?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "uri": uri = try cursor.wire()
      default: try cursor.skip()
      }
    }
    self.uri = try uri.orMissing("uri")
  }
}

/// A text and its version; a missing version is 0.
struct VersionedTextDocumentIdentifier: WireReadable {
  var uri: DocumentURI
  var version: Int

  init(json: JSONValue) throws(WireError) {
    uri = try json.required("uri")
    version = try json.optional("version") ?? 0
  }

  init(reading cursor: inout JSONCursor) throws(WireError) {
    var uri: DocumentURI?
    var version: Int?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "uri": uri = try cursor.wire()
      case "version": version = try cursor.optionalWire()
      default: try cursor.skip()
      }
    }
    self.uri = try uri.orMissing("uri")
    self.version = version ?? 0
  }
}

extension JSONValue {
  /// The name in the member `textDocument`.
  func textDocumentURI() throws(WireError) -> DocumentURI {
    let document: TextDocumentIdentifier = try required("textDocument")
    return document.uri
  }
}

/// A place in a text, the parameters of many requests.
public struct TextDocumentPosition: Sendable, Hashable, WireReadable {
  public var uri: DocumentURI
  public var position: Position

  public init(uri: DocumentURI, position: Position) {
    self.uri = uri
    self.position = position
  }

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    position = try json.required("position")
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var document: TextDocumentIdentifier?
    var position: Position?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "textDocument": document = try cursor.wire()
      case "position": position = try cursor.wire()
      default: try cursor.skip()
      }
    }
    uri = try document.orMissing("textDocument").uri
    self.position = try position.orMissing("position")
  }
}
