import JSON

/// The language server as an editor meets it: a process of its own, real messages, several sizes of text.
///
///     Benchmarks server [--corpus DIR] [--program PATH] [--peer COMMAND] [--sessions N]
///         [--largest KB] [--keystrokes N]
///
/// Medians of all sessions; the peak of memory is the worst of them. A peer, such as `rumdl server`,
/// is measured with the same texts in the same run.
struct ServerBench {
  let options: Options

  private var sizes: [(name: String, bytes: Int)] {
    [("20 KB", 20_000), ("200 KB", 200_000), ("2 MB", 2_000_000)]
      .filter { $0.1 / 1_000 <= max(20, options.number("largest", 2_000)) }
  }

  private static let edits = 30

  private static let questions: [(name: String, method: String, offer: String)] = [
    ("hover", "textDocument/hover", "hoverProvider"),
    ("completion", "textDocument/completion", "completionProvider"),
    ("definition", "textDocument/definition", "definitionProvider"),
    ("documentHighlight", "textDocument/documentHighlight", "documentHighlightProvider"),
    ("codeAction, 20 lines", "textDocument/codeAction", "codeActionProvider"),
    ("foldingRange", "textDocument/foldingRange", "foldingRangeProvider"),
    ("documentLink", "textDocument/documentLink", "documentLinkProvider"),
    ("formatting", "textDocument/formatting", "documentFormattingProvider"),
    ("documentSymbol", "textDocument/documentSymbol", "documentSymbolProvider"),
    ("semanticTokens, all", "textDocument/semanticTokens/full", "semanticTokensProvider"),
  ]

  func run() -> Int32 {
    let texts = options.texts("pp18")
    guard !texts.isEmpty else {
      print("no texts under \(options.corpus)")
      return 2
    }
    var servers = [[options.text("program") ?? Self.neighbour, "lsp"]]
    if let peer = options.text("peer") {
      servers.append(peer.split(separator: " ").map(String.init))
    }
    print("texts: \(texts.count) from \(options.corpus); medians in ms, peak of memory in MB")
    for server in servers {
      let columns = sizes.map { measure(server, repeated(texts, to: $0.bytes)) }
      guard columns.allSatisfy({ !$0.isEmpty }) else {
        print("\(server.joined(separator: " ")): no answer")
        return 1
      }
      let name = server.first?.split(separator: "/").last.map(String.init) ?? ""
      print("\n| \(name) | " + sizes.map(\.name).joined(separator: " | ") + " |")
      print("|---" + sizes.map { _ in "|---:" }.joined() + "|")
      for (row, name) in rows.enumerated() {
        let cells = columns.map { $0[row].map { decimals($0, name == Self.memory ? 1 : 2) } ?? "–" }
        print("| \(name) | " + cells.joined(separator: " | ") + " |")
      }
    }
    return 0
  }

  /// The program that was built beside this one.
  static var neighbour: String {
    let own = CommandLine.arguments.first ?? ""
    guard let slash = own.lastIndex(of: "/") else { return "resolute" }
    return own[...slash] + "resolute"
  }

  private static let memory = "peak of memory"

  private var rows: [String] {
    [
      "start to `initialize` answered", "open to diagnostics", "keystroke to diagnostics",
      "20 keystrokes at once",
    ] + Self.questions.map(\.name)
      + ["codeAction, first of a changed text", "semanticTokens, change", Self.memory]
  }

  /// A cell for each row; `nil` for what the server does not offer. Empty where it fails.
  private func measure(_ command: [String], _ text: [UInt8]) -> [Double?] {
    var times = rows.map { _ in [Double]() }
    var peak = 0
    for _ in 0..<max(1, options.number("sessions", 3)) {
      guard let session = ServerSession(command, text: text) else { return [] }
      session.settle()
      var row = 0
      func note(_ count: Int = 1, _ time: () -> Double?) {
        for _ in 0..<count { if let time = time() { times[row].append(time) } }
        row += 1
      }
      note { session.start }
      note { session.open() }
      session.settle()
      note(options.number("keystrokes", Self.edits)) {
        defer { session.settle() }
        return session.keystroke()
      }
      note { session.burst(20) }
      session.settle()
      func ask(_ method: String, _ offer: String) -> Double? {
        session.ask(
          method, offer: offer,
          ["range": session.range, "context": ["diagnostics": []], "options": ["tabSize": 2]])
      }
      for question in Self.questions {
        note(Self.edits) { ask(question.method, question.offer) }
      }
      // Nothing of it is known from the question before.
      note(Self.edits) {
        _ = session.keystroke()
        session.settle()
        return ask("textDocument/codeAction", "codeActionProvider")
      }
      note(Self.edits) { session.tokensAfterKeystroke() }
      peak = max(peak, session.peak)
      guard session.end() == 0 else { return [] }
    }
    var cells = times.map { $0.isEmpty ? nil : $0.sorted()[$0.count / 2] }
    cells[cells.count - 1] = Double(peak) / 1_000
    return cells
  }
}
