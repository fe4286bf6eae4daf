import Glibc
import Synchronization
import Workspace

/// Ends in good order when told to: no half file, no half progress line, status 128+n.
enum Signals {
  /// Whether a progress line stands on the terminal.
  static let showsProgress = Atomic<Bool>(false)

  private static let isWatching = Atomic<Bool>(false)

  /// Writing into a closed pipe gives an error to handle instead of a signal that kills.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Descriptors 0 to 2 must be taken, or a draft opened later would become standard output.
  static func holdStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is taken, so this is that one; reading only, so writes still fail.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Waits for the signals in a thread of its own, where more is allowed than in a handler. To be
  /// called before other threads begin, which then leave the signals to it.
  static func watch() {
    guard !isWatching.exchange(true, ordering: .relaxed) else { return }
    var signals = sigset_t()
    sigemptyset(&signals)
    // What the parent has set to be ignored (nohup, background jobs) stays so.
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      sigaddset(&signals, number)
    }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let waited = signals
    let started = startThread { @Sendable in
      var waited = waited
      var number: Int32 = 0
      while sigwait(&waited, &number) != 0 {}
      finish(number)
    }
    if !started { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  private static func finish(_ number: Int32) {
    if showsProgress.load(ordering: .relaxed) {
      let clear = Array(Progress.clearLine.utf8)
      _ = write(STDERR_FILENO, clear, clear.count)
    }
    TemporaryFiles.removeAll()
    _exit(128 + number)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}

/// Starts a thread that nobody waits for. The stack is generous: memory is taken only when used.
func startThread(stackBytes: Int = 16 << 20, _ body: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  guard pthread_attr_init(&attributes) == 0 else { return false }
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackBytes)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, &attributes,
    { context in
      if let context {
        Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
      }
      return nil
    }, box.toOpaque())
  if code != 0 { box.release() }
  return code == 0
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
