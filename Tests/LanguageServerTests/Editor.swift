import Glibc
import JSON
import LanguageServerProtocol
import Rules
import Synchronization
import TextModel

@testable import LanguageServer

/// A client in the same process: opens marked drafts, asks, and shows answers as text.
///
/// Marks in a draft are taken out before it is sent: `‸` is the caret, `«…»` a range.
final class Editor {
  static let uri = "file:///draft.md"

  let connection: InProcessConnection<ServerState>
  let encoding: PositionEncoding
  /// What the server said of itself.
  private(set) var offers: JSONValue = .null
  /// The texts as this client has them.
  private(set) var texts: [String: [UInt8]] = [:]
  private(set) var versions: [String: Int] = [:]
  private var nextID = 100
  /// Ids of the server's requests that were seen and not answered.
  private var unanswered: [String: [JSONValue]] = [:]
  /// Messages that came and nobody asked for yet.
  private var inbox: [JSONValue] = []

  /// - Parameters:
  ///   - capabilities: JSON of what the client can do; see `Abilities`.
  ///   - options: JSON of `initializationOptions`.
  ///   - folders: the client's, as absolute paths.
  init(
    _ capabilities: String = Abilities.push, options: String = "null", folders: [String] = []
  ) {
    connection = InProcessConnection(
      state: ServerState(), routes: ResolutionServer.routes(version: "0"))
    let wanted = (try? JSONParser().value(Array(capabilities.utf8))) ?? .null
    let names = wanted.at("general", "positionEncodings")?.array?.compactMap(\.string)
    encoding = ["utf-8": .utf8, "utf-32": .utf32][names?.first ?? ""] ?? .utf16
    let roots = folders.map { #"{"uri":"file://\#($0)","name":""}"# }.joined(separator: ",")
    connection.send(
      Say.request(
        1, "initialize",
        """
        {"capabilities":\(capabilities),"initializationOptions":\(options),
         "workspaceFolders":[\(roots)]}
        """))
    offers = connection.receive().first?.at("result", "capabilities") ?? .null
    connection.send(Say.initialized)
  }

  // MARK: Texts

  /// Opens a marked draft.
  @discardableResult
  func open(_ marked: String, uri: String = Editor.uri, language: String = "markdown") -> Marks {
    let marks = Marks(marked, encoding)
    texts[uri] = marks.bytes
    versions[uri] = 1
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": .string(language), "version": 1,
          "text": .string(String(decoding: marks.bytes, as: UTF8.self)),
        ]
      ])
    return marks
  }

  /// Replaces bytes of an open text and tells the server of it.
  func replace(_ range: Range<Int>, with text: String, uri: String = Editor.uri) {
    let bytes = texts[uri] ?? []
    let change: JSONValue = [
      "range": Marks.range(range, in: bytes, encoding), "text": .string(text),
    ]
    texts[uri]?.replaceSubrange(range, with: Array(text.utf8))
    sendChange([change], uri: uri)
  }

  /// Types at the first place of some words, in front of them.
  func type(_ text: String, before words: String, uri: String = Editor.uri) {
    let place = Marks.find(words, in: texts[uri] ?? [])
    replace(place..<place, with: text, uri: uri)
  }

  /// Sends changes as they are.
  func sendChange(_ changes: JSONValue, uri: String = Editor.uri, version: Int? = nil) {
    let next = version ?? (versions[uri] ?? 0) + 1
    versions[uri] = next
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .int(next)], "contentChanges": changes,
      ])
  }

  func save(uri: String = Editor.uri) {
    notify("textDocument/didSave", ["textDocument": ["uri": .string(uri)]])
  }

  func close(uri: String = Editor.uri) {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  // MARK: Messages

  func notify(_ method: String, _ params: JSONValue) {
    let message: JSONValue = ["jsonrpc": "2.0", "method": .string(method), "params": params]
    connection.send([message.jsonBytes])
    inbox += connection.receive()
  }

  /// Asks and gives the result; the error with its code where there is one.
  func ask(_ method: String, _ params: JSONValue) -> JSONValue {
    nextID += 1
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": .int(nextID), "method": .string(method), "params": params,
    ]
    connection.send([message.jsonBytes])
    inbox += connection.receive()
    guard let index = inbox.firstIndex(where: { $0["id"]?.int == nextID && $0["method"] == nil })
    else { return "no answer" }
    let answer = inbox.remove(at: index)
    return answer["error"].map { ["error": $0["code"] ?? .null] } ?? answer["result"] ?? .null
  }

  /// Asks about a text and a place in it.
  func ask(_ method: String, at position: JSONValue, uri: String = Editor.uri) -> JSONValue {
    ask(method, ["textDocument": ["uri": .string(uri)], "position": position])
  }

  /// Asks about a text.
  func ask(_ method: String, uri: String = Editor.uri) -> JSONValue {
    ask(method, ["textDocument": ["uri": .string(uri)]])
  }

  /// Sends settings.
  func configure(_ settings: JSONValue) {
    notify("workspace/didChangeConfiguration", ["settings": settings])
  }

  /// Answers the oldest of the server's requests of a method.
  func answer(_ method: String, _ result: JSONValue) {
    _ = received(method)
    guard let id = unanswered[method]?.first else { return }
    unanswered[method]?.removeFirst()
    let message: JSONValue = ["jsonrpc": "2.0", "id": id, "result": result]
    connection.send([message.jsonBytes])
    inbox += connection.receive()
  }

  /// Asks for what is answered from elsewhere, and waits for it.
  func askLater(_ method: String, _ params: JSONValue) -> JSONValue {
    let first = ask(method, params)
    guard first == "no answer" else { return first }
    for _ in 0..<2000 {
      usleep(5000)
      inbox += connection.receive()
      guard
        let index = inbox.firstIndex(where: { $0["id"]?.int == nextID && $0["method"] == nil })
      else { continue }
      let answer = inbox.remove(at: index)
      return answer["error"].map { ["error": $0["code"] ?? .null] } ?? answer["result"] ?? .null
    }
    return "no answer"
  }

  /// Waits until all files that changed are in the index.
  func settle() {
    let busy = Mutex(true)
    for _ in 0..<2000 {
      connection.perform { state in busy.withLock { $0 = state.folderIndex.isBusy } }
      if !busy.withLock({ $0 }) { return }
      usleep(5000)
    }
  }

  /// The messages of a method that came on their own since the last call.
  func received(_ method: String) -> [JSONValue] {
    inbox += connection.receive()
    let mine = inbox.filter { $0["method"]?.string == method }
    unanswered[method, default: []] += mine.compactMap { $0["id"] }
    inbox.removeAll { $0["method"]?.string == method }
    return mine.map { $0["params"] ?? .null }
  }

  /// The methods of all that came on its own since the last call.
  func receivedMethods() -> [String] {
    inbox += connection.receive()
    defer { inbox = [] }
    return inbox.compactMap { $0["method"]?.string }
  }
}

