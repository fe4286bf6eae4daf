/// A request that the client sends; the type is its parameters.
public protocol ClientRequest: WireReadable {
  static var method: String { get }
  associatedtype Response: WireWritable
}

/// A notification that the client sends; the type is its parameters.
public protocol ClientNotification: WireReadable {
  static var method: String { get }
}

/// A request that the server sends; the type is its parameters.
public protocol ServerRequest: WireWritable {
  static var method: String { get }
  associatedtype Response: WireReadable
}

/// A notification that the server sends; the type is its parameters.
public protocol ServerNotification: WireWritable {
  static var method: String { get }
}
