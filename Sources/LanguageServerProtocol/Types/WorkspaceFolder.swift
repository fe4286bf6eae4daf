public import JSON

public struct WorkspaceFolder: Sendable, Hashable, WireReadable, WireWritable {
  public var uri: DocumentURI
  public var name: String

  public init(uri: DocumentURI, name: String) {
    self.uri = uri
    self.name = name
  }

  public init(json: JSONValue) throws(WireError) {
    uri = try json.required("uri")
    name = try json.optional("name") ?? ""
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.member("name", name)
    }
  }
}
