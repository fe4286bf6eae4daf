public import JSON

/// `$/cancelRequest`: the client no longer wants an answer; it gets one all the same.
public struct CancelRequestNotification: ClientNotification, ServerNotification {
  public static let method = "$/cancelRequest"
  public var id: RequestID

  public init(id: RequestID) { self.id = id }

  public init(json: JSONValue) throws(WireError) { id = try json.required("id") }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.member("id", id) }
  }
}
