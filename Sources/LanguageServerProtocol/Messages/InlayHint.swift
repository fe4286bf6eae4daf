public import JSON

/// `textDocument/inlayHint`
public struct InlayHintRequest: ClientRequest {
  public static let method = "textDocument/inlayHint"
  public typealias Response = [InlayHint]?
  public var uri: DocumentURI
  public var range: PositionRange

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    range = try json.required("range")
  }
}

/// A word that the client shows inside the text.
public struct InlayHint: Sendable, Equatable, WireWritable {
  public var position: Position
  public var label: Label
  public var tooltip: MarkupContent?
  public var paddingLeft: Bool
  public var paddingRight: Bool
  public var data: JSONValue?

  public init(
    position: Position, label: Label, tooltip: MarkupContent? = nil, paddingLeft: Bool = false,
    paddingRight: Bool = false, data: JSONValue? = nil
  ) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
    self.paddingLeft = paddingLeft
    self.paddingRight = paddingRight
    self.data = data
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("position", position)
      $0.member("label", label)
      $0.optional("tooltip", tooltip)
      $0.flag("paddingLeft", paddingLeft)
      $0.flag("paddingRight", paddingRight)
      $0.optional("data", data)
    }
  }
}

extension InlayHint {
  /// Plain words, or words that lead to a place when they are clicked.
  public enum Label: Sendable, Equatable, WireWritable, ExpressibleByStringLiteral {
    case text(String)
    case link(String, Location)

    public init(stringLiteral text: String) { self = .text(text) }

    public func write(to writer: inout JSONWriter) {
      switch self {
      case .text(let text): writer.string(text)
      case .link(let text, let location):
        writer.beginArray()
        writer.object {
          $0.member("value", text)
          $0.member("location", location)
        }
        writer.endArray()
      }
    }
  }
}

/// `inlayHint/resolve`
public struct InlayHintResolveRequest: ResolveRequest {
  public static let method = "inlayHint/resolve"
  public var entry: Resolved

  public init(entry: Resolved) { self.entry = entry }
}

/// `workspace/inlayHint/refresh`; only for clients with `refreshSupport`.
public struct InlayHintRefreshRequest: ServerRequest, WithoutParams {
  public static let method = "workspace/inlayHint/refresh"
  public typealias Response = Nothing
  public init() {}
  public func write(to writer: inout JSONWriter) { writer.null() }
}
