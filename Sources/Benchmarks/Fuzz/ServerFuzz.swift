import Glibc
import JSON
import LanguageServer

/// Sessions that no client would hold: every method with any parameters, in any order, damaged. Each
/// request is answered once, and a text that is sent whole afterwards is judged as if nothing had been.
struct ServerFuzz {
  private var generator: Generator
  private let texts: [String]
  private let methods: [String]
  private var nextID = 0
  private var asked: [Int: Int] = [:]

  private static let uris = ["file:///a.md", "untitled:Untitled-1", "file:///b%20c.txt", "x", ""]
  private static let notifications = [
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders", "workspace/didRenameFiles", "workspace/didCreateFiles",
    "workspace/didDeleteFiles", "$/setTrace", "$/cancelRequest", "initialized", "no/such",
  ]

  init(_ generator: Generator, texts: [[UInt8]]) {
    self.generator = generator
    self.texts = texts.map { String(decoding: $0.prefix(6_000), as: UTF8.self) }
    methods =
      ResolutionServer.routes(version: "0").requestMethods + [
        "initialize", "no/such", "codeAction/resolve",
      ]
  }

  func run(until end: UInt64) -> FuzzOutcome {
    var copy = self
    return copy.go(until: end)
  }

  private mutating func go(until end: UInt64) -> FuzzOutcome {
    var outcome = FuzzOutcome()
    var sent = 0
    while now() < end {
      outcome.rounds += 1
      asked = [:]
      let hello = request("initialize", [.init("capabilities", capabilities())])
      let connection = begun(hello)
      for _ in 0..<(5 + generator.below(30)) {
        let burst = (0...generator.below(4)).map { _ in message() }
        sent += burst.count
        connection.send(burst)
      }
      if let fault = settle(connection, against: begun(hello)) {
        outcome.fault = "round \(outcome.rounds): \(fault)"
        break
      }
    }
    outcome.note = "\(sent) messages"
    return outcome
  }

  private func begun(_ hello: [UInt8]) -> InProcessConnection<ServerState> {
    let connection = InProcessConnection(
      state: ServerState(), routes: ResolutionServer.routes(version: "0"))
    connection.send([hello])
    connection.send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    return connection
  }

  /// What must hold when all is said.
  ///
  /// - Parameter fresh: a session in which nothing was said yet.
  private mutating func settle(
    _ connection: InProcessConnection<ServerState>,
    against fresh: InProcessConnection<ServerState>
  ) -> String? {
    // Some are answered from threads of their own, and a reply is on its way when its request is closed.
    var answered: [Int: Int] = [:]
    for _ in 0..<5000 {
      let isClosed = connection.openRequests == 0
      for message in connection.receive() where message["method"] == nil {
        if let id = message["id"]?.int { answered[id, default: 0] += 1 }
      }
      if isClosed, asked.keys.allSatisfy({ answered[$0] != nil }) { break }
      usleep(1000)
    }
    if connection.openRequests != 0 { return "a request has no reply" }
    // Whoever asks twice under one id is told so: as many replies as questions.
    for (id, count) in asked where answered[id, default: 0] != count {
      return "request \(id) was sent \(count) times and answered \(answered[id, default: 0]) times"
    }
    guard connection.exitStatus == nil else { return "the server ended unasked" }
    let text = texts.first ?? ""
    let uri = "file:///last.md"
    let last = [
      notification(
        "textDocument/didOpen",
        [
          .init(
            "textDocument",
            [
              "uri": .string(uri), "languageId": "markdown", "version": 1, "text": .string(text),
            ])
        ]),
      request("textDocument/diagnostic", [.init("textDocument", ["uri": .string(uri)])]),
    ]
    _ = fresh.receive()
    let replies = [connection, fresh].map { connection in
      connection.send(last)
      return connection.receive().filter { $0["method"] == nil }.map { $0.at("result", "items") }
    }
    guard replies[0].count == 1, replies[0][0] != nil, replies[0] == replies[1] else {
      return "a text that is opened afterwards gets \(replies[0]), not \(replies[1])"
    }
    return nil
  }

  // MARK: Messages

  private typealias Member = JSONObject.Member

