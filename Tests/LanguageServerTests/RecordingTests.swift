import Foundation
import JSON
import LanguageServer
import LanguageServerProtocol
import Testing

@Suite struct RecordingTests {
  private func withFile(_ body: (String) throws -> Void) throws {
    let name = "resolute-recording-\(UUID().uuidString).jsonl"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func aSessionCanBePlayedAgain() throws {
    let messages = [
      Say.initialize, Say.initialized, Say.hover(1),
      "{\n \"jsonrpc\": \"2.0\", \"id\": 2,\n"
        + " \"method\": \"shutdown\"}", "{broken", Say.exit,
    ]
    let first = InProcessConnection<Bench>(state: Bench(), routes: Bench.routes())
    first.send(messages.map { Array($0.utf8) })
    let answers = first.receive()
    #expect(answers.count == 4)
    try withFile { path in
      let recorder = try #require(Recorder(path: path))
      for message in messages { recorder.record(.client, Array(message.utf8)) }
      for answer in answers { recorder.record(.server, answer.jsonBytes) }
      recorder.recordExit(0)
      let bytes = try #require(FileManager.default.contents(atPath: path))
      #expect(bytes.split(separator: 0x0A).count == messages.count + answers.count + 1)
      let recording = Recording(Array(bytes))
      #expect(recording.problems.isEmpty)
      #expect(recording.exitStatus == 0)
      #expect(recording.serverMessages == answers)
      let second = InProcessConnection<Bench>(state: Bench(), routes: Bench.routes())
      let again = recording.play(to: second)
      #expect(again.sorted { "\($0)" < "\($1)" } == answers.sorted { "\($0)" < "\($1)" })
      #expect(second.exitStatus == 0)
    }
  }

  @Test func aDamagedRecordSaysWhere() {
    let text = """
      {"t_ms": 0.5, "dir": "c2s", "msg": {"jsonrpc": "2.0", "method": "exit"}}
      {"t_ms": 1,
      {"t_ms": 2, "dir": "up", "msg": 1}

      {"t_ms": 3, "dir": "c2s"}
      """
    let recording = Recording(Array(text.utf8))
    #expect(recording.clientMessages.count == 1)
    #expect(recording.problems.map(\.line) == [2, 3, 5])
  }

  @Test func aRecordThatCannotBeWrittenIsRefused() {
    #expect(Recorder(path: "/no/such/folder/record.jsonl") == nil)
  }
}
