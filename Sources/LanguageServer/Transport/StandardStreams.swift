import Glibc

/// The streams of the protocol, taken out of everyone else's reach.
public struct StandardStreams: Sendable {
  public let input: Int32
  public let output: Int32

  /// `F_SETPIPE_SZ` of Linux, which the module map leaves out.
  private static let setPipeSize: Int32 = 1031

  /// Moves standard input and output to descriptors of their own. What prints to standard output from
  /// now on goes to standard error, and what reads standard input reads nothing: neither can spoil
  /// the stream of messages. Children do not inherit the new descriptors.
  ///
  /// - Returns: `nil` where a stream is closed.
  public static func takeOver() -> StandardStreams? {
    // A client that goes away shows as an error of write, not as the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard input >= 0, output >= 0 else { return nil }
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    if nothing >= 0 {
      dup2(nothing, STDIN_FILENO)
      close(nothing)
    }
    dup2(STDERR_FILENO, STDOUT_FILENO)
    // A long message passes in one go, not in pieces of 64 KB with a wake for each. What is no pipe
    // refuses, and loses nothing.
    _ = fcntl(input, Self.setPipeSize, 1 << 20)
    _ = fcntl(output, Self.setPipeSize, 1 << 20)
    return StandardStreams(input: input, output: output)
  }
}
