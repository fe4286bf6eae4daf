public import JSON

/// `client/registerCapability`: an offer made after `initialize`, for what the client registers
/// dynamically only.
public struct RegisterCapabilityRequest: ServerRequest {
  public static let method = "client/registerCapability"
  public typealias Response = Nothing
  public var registrations: [Registration]

  public init(_ registrations: [Registration]) { self.registrations = registrations }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.member("registrations", registrations) }
  }
}

public struct Registration: Sendable, Equatable, WireWritable {
  public var id: String
  public var method: String
  public var options: JSONValue?

  public init(id: String, method: String, options: JSONValue? = nil) {
    self.id = id
    self.method = method
    self.options = options
  }

  /// Watches files by glob patterns over whole paths.
  public static func watchedFiles(id: String, globs: [String]) -> Registration {
    let watchers = globs.map { JSONValue.object(["globPattern": .string($0)]) }
    return Registration(
      id: id, method: DidChangeWatchedFilesNotification.method,
      options: ["watchers": .array(watchers)])
  }

  /// Changes of the settings under a name.
  public static func configuration(id: String, section: String) -> Registration {
    Registration(
      id: id, method: DidChangeConfigurationNotification.method,
      options: ["section": .string(section)])
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("method", method)
      $0.optional("registerOptions", options)
    }
  }
}
