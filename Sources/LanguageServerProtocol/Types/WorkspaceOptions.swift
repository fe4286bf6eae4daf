public import JSON

/// What the server does with folders and with files that the client moves.
public struct WorkspaceOptions: Sendable, Equatable, WireWritable {
  public var folders: Bool
  public var willRename: [FileOperationFilter]
  public var didRename: [FileOperationFilter]
  public var didCreate: [FileOperationFilter]
  public var didDelete: [FileOperationFilter]

  public init(
    folders: Bool, willRename: [FileOperationFilter] = [], didRename: [FileOperationFilter] = [],
    didCreate: [FileOperationFilter] = [], didDelete: [FileOperationFilter] = []
  ) {
    self.folders = folders
    self.willRename = willRename
    self.didRename = didRename
    self.didCreate = didCreate
    self.didDelete = didDelete
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      if folders {
        $0.key("workspaceFolders")
        $0.object { writer in
          writer.member("supported", true)
          writer.member("changeNotifications", true)
        }
      }
      let operations: [(StaticString, [FileOperationFilter])] = [
        ("willRename", willRename), ("didRename", didRename), ("didCreate", didCreate),
        ("didDelete", didDelete),
      ].filter { !$0.1.isEmpty }
      guard !operations.isEmpty else { return }
      $0.key("fileOperations")
      $0.object { writer in
        for (name, filters) in operations {
          writer.key(name)
          writer.object { $0.member("filters", filters) }
        }
      }
    }
  }
}
