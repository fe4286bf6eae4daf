import JSON
import LanguageServerProtocol

/// An author's session with a language server, timed from outside: from the first byte of a message
/// written to the last byte of the answer read.
final class ServerSession {
  private let server: ServerProcess
  private let uri = "file:///bench/draft.md"
  private var text: [UInt8]
  /// Where the author types: a byte offset, and the same place as the protocol counts it.
  private var offset: Int
  private let line: Int
  private var character: Int
  private var version = 1
  private var nextID = 0
  private var offers: JSONValue = .null
  /// The name of the semantic tokens that came last.
  private var tokens: JSONValue?
  /// Milliseconds from the start of the process to the answer to `initialize`.
  private(set) var start = 0.0

  private static let patience = 60_000

  init?(_ command: [String], text: [UInt8]) {
    guard let server = ServerProcess(command) else { return nil }
    self.server = server
    self.text = text
    // Inside a word past the middle of the text.
    var place = text.count / 2
    while place < text.count, !Self.isWord(text, place) { place += 1 }
    offset = place
    let before = text[..<place]
    line = before.count { $0 == 0x0A }
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    character = String(decoding: text[lineStart..<place], as: UTF8.self).utf16.count
    guard begin() else {
      _ = server.finish()
      return nil
    }
  }

  /// Whether four letters end here.
  private static func isWord(_ text: [UInt8], _ end: Int) -> Bool {
    end >= 4 && text[(end - 4)..<end].allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  private static let abilities: JSONValue = [
    "general": ["positionEncodings": ["utf-16"]],
    "textDocument": [
      "publishDiagnostics": ["relatedInformation": true, "versionSupport": true],
      "diagnostic": ["dynamicRegistration": true],
      "completion": [
        "completionItem": ["snippetSupport": true, "documentationFormat": ["markdown"]]
      ],
      "hover": ["contentFormat": ["markdown"]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      "codeAction": [
        "codeActionLiteralSupport": [
          "codeActionKind": ["valueSet": ["quickfix", "refactor", "source"]]
        ], "dataSupport": true, "resolveSupport": ["properties": ["edit"]],
      ],
      "semanticTokens": [
        "requests": ["full": ["delta": true], "range": true], "formats": ["relative"],
        "tokenTypes": ["class", "type", "keyword", "enumMember", "macro"], "tokenModifiers": [],
      ],
    ],
  ]

  private func begin() -> Bool {
    nextID += 1
    guard
      server.send(
        encode([
          "jsonrpc": "2.0", "id": .int(nextID), "method": "initialize",
          "params": ["processId": .null, "rootUri": .null, "capabilities": Self.abilities],
        ])), let reply = next(where: { $0["id"]?.int == 1 && $0["method"] == nil })
    else { return false }
    start = Double(reply.time - server.born) / 1_000_000
    offers = reply.message.at("result", "capabilities") ?? .null
    return notify("initialized", [:])
  }

  // MARK: What is timed

  /// Milliseconds from opening the text to its diagnostics.
  func open() -> Double? {
    let frame = encode([
      "jsonrpc": "2.0", "method": "textDocument/didOpen",
      "params": [
        "textDocument": [
          "uri": .string(uri), "languageId": "markdown", "version": 1,
          "text": .string(String(decoding: text, as: UTF8.self)),
        ]
      ],
    ])
    return timeToDiagnostics(after: [frame])
  }

  /// Milliseconds from a letter typed to the diagnostics of the text with it.
  func keystroke() -> Double? { timeToDiagnostics(after: [letter()]) }

  /// The same for letters that come faster than they can be answered, to the diagnostics of the last.
  func burst(_ count: Int) -> Double? {
    timeToDiagnostics(after: (0..<count).map { _ in letter() })
  }

  /// Milliseconds from a question to its answer; `nil` where the server does not offer it.
  func ask(_ method: String, offer: String, _ more: JSONObject = JSONObject()) -> Double? {
    guard let offer = offers[offer], offer != .bool(false) else { return nil }
    var params = more
    params["textDocument"] = ["uri": .string(uri)]
    params["position"] = place(character - 1)
    let before = now()
    return request(method, .object(params)).map { Double($0.time - before) / 1_000_000 }
  }

  /// Milliseconds from a letter typed to what it changes in the semantic tokens.
  func tokensAfterKeystroke() -> Double? {
    guard offers.at("semanticTokensProvider", "full", "delta") == .bool(true) else { return nil }
    let whole = "textDocument/semanticTokens/full"
    let text: JSONValue = ["uri": .string(uri)]
    if tokens == nil {
      tokens = request(whole, ["textDocument": text])?.message.at("result", "resultId")
    }
    guard let last = tokens else { return nil }
    let frame = letter()
    let before = now()
    guard server.send(frame),
      let reply = request(whole + "/delta", ["textDocument": text, "previousResultId": last])
    else { return nil }
    tokens = reply.message.at("result", "resultId")
    return Double(reply.time - before) / 1_000_000
  }

  /// Twenty lines up to the place.
  var range: JSONValue {
    ["start": ["line": .int(max(0, line - 20)), "character": 0], "end": place(character)]
  }

  /// Waits until nothing comes any more.
  func settle() {
    while let message = server.receive(within: 30) { _ = read(message.body) }
  }

  var peak: Int { server.peak }

  /// Milliseconds that the server has computed.
  var work: Double { Double(server.computed) / 1_000_000 }

  /// - Returns: the exit status.
  func end() -> Int32? {
    _ = request("shutdown", nil)
    _ = notify("exit", nil)
    return server.finish()
  }

  // MARK: Messages

  private func place(_ character: Int) -> JSONValue {
    ["line": .int(line), "character": .int(max(0, character))]
  }

  private func letter() -> [UInt8] {
    let at = place(character)
    text.insert(0x78, at: offset)
    offset += 1
    character += 1
    version += 1
    let sync = offers["textDocumentSync"]
    let isIncremental = (sync?["change"] ?? sync)?.int == 2
    let change: JSONValue =
      isIncremental
      ? ["range": ["start": at, "end": at], "text": "x"]
      : ["text": .string(String(decoding: text, as: UTF8.self))]
    return encode([
      "jsonrpc": "2.0", "method": "textDocument/didChange",
      "params": [
        "textDocument": ["uri": .string(uri), "version": .int(version)],
        "contentChanges": [change],
      ],
    ])
  }

  private func timeToDiagnostics(after frames: [[UInt8]]) -> Double? {
    let before = now()
    for frame in frames { guard server.send(frame) else { return nil } }
    var time: UInt64?
    if offers["diagnosticProvider"] != nil {
      // Some say that they were disturbed and want to be asked again.
      for _ in 0..<200 where time == nil {
        guard
          let reply = request(
            "textDocument/diagnostic", ["textDocument": ["uri": .string(uri)]])
        else { return nil }
        if reply.message["error"] == nil { time = reply.time }
      }
    } else {
      time =
        next { [uri, version] message in
          guard message["method"]?.string == "textDocument/publishDiagnostics",
            message.at("params", "uri")?.string == uri
          else { return false }
          return message.at("params", "version")?.int.map { $0 >= version } ?? true
        }?.time
    }
    return time.map { Double($0 - before) / 1_000_000 }
  }

  private func request(_ method: String, _ params: JSONValue?) -> (
    time: UInt64, message: JSONValue
  )? {
    nextID += 1
    let id = nextID
    var message: JSONObject = ["jsonrpc": "2.0", "id": .int(id), "method": .string(method)]
    message["params"] = params
    guard server.send(encode(.object(message))) else { return nil }
    return next { $0["id"]?.int == id && $0["method"] == nil }
  }

  private func notify(_ method: String, _ params: JSONValue?) -> Bool {
    var message: JSONObject = ["jsonrpc": "2.0", "method": .string(method)]
    message["params"] = params
    return server.send(encode(.object(message)))
  }

  private func next(where isWanted: (JSONValue) -> Bool) -> (time: UInt64, message: JSONValue)? {
    while let next = server.receive(within: Self.patience) {
      guard let message = read(next.body) else { return nil }
      if isWanted(message) { return (next.time, message) }
    }
    return nil
  }

  /// Reads a message; what the server asks gets the answer of a client that has nothing to say.
  private func read(_ body: [UInt8]) -> JSONValue? {
    guard let message = try? JSONParser().value(body) else { return nil }
    if message["method"] != nil, let id = message["id"] {
      let count = message.at("params", "items")?.array?.count
      let result: JSONValue = count.map { .array(Array(repeating: .null, count: $0)) } ?? .null
      _ = server.send(encode(["jsonrpc": "2.0", "id": id, "result": result]))
    }
    return message
  }

  private func encode(_ message: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(message)
    return FrameWriter.frame(writer.bytes)
  }
}
