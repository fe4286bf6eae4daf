public import JSON
import LanguageServerProtocol

/// A session read back from the file that a `Recorder` wrote.
public struct Recording: Sendable {
  /// What the client sent, in order; bodies that were no JSON as they came.
  public private(set) var clientMessages: [[UInt8]] = []
  public private(set) var serverMessages: [JSONValue] = []
  public private(set) var exitStatus: Int?
  /// Lines that are no record, from 1, with what is wrong.
  public private(set) var problems: [(line: Int, message: String)] = []

  public init(_ bytes: [UInt8]) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do throws(JSONError) {
        let record = try JSONParser().value(Array(line))
        if !take(record) { problems.append((index + 1, "no record of a message")) }
      } catch {
        problems.append((index + 1, error.message))
      }
    }
  }

  private mutating func take(_ record: JSONValue) -> Bool {
    switch (record["dir"]?.string, record["msg"]) {
    case ("c2s", let message?):
      if let broken = message["_invalid_json"]?.string {
        clientMessages.append(Array(broken.utf8))
      } else {
        clientMessages.append(message.jsonBytes)
      }
    case ("s2c", let message?): serverMessages.append(message)
    case ("exit", _): exitStatus = record["code"]?.int
    default: return false
    }
    return true
  }

  /// Plays the client's side to a fresh server, a message at a time.
  ///
  /// - Returns: what the server sent. Times and the ids of the server's own requests may differ from
  ///   the record.
  public func play<State: Sendable>(to connection: InProcessConnection<State>) -> [JSONValue] {
    for message in clientMessages { connection.send([message]) }
    return connection.receive()
  }
}
