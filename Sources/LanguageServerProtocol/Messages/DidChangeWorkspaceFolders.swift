public import JSON

/// `workspace/didChangeWorkspaceFolders`: the user opened or closed folders.
public struct DidChangeWorkspaceFoldersNotification: ClientNotification {
  public static let method = "workspace/didChangeWorkspaceFolders"
  public var added: [WorkspaceFolder]
  public var removed: [WorkspaceFolder]

  public init(json: JSONValue) throws(WireError) {
    let event: JSONValue = try json.required("event")
    added = try event.list("added")
    removed = try event.list("removed")
  }
}
