import Dispatch
import Glibc
import LanguageServerProtocol

/// Runs a server on standard input and output until the client ends it.
public enum StandardSession {
  public struct Options: Sendable {
    /// Where the session is recorded.
    public var recording: String?
    /// The client's process where the command line names it; `initialize` may name it too.
    public var clientProcess: Int?

    public init(recording: String? = nil, clientProcess: Int? = nil) {
      self.recording = recording
      self.clientProcess = clientProcess
    }
  }

  /// Seconds that a handler may still use after `exit` has been read.
  private static let patience = 1.0

  /// Does not return once the session has begun: the process ends with 0 after `shutdown` and `exit`,
  /// else with 1. Returns a message where it cannot begin.
  public static func run<State: Sendable>(
    state: State, routes: Routes<State>, options: Options = Options()
  ) -> String {
    var recorder: Recorder?
    if let path = options.recording {
      recorder = Recorder(path: path)
      if recorder == nil { return "cannot write the record \(path)" }
    }
    guard let streams = StandardStreams.takeOver() else {
      return "standard input or output is closed"
    }
    let end: @Sendable (Int32) -> Void = { [recorder] status in
      recorder?.recordExit(status)
      _exit(status)
    }
    let watch = ProcessWatch()
    let watchClient: @Sendable (Int) -> Void = { process in watch.watch(process) { end(1) } }
    let writer = DescriptorWriter(descriptor: streams.output, recorder: recorder) { end(1) }
    let server = Server(
      state: state, routes: routes, outlet: writer,
      host: Host(exit: end, watch: watchClient, note: { line in writeToStandardError(line) }))
    if let process = options.clientProcess { watchClient(process) }
    // The queue ends the process in turn; a handler that hangs must not keep it alive.
    let endSoon = { DispatchQueue.global().asyncAfter(deadline: .now() + patience) { end(1) } }
    DescriptorReader.run(descriptor: streams.input) { events in
      if let recorder {
        for case .message(let body) in events { recorder.record(.client, body) }
      }
      server.receive(events)
      if events.contains(where: isExit) { endSoon() }
    }
    server.inputEnded()
    endSoon()
    server.drain()
    end(1)
    return "the session is over"
  }

  private static func isExit(_ event: FrameReader.Event) -> Bool {
    guard case .message(let body) = event, body.count < 200 else { return false }
    return (try? Envelope(body))?.kind == .notification(method: ExitNotification.method)
  }

  private static func writeToStandardError(_ line: String) {
    let bytes = Array("resolute: \(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
