public import JSON

/// `textDocument/didOpen`: from now on the client's text counts, not the file's.
public struct DidOpenNotification: ClientNotification {
  public static let method = "textDocument/didOpen"
  public var document: TextDocumentItem

  public init(json: JSONValue) throws(WireError) { document = try json.required("textDocument") }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var document: TextDocumentItem?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "textDocument": document = try cursor.wire()
      default: try cursor.skip()
      }
    }
    self.document = try document.orMissing("textDocument")
  }
}
