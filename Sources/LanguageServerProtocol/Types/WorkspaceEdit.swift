public import JSON

/// Changes to one or many texts.
public struct WorkspaceEdit: Sendable, Equatable {
  /// For clients without `documentChanges`: edits by name, in the order of first mention.
  public var changes: [(uri: DocumentURI, edits: [TextEdit])]
  public var documentChanges: [DocumentChange]?
  public var changeAnnotations: [(id: String, annotation: ChangeAnnotation)]

  public init(
    changes: [(uri: DocumentURI, edits: [TextEdit])] = [],
    documentChanges: [DocumentChange]? = nil,
    changeAnnotations: [(id: String, annotation: ChangeAnnotation)] = []
  ) {
    self.changes = changes
    self.documentChanges = documentChanges
    self.changeAnnotations = changeAnnotations
  }

  public static func == (left: WorkspaceEdit, right: WorkspaceEdit) -> Bool {
    left.changes.elementsEqual(right.changes, by: ==)
      && left.documentChanges == right.documentChanges
      && left.changeAnnotations.elementsEqual(right.changeAnnotations, by: ==)
  }
}

extension WorkspaceEdit: WireWritable {
  public func write(to writer: inout JSONWriter) {
    writer.object {
      if let documentChanges {
        $0.member("documentChanges", documentChanges)
      } else {
        $0.key("changes")
        $0.object { writer in
          for change in changes {
            writer.key(change.uri.rawValue)
            change.edits.write(to: &writer)
          }
        }
      }
      guard !changeAnnotations.isEmpty else { return }
      $0.key("changeAnnotations")
      $0.object { writer in
        for entry in changeAnnotations {
          writer.key(entry.id)
          entry.annotation.write(to: &writer)
        }
      }
    }
  }
}

/// One step of a workspace edit.
public enum DocumentChange: Sendable, Equatable, WireWritable {
  case edit(TextDocumentEdit)
  case create(DocumentURI, annotationID: String? = nil)
  case rename(from: DocumentURI, to: DocumentURI, annotationID: String? = nil)
  case delete(DocumentURI, annotationID: String? = nil)

  public func write(to writer: inout JSONWriter) {
    if case .edit(let edit) = self { return edit.write(to: &writer) }
    writer.object {
      switch self {
      case .edit: break
      case .create(let uri, let annotation):
        $0.member("kind", "create")
        $0.member("uri", uri)
        $0.optional("annotationId", annotation)
      case .rename(let old, let new, let annotation):
        $0.member("kind", "rename")
        $0.member("oldUri", old)
        $0.member("newUri", new)
        $0.optional("annotationId", annotation)
      case .delete(let uri, let annotation):
        $0.member("kind", "delete")
        $0.member("uri", uri)
        $0.optional("annotationId", annotation)
      }
    }
  }
}

/// The edits of one text, for one version of it.
public struct TextDocumentEdit: Sendable, Equatable, WireWritable {
  public var uri: DocumentURI
  /// The version the edits were made for; `nil` for a text that is not open.
  public var version: Int?
  public var edits: [TextEdit]

  public init(uri: DocumentURI, version: Int?, edits: [TextEdit]) {
    self.uri = uri
    self.version = version
    self.edits = edits
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("textDocument")
      $0.object { writer in
        writer.member("uri", uri)
        writer.member("version", version)
      }
      $0.member("edits", edits)
    }
  }
}

/// What the client shows about an edit before it applies it.
public struct ChangeAnnotation: Sendable, Equatable, WireWritable {
  public var label: String
  public var needsConfirmation: Bool
  public var description: String?

  public init(label: String, needsConfirmation: Bool = false, description: String? = nil) {
    self.label = label
    self.needsConfirmation = needsConfirmation
    self.description = description
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("label", label)
      $0.flag("needsConfirmation", needsConfirmation)
      $0.optional("description", description)
    }
  }
}
