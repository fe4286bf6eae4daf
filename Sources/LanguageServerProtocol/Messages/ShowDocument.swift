public import JSON

/// `window/showDocument`: asks the client to show a place. Only for clients with `showDocument`.
public struct ShowDocumentRequest: ServerRequest {
  public static let method = "window/showDocument"
  public typealias Response = ShowDocumentResult
  public var uri: DocumentURI
  public var selection: PositionRange

  public init(uri: DocumentURI, selection: PositionRange) {
    self.uri = uri
    self.selection = selection
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.member("takeFocus", true)
      $0.member("selection", selection)
    }
  }
}

public struct ShowDocumentResult: Sendable, Equatable, WireReadable {
  public var success: Bool

  public init(json: JSONValue) throws(WireError) { success = try json.required("success") }
}