/// What clients can do, as JSON.
enum Abilities {
  /// Nothing at all.
  static let none = "{}"

  /// Takes diagnostics that are pushed, with all their parts.
  static let push = #"{"textDocument":{"publishDiagnostics":\#(parts)}}"#

  /// Asks for diagnostics.
  static let pull = #"{"textDocument":{"publishDiagnostics":\#(parts),"diagnostic":{}}}"#

  static func push(_ encoding: String) -> String {
    """
    {"general":{"positionEncodings":["\(encoding)"]},
     "textDocument":{"publishDiagnostics":\(parts)}}
    """
  }

  private static let parts = """
    {"relatedInformation":true,"versionSupport":true,"dataSupport":true,
     "codeDescriptionSupport":true,"tagSupport":{"valueSet":[1,2]}}
    """
}

/// A draft without its marks, and where they stood.
struct Marks {
  var bytes: [UInt8] = []
  /// Byte offset of `‸`.
  var caretOffset = 0
  /// Byte ranges of `«…»`.
  var offsets: [Range<Int>] = []
  private let encoding: PositionEncoding

  init(_ marked: String, _ encoding: PositionEncoding) {
    self.encoding = encoding
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "‸": caretOffset = bytes.count
      case "«": open.append(bytes.count)
      case "»": if let start = open.popLast() { offsets.append(start..<bytes.count) }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    offsets.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  var caret: JSONValue { Self.position(caretOffset, in: bytes, encoding) }
  var ranges: [JSONValue] { offsets.map { Self.range($0, in: bytes, encoding) } }

  static func position(_ offset: Int, in bytes: [UInt8], _ encoding: PositionEncoding)
    -> JSONValue
  {
    ClientText(bytes, encoding).position(of: offset)
  }

  static func range(_ range: Range<Int>, in bytes: [UInt8], _ encoding: PositionEncoding)
    -> JSONValue
  {
    [
      "start": position(range.lowerBound, in: bytes, encoding),
      "end": position(range.upperBound, in: bytes, encoding),
    ]
  }

  /// The byte offset of some words; the text's end where they are missing.
  static func find(_ words: String, in bytes: [UInt8]) -> Int {
    let wanted = Array(words.utf8)
    return (0...max(0, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
      ?? bytes.count
  }
}

/// An answer as text: one line for each element of a list at the top, ranges as `3:0-3:5` (lines and
/// characters from 0), members as `name=value`.
func shown(_ value: JSONValue) -> String {
  if case .array(let elements) = value { return elements.map(inLine).joined(separator: "\n") }
  return inLine(value)
}

private func inLine(_ value: JSONValue) -> String {
  switch value {
  case .string(let text): return text
  case .array(let elements): return "[" + elements.map(inLine).joined(separator: ", ") + "]"
  case .object(let object):
    if let line = value["line"]?.int, let character = value["character"]?.int {
      return "\(line):\(character)"
    }
    if let start = value["start"], let end = value["end"], object.members.count == 2 {
      return "\(inLine(start))-\(inLine(end))"
    }
    return object.members.map { "\($0.key)=\(inLine($0.value))" }.joined(separator: " ")
  default: return String(decoding: value.jsonBytes, as: UTF8.self)
  }
}
