public import JSON

/// Files that the client has made, renamed or deleted.
public protocol FileOperationNotification: ClientNotification {
  /// All names, old and new.
  var uris: [DocumentURI] { get }
}

/// `workspace/willRenameFiles`: asks for the edits that follow from new names.
public struct WillRenameFilesRequest: ClientRequest {
  public static let method = "workspace/willRenameFiles"
  public typealias Response = WorkspaceEdit?
  public var files: [FileRename]

  public init(json: JSONValue) throws(WireError) { files = try json.required("files") }
}

/// `workspace/didRenameFiles`
public struct DidRenameFilesNotification: FileOperationNotification {
  public static let method = "workspace/didRenameFiles"
  public var files: [FileRename]
  public var uris: [DocumentURI] { files.flatMap { [$0.oldURI, $0.newURI] } }

  public init(json: JSONValue) throws(WireError) { files = try json.required("files") }
}

/// `workspace/didCreateFiles`
public struct DidCreateFilesNotification: FileOperationNotification {
  public static let method = "workspace/didCreateFiles"
  public var uris: [DocumentURI]

  public init(json: JSONValue) throws(WireError) {
    uris = try FileName.list(json)
  }
}

/// `workspace/didDeleteFiles`
public struct DidDeleteFilesNotification: FileOperationNotification {
  public static let method = "workspace/didDeleteFiles"
  public var uris: [DocumentURI]

  public init(json: JSONValue) throws(WireError) {
    uris = try FileName.list(json)
  }
}
