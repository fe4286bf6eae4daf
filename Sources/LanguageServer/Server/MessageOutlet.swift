/// Where the server's messages go. Called from several threads.
public protocol MessageOutlet: Sendable {
  /// Sends the body of one message, JSON in UTF-8.
  func send(_ body: [UInt8])
}
