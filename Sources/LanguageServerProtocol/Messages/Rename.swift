public import JSON

/// `textDocument/prepareRename`: whether what is under the caret has a name that can be changed.
public struct PrepareRenameRequest: ClientRequest {
  public static let method = "textDocument/prepareRename"
  public typealias Response = PrepareRenameResult?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }
}

public struct PrepareRenameResult: Sendable, Equatable, WireWritable {
  public var range: PositionRange
  /// What stands in the field at first.
  public var placeholder: String

  public init(range: PositionRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.member("placeholder", placeholder)
    }
  }
}

/// `textDocument/rename`
public struct RenameRequest: ClientRequest {
  public static let method = "textDocument/rename"
  public typealias Response = WorkspaceEdit?
  public var place: TextDocumentPosition
  public var newName: String

  public init(json: JSONValue) throws(WireError) {
    place = try TextDocumentPosition(json: json)
    newName = try json.required("newName")
  }
}
