public import JSON

/// `workspace/configuration`: asks for the client's settings. The answer has one value an item.
public struct ConfigurationRequest: ServerRequest {
  public static let method = "workspace/configuration"
  public typealias Response = [JSONValue]
  public var items: [Item]

  public struct Item: Sendable, Equatable, WireWritable {
    public var scope: DocumentURI?
    public var section: String?

    public init(scope: DocumentURI? = nil, section: String? = nil) {
      self.scope = scope
      self.section = section
    }

    public func write(to writer: inout JSONWriter) {
      writer.object {
        $0.optional("scopeUri", scope)
        $0.optional("section", section)
      }
    }
  }

  public init(items: [Item]) { self.items = items }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.member("items", items) }
  }
}

/// `workspace/didChangeConfiguration`: the settings changed. Clients that are asked for their
/// settings send `null` here.
public struct DidChangeConfigurationNotification: ClientNotification {
  public static let method = "workspace/didChangeConfiguration"
  public var settings: JSONValue

  public init(json: JSONValue) { settings = json["settings"] ?? .null }
}
