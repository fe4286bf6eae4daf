public import JSON

/// An entry of a list of completions.
public struct CompletionItem: Sendable, Equatable {
  public var label: String
  /// Shown right after the label, in a fainter colour.
  public var labelDetail: String?
  /// Shown at the end of the line.
  public var labelDescription: String?
  public var kind: CompletionItemKind?
  public var isDeprecated = false
  public var detail: String?
  public var documentation: MarkupContent?
  public var preselect = false
  public var sortText: String?
  public var filterText: String?
  public var isSnippet = false
  /// Whether the client may indent the lines after the first like the line of the caret.
  public var adjustsIndentation: Bool?
  public var edit: CompletionEdit?
  public var additionalEdits: [TextEdit] = []
  public var command: Command?
  public var data: JSONValue?

  public init(label: String, kind: CompletionItemKind? = nil, edit: CompletionEdit? = nil) {
    self.label = label
    self.kind = kind
    self.edit = edit
  }
}

extension CompletionItem: WireWritable {
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("label", label)
      if labelDetail != nil || labelDescription != nil {
        $0.key("labelDetails")
        $0.object { writer in
          writer.optional("detail", labelDetail)
          writer.optional("description", labelDescription)
        }
      }
      $0.optional("kind", kind)
      if isDeprecated { $0.member("tags", [1]) }
      $0.optional("detail", detail)
      $0.optional("documentation", documentation)
      $0.flag("preselect", preselect)
      $0.optional("sortText", sortText)
      $0.optional("filterText", filterText)
      if isSnippet { $0.member("insertTextFormat", 2) }
      $0.optional("insertTextMode", adjustsIndentation.map { $0 ? 2 : 1 })
      $0.optional("textEdit", edit)
      $0.list("additionalTextEdits", additionalEdits)
      $0.optional("command", command)
      $0.optional("data", data)
    }
  }
}

/// What accepting a completion writes.
public enum CompletionEdit: Sendable, Equatable, WireWritable {
  case replace(PositionRange, with: String)
  /// Two ways to accept, for clients with `insertReplaceSupport`: `insert` ends at the caret,
  /// `replace` takes the rest of the word too. Both start at one place.
  case insertOrReplace(insert: PositionRange, replace: PositionRange, with: String)

  public func write(to writer: inout JSONWriter) {
    writer.object {
      switch self {
      case .replace(let range, let text):
        $0.member("range", range)
        $0.member("newText", text)
      case .insertOrReplace(let insert, let replace, let text):
        $0.member("insert", insert)
        $0.member("replace", replace)
        $0.member("newText", text)
      }
    }
  }
}

public struct CompletionItemKind: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let text = CompletionItemKind(rawValue: 1)
  public static let method = CompletionItemKind(rawValue: 2)
  public static let function = CompletionItemKind(rawValue: 3)
  public static let field = CompletionItemKind(rawValue: 5)
  public static let variable = CompletionItemKind(rawValue: 6)
  public static let `class` = CompletionItemKind(rawValue: 7)
  public static let interface = CompletionItemKind(rawValue: 8)
  public static let module = CompletionItemKind(rawValue: 9)
  public static let property = CompletionItemKind(rawValue: 10)
  public static let value = CompletionItemKind(rawValue: 12)
  public static let `enum` = CompletionItemKind(rawValue: 13)
  public static let keyword = CompletionItemKind(rawValue: 14)
  public static let snippet = CompletionItemKind(rawValue: 15)
  public static let file = CompletionItemKind(rawValue: 17)
  public static let reference = CompletionItemKind(rawValue: 18)
  public static let enumMember = CompletionItemKind(rawValue: 20)
  public static let constant = CompletionItemKind(rawValue: 21)
  public static let `struct` = CompletionItemKind(rawValue: 22)
  public static let event = CompletionItemKind(rawValue: 23)
}
