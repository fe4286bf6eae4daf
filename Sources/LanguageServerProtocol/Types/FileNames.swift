public import JSON

/// A file or folder whose name the client changes.
public struct FileRename: Sendable, Hashable, WireReadable {
  public var oldURI: DocumentURI
  public var newURI: DocumentURI

  public init(json: JSONValue) throws(WireError) {
    oldURI = try json.required("oldUri")
    newURI = try json.required("newUri")
  }
}

/// A file or folder that the client created or deleted.
struct FileName: WireReadable {
  var uri: DocumentURI

  init(json: JSONValue) throws(WireError) { uri = try json.required("uri") }

  /// The names under `files`.
  static func list(_ json: JSONValue) throws(WireError) -> [DocumentURI] {
    let names: [FileName] = try json.required("files")
    return names.map(\.uri)
  }
}

/// Which files the server wants to hear about.
public struct FileOperationFilter: Sendable, Equatable, WireWritable {
  /// A glob pattern over whole paths, such as `**/*.md`.
  public var glob: String
  /// `file`, `folder`, or both where absent.
  public var matches: String?

  public init(glob: String, matches: String? = nil) {
    self.glob = glob
    self.matches = matches
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("scheme", "file")
      $0.key("pattern")
      $0.object { writer in
        writer.member("glob", glob)
        writer.optional("matches", matches)
      }
    }
  }
}
