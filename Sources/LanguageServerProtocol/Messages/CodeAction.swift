public import JSON

/// `textDocument/codeAction`
public struct CodeActionRequest: ClientRequest {
  public static let method = "textDocument/codeAction"
  public typealias Response = [CodeAction]?
  public var uri: DocumentURI
  public var range: PositionRange
  /// What the client shows in the range, findings of other servers among them.
  public var diagnostics: [Diagnostic]
  /// The kinds wanted; `nil` for all.
  public var only: [CodeActionKind]?
  /// Whether the client asks by itself, not because the user did.
  public var isAutomatic: Bool

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    range = try json.required("range")
    let context: JSONValue = try json.optional("context") ?? [:]
    diagnostics = (context["diagnostics"]?.array ?? []).compactMap { try? Diagnostic(json: $0) }
    only = try context.optional("only")
    isAutomatic = context["triggerKind"]?.int == 2
  }
}

public struct CodeAction: Sendable, Equatable {
  public var title: String
  public var kind: CodeActionKind?
  /// The findings that it cures.
  public var diagnostics: [Diagnostic]
  public var isPreferred: Bool
  /// Why it cannot be done here; only for clients with `disabledSupport`.
  public var disabledReason: String?
  /// `nil` where it is filled in by `codeAction/resolve`.
  public var edit: WorkspaceEdit?
  public var command: Command?
  public var data: JSONValue?

  public init(
    title: String, kind: CodeActionKind? = nil, diagnostics: [Diagnostic] = [],
    isPreferred: Bool = false, disabledReason: String? = nil, edit: WorkspaceEdit? = nil,
    command: Command? = nil, data: JSONValue? = nil
  ) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.disabledReason = disabledReason
    self.edit = edit
    self.command = command
    self.data = data
  }
}

extension CodeAction: WireWritable {
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.optional("kind", kind)
      $0.list("diagnostics", diagnostics)
      $0.flag("isPreferred", isPreferred)
      if let disabledReason {
        $0.key("disabled")
        $0.object { $0.member("reason", disabledReason) }
      }
      $0.optional("edit", edit)
      $0.optional("command", command)
      $0.optional("data", data)
    }
  }
}

/// `codeAction/resolve`
public struct CodeActionResolveRequest: ResolveRequest {
  public static let method = "codeAction/resolve"
  public var entry: Resolved

  public init(entry: Resolved) { self.entry = entry }
}
