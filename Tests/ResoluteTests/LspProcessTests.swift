import TestSupport
import Testing

/// `resolute lsp` as a process of its own.
@Suite struct LspProcessTests {
  private static let initialize =
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}"#
  private static let initialized = #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#
  private static let open = #"""
    {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1",
    "languageId":"resolution","version":1,"text":"*resolves*\n\n1 to drink;\n\n3 to wash.\n"}}}
    """#
  private static let shutdown = #"{"jsonrpc":"2.0","id":"end","method":"shutdown","params":null}"#
  private static let exit = #"{"jsonrpc":"2.0","method":"exit"}"#

  private func frames(_ messages: [String]) -> String {
    messages.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
  }

  private func shell(_ script: String, _ messages: [String]) throws -> ProgramResult {
    let program = try #require(Programs.built("resolute"), "not built beside the tests")
    let bash = try #require(Programs.find("bash"))
    let folder = try TemporaryFolder()
    try folder.write("in", frames(messages))
    return try Programs.run(bash, ["-c", "R='\(program)'\n" + script], in: folder.path)
  }

  /// The status for what the client sends before it goes away.
  static let sessions: [([String], Int)] = [
    ([initialize, initialized, shutdown, exit], 0),
    ([initialize, initialized, open, shutdown, exit], 0),
    ([initialize, initialized, exit], 1),
    ([exit], 1),
    ([], 1),
    ([initialize, initialized, open], 1),
    ([initialize, initialized, shutdown], 1),
  ]

  @Test(arguments: sessions)
  func statusAtTheEnd(_ messages: [String], _ status: Int) throws {
    let run = try shell("$R lsp --stdio < in > out; echo $?", messages)
    #expect(run.text == "\(status)\n")
  }

  @Test("Ends at exit though the client's pipe stays open")
  func exitAtOnce() throws {
    let script = """
      mkfifo pipe; exec 3<>pipe
      cat in >&3
      timeout 5 $R lsp <&3 > out; echo $?
      """
    let run = try shell(script, [Self.initialize, Self.initialized, Self.shutdown, Self.exit])
    #expect(run.text == "0\n")
  }

  @Test("Ends when the client is dead though its pipe stays open", arguments: [true, false])
  func deadClient(named: Bool) throws {
    let initialize = Self.initialize.split(separator: "null").joined(separator: "@@")
    let script = """
      mkfifo pipe; exec 3<>pipe
      sleep 0.3 & pid=$!
      body=$(sed -n '$p' in); body=${body/@@/\(named ? "null" : "$pid")}
      printf 'Content-Length: %d\\r\\n\\r\\n%s' ${#body} "$body" >&3
      timeout 10 $R lsp \(named ? "--clientProcessId=$pid" : "") <&3 > out; echo $?
      """
    let run = try shell(script, [initialize])
    #expect(run.text == "1\n")
  }

  @Test("Ends when nobody reads any more")
  func brokenPipe() throws {
    let script = """
      (cat in; sleep 2; echo late >&2) | { $R lsp; echo $? >&2; } | head -c 10 >/dev/null
      """
    let many = [Self.initialize, Self.initialized] + (0..<200).map { _ in Self.open }
    let run = try shell(script, many)
    #expect(String(decoding: run.errors, as: UTF8.self) == "1\nlate\n")
  }

  @Test("A recorded session can be played again")
  func logAndReplay() throws {
    let script = """
      $R lsp --log log < in > out; echo $?
      grep -c '"dir":"s2c"' log
      $R replay log > again; echo $?
      sed -n 's/.*"dir":"s2c","msg"://p' log | sed 's/}$//' | sort > sent
      sort again | diff sent - && echo same
      $R replay none; echo $?
      head -c 300 log > half; $R replay half > none; echo $?
      """
    let pulling = Self.initialize.split(separator: "{}", omittingEmptySubsequences: false).joined(
      separator: #"{"textDocument":{"diagnostic":{}}}"#)
    let ask = #"""
      {"jsonrpc":"2.0","id":2,"method":"textDocument/diagnostic",
      "params":{"textDocument":{"uri":"untitled:1"}}}
      """#
    let run = try shell(
      script, [pulling, Self.initialized, Self.open, ask, Self.shutdown, Self.exit])
    #expect(run.text == "0\n3\n0\nsame\n2\n2\n")
  }

  @Test func wrongUse() throws {
    let run = try shell(
      "$R lsp draft.md; echo $?; $R lsp --port; echo $?; $R lsp --log no/such/file < in; echo $?; "
        + "$R replay; echo $?", [])
    #expect(run.text == "2\n2\n2\n2\n")
  }
}
