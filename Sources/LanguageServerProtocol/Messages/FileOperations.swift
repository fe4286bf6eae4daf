public import JSON

/// `workspace/willRenameFiles`: asks for the edits that follow from new names.
public struct WillRenameFilesRequest: ClientRequest {
  public static let method = "workspace/willRenameFiles"
  public typealias Response = WorkspaceEdit?
  public var files: [FileRename]

  public init(json: JSONValue) throws(WireError) { files = try json.required("files") }
}

/// `workspace/didRenameFiles`
public struct DidRenameFilesNotification: ClientNotification {
  public static let method = "workspace/didRenameFiles"
  public var files: [FileRename]

  public init(json: JSONValue) throws(WireError) { files = try json.required("files") }
}

/// `workspace/didCreateFiles`
public struct DidCreateFilesNotification: ClientNotification {
  public static let method = "workspace/didCreateFiles"
  public var files: [DocumentURI]

  public init(json: JSONValue) throws(WireError) {
    let names: [FileName] = try json.required("files")
    files = names.map(\.uri)
  }
}

/// `workspace/didDeleteFiles`
public struct DidDeleteFilesNotification: ClientNotification {
  public static let method = "workspace/didDeleteFiles"
  public var files: [DocumentURI]

  public init(json: JSONValue) throws(WireError) {
    let names: [FileName] = try json.required("files")
    files = names.map(\.uri)
  }
}
