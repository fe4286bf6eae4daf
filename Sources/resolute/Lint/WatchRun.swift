import Glibc
import Workspace

/// Lints, waits until a text or a file of settings changes, and lints again what has changed. Ends with a
/// signal.
struct WatchRun {
  let settings: LintSettings
  let session: Session

  func run(_ operands: [FilePath]) throws(UsageError) -> ExitStatus {
    let operands = operands.isEmpty ? [FilePath(".")] : operands
    guard !operands.contains(FilePath("-")) else {
      throw UsageError("'--watch' waits for files to change; '-' is none")
    }
    let memory = LintMemory()
    var watch = FileWatch(operands)
    while true {
      clearScreen()
      let status = try LintRun(settings, session, memory: memory).run(operands)
      session.console.output.flush()
      guard session.console.output.condition == .open else { return status }
      if !settings.quiet {
        session.console.complain("waiting for changes; Ctrl-C ends")
      }
      if watch.wait(alsoFor: memory.filesBeside) { memory.forget() }
    }
  }

  /// The screen and what has left it at the top.
  private func clearScreen() {
    let console = session.console
    guard console.output.isTerminal, console.environment("TERM") != "dumb" else { return }
    console.output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }
}
