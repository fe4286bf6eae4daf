public import JSON

/// `window/workDoneProgress/create`: asks for a place to show work that no request started. Only for
/// clients with `workDoneProgress`.
public struct WorkDoneProgressCreateRequest: ServerRequest {
  public static let method = "window/workDoneProgress/create"
  public typealias Response = Nothing
  public var token: ProgressToken

  public init(token: ProgressToken) { self.token = token }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.member("token", token) }
  }
}

/// `window/workDoneProgress/cancel`: the user stopped that work.
public struct WorkDoneProgressCancelNotification: ClientNotification {
  public static let method = "window/workDoneProgress/cancel"
  public var token: ProgressToken

  public init(json: JSONValue) throws(WireError) { token = try json.required("token") }
}
