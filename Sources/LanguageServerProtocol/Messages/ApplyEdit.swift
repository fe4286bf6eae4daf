public import JSON

/// `workspace/applyEdit`: asks the client to change texts. Only for clients with `applyEdit`.
public struct ApplyEditRequest: ServerRequest {
  public static let method = "workspace/applyEdit"
  public typealias Response = ApplyEditResult
  /// What the undo entry is called.
  public var label: String?
  public var edit: WorkspaceEdit

  public init(label: String? = nil, edit: WorkspaceEdit) {
    self.label = label
    self.edit = edit
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.optional("label", label)
      $0.member("edit", edit)
    }
  }
}

public struct ApplyEditResult: Sendable, Equatable, WireReadable {
  public var applied: Bool
  public var failureReason: String?

  public init(json: JSONValue) throws(WireError) {
    applied = try json.required("applied")
    failureReason = try json.optional("failureReason")
  }
}
