public import JSON

/// `workspace/didChangeWatchedFiles`: files changed on disk.
public struct DidChangeWatchedFilesNotification: ClientNotification {
  public static let method = "workspace/didChangeWatchedFiles"
  public var changes: [FileEvent]

  public init(json: JSONValue) throws(WireError) { changes = try json.required("changes") }
}

public struct FileEvent: Sendable, Equatable, WireReadable {
  public var uri: DocumentURI
  public var type: FileChangeType

  public init(json: JSONValue) throws(WireError) {
    uri = try json.required("uri")
    type = try json.required("type")
  }
}

public struct FileChangeType: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let created = FileChangeType(rawValue: 1)
  public static let changed = FileChangeType(rawValue: 2)
  public static let deleted = FileChangeType(rawValue: 3)
}
