public import JSON

/// `textDocument/completion`
public struct CompletionRequest: ClientRequest {
  public static let method = "textDocument/completion"
  public typealias Response = CompletionList
  public var uri: DocumentURI
  public var position: Position
  /// The character that was typed, where it is one that the server named.
  public var triggerCharacter: String?

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    position = try json.required("position")
    triggerCharacter = json.at("context", "triggerCharacter")?.string
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var document: TextDocumentIdentifier?
    var position: Position?
    var context: JSONValue?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "textDocument": document = try cursor.wire()
      case "position": position = try cursor.wire()
      case "context": context = try cursor.wire()
      default: try cursor.skip()
      }
    }
    uri = try document.orMissing("textDocument").uri
    self.position = try position.orMissing("position")
    triggerCharacter = context?["triggerCharacter"]?.string
  }
}

public struct CompletionList: Sendable, Equatable, WireWritable {
  /// Whether typing on should ask again.
  public var isIncomplete: Bool
  public var items: [CompletionItem]

  public init(isIncomplete: Bool = false, items: [CompletionItem]) {
    self.isIncomplete = isIncomplete
    self.items = items
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("isIncomplete", isIncomplete)
      $0.member("items", items)
    }
  }
}
