public import JSON

/// `initialize`: the first request of a session.
public struct InitializeRequest: ClientRequest {
  public static let method = "initialize"
  public typealias Response = InitializeResult

  /// The process whose death ends the server; `nil` where there is none to watch.
  public var processID: Int?
  public var clientName: String?
  public var clientVersion: String?
  public var locale: String?
  /// The folders, or the one root of older clients; `nil` where no folder is open.
  public var workspaceFolders: [WorkspaceFolder]?
  public var initializationOptions: JSONValue?
  public var capabilities: ClientCapabilities
  public var trace: TraceValue

  public init(json: JSONValue) throws(WireError) {
    processID = try json.optional("processId")
    clientName = json.at("clientInfo", "name")?.string
    clientVersion = json.at("clientInfo", "version")?.string
    locale = json["locale"]?.string
    let root = (json["rootUri"]?.string).map { WorkspaceFolder(uri: DocumentURI($0), name: "") }
    workspaceFolders = try json.optional("workspaceFolders") ?? root.map { [$0] }
    initializationOptions = json["initializationOptions"].flatMap { $0.isNull ? nil : $0 }
    capabilities = ClientCapabilities(json: json["capabilities"] ?? .null)
    trace = try json.optional("trace") ?? .off
  }
}

public struct InitializeResult: Sendable, Equatable, WireWritable {
  public var capabilities: ServerCapabilities
  public var serverName: String
  public var serverVersion: String

  public init(capabilities: ServerCapabilities, serverName: String, serverVersion: String) {
    self.capabilities = capabilities
    self.serverName = serverName
    self.serverVersion = serverVersion
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("capabilities", capabilities)
      $0.key("serverInfo")
      $0.object { writer in
        writer.member("name", serverName)
        writer.member("version", serverVersion)
      }
    }
  }
}
