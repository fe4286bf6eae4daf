public import JSON

/// `textDocument/willSave`
public struct WillSaveNotification: ClientNotification {
  public static let method = "textDocument/willSave"
  public var uri: DocumentURI
  public var reason: TextDocumentSaveReason

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    reason = try json.optional("reason") ?? .manual
  }
}

public struct TextDocumentSaveReason: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let manual = TextDocumentSaveReason(rawValue: 1)
  public static let afterDelay = TextDocumentSaveReason(rawValue: 2)
  public static let focusOut = TextDocumentSaveReason(rawValue: 3)
}

/// `textDocument/didSave`
public struct DidSaveNotification: ClientNotification {
  public static let method = "textDocument/didSave"
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}
