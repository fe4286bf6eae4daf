public import JSON

/// `textDocument/didClose`: the file's text counts again.
public struct DidCloseNotification: ClientNotification {
  public static let method = "textDocument/didClose"
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}
