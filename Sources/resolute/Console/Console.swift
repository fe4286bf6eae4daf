import Glibc

/// Where a command reads, writes and complains.
struct Console {
  let output: OutputStream
  let errors: OutputStream
  /// Descriptor of standard input.
  var input: Int32 = STDIN_FILENO
  var environment: @Sendable (String) -> String? = { name in
    getenv(name).map { String(cString: $0) }
  }
  /// Seconds of work before progress is shown.
  var progressDelay = 0.5
  /// Whether signals are to be caught while a command works.
  var handlesSignals = false

  /// The streams of the process.
  static func standard() -> Console {
    var console = Console(
      output: OutputStream(descriptor: STDOUT_FILENO),
      errors: OutputStream(descriptor: STDERR_FILENO, capacity: 0))
    console.handlesSignals = true
    return console
  }

  /// A line on standard error, marked with the program's name.
  func complain(_ message: String) { errors.write("resolute: \(message)\n") }

  /// Colour for what goes to standard output: as asked, else on a terminal that wants it.
  func isColoured(_ choice: ColourChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      // no-color.org: any value but the empty one.
      if let refused = environment("NO_COLOR"), !refused.isEmpty { return false }
      return output.isTerminal && environment("TERM") != "dumb"
    }
  }
}

enum ColourChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never
}