  private mutating func message() -> [UInt8] {
    let message: [UInt8]
    if generator.chance(3) {
      message = notification(generator.pick(Self.notifications) ?? "", params())
    } else {
      message = request(generator.pick(methods) ?? "", params())
    }
    guard generator.chance(12) else { return message }
    // What is damaged may be another request, or none: nobody counts its replies.
    asked[nextID] = nil
    let broken = generator.damaged(Array(#"{"id":-5,"x":"#.utf8) + message)
    return broken
  }

  private mutating func request(_ method: String, _ params: [Member]) -> [UInt8] {
    nextID += 1
    asked[nextID, default: 0] += 1
    return encode(["jsonrpc": "2.0", "id": .int(nextID), "method": .string(method)], params)
  }

  private func notification(_ method: String, _ params: [Member]) -> [UInt8] {
    encode(["jsonrpc": "2.0", "method": .string(method)], params)
  }

  private func encode(_ head: JSONValue, _ params: [Member]) -> [UInt8] {
    guard case .object(var object) = head else { return [] }
    var members = JSONObject()
    for member in params { members[member.key] = member.value }
    object["params"] = .object(members)
    var writer = JSONWriter()
    writer.value(.object(object))
    return writer.bytes
  }

  private mutating func params() -> [Member] {
    let uri = JSONValue.string(generator.pick(Self.uris) ?? "")
    var members = [
      Member(
        "textDocument",
        [
          "uri": uri, "languageId": "markdown", "version": .int(generator.below(9)),
          "text": .string(generator.pick(texts) ?? ""),
        ]),
      Member("position", position()), Member("range", range()),
      Member("ranges", [range(), range()]), Member("positions", [position(), position()]),
      Member("contentChanges", .array((0...generator.below(3)).map { _ in change() })),
      Member("context", ["diagnostics": [], "includeDeclaration": true, "triggerKind": 1]),
      Member(
        "newName", .string(generator.pick(["7", "b)", "", "ABC", "Geneva, 2030", "\u{0}"]) ?? "")),
      Member("ch", .string(generator.pick(["\n", ":", ";", "."]) ?? "")),
      Member("options", ["tabSize": .int(generator.below(9)), "insertSpaces": true]),
      Member("query", .string(generator.pick(["", "140", "res 71", "wsis", "ÿ"]) ?? "")),
      Member("previousResultId", .string("\(generator.below(4))")),
      Member("previousResultIds", []), Member("settings", junk(2)), Member("data", junk(2)),
      Member("item", junk(2)), Member("label", "x"), Member("title", "x"), Member("value", "off"),
      Member("id", .int(generator.below(40))),
      Member("files", [["oldUri": uri, "newUri": "file:///new.md"]]),
      Member("changes", [["uri": uri, "type": .int(generator.below(5))]]),
      Member("event", ["added": [["uri": uri, "name": "f"]], "removed": []]),
    ]
    if generator.chance(3), !members.isEmpty {
      members[generator.below(members.count)].value = junk(3)
    }
    if generator.chance(8) { members.removeFirst(generator.below(members.count)) }
    return members
  }

  private mutating func number() -> JSONValue {
    switch generator.below(12) {
    case 0: .int(-1)
    case 1: .int(Int.max)
    case 2: .double(1e300)
    case 3: .int(1_000_000)
    default: .int(generator.below(60))
    }
  }

  private mutating func position() -> JSONValue { ["line": number(), "character": number()] }

  private mutating func range() -> JSONValue {
    if generator.chance(3) {
      let place = position()
      return ["start": place, "end": place]
    }
    return ["start": position(), "end": position()]
  }

  private mutating func change() -> JSONValue {
    let text = JSONValue.string(
      generator.pick(["", "a", ";", "\r\n", "😀", "3 resolves 5 above;\n", "*noting*\n\na) b;\n"])
        ?? "")
    return generator.chance(4) ? ["text": text] : ["range": range(), "text": text]
  }

  private mutating func junk(_ depth: Int) -> JSONValue {
    switch generator.below(depth > 0 ? 8 : 6) {
    case 0: .null
    case 1: .bool(generator.chance(2))
    case 2: number()
    case 3: .string("x")
    case 4: .double(-0.5)
    case 5: .string(String(decoding: generator.bytes(6), as: UTF8.self))
    case 6: .array([junk(depth - 1), junk(depth - 1)])
    default: ["rules": junk(depth - 1), "uri": junk(depth - 1)]
    }
  }

  private mutating func capabilities() -> JSONValue {
    if generator.chance(4) { return junk(3) }
    let encodings: JSONValue = [.string(generator.pick(["utf-8", "utf-16", "utf-32", "x"]) ?? "")]
    return [
      "general": ["positionEncodings": encodings],
      "textDocument": [
        "diagnostic": generator.chance(2) ? .null : [:],
        "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": .bool(generator.chance(2))],
        "rename": ["prepareSupport": true],
        "completion": ["completionItem": ["snippetSupport": .bool(generator.chance(2))]],
      ],
    ]
  }
}
