import Dispatch
import Features
import Rules
import Semantics
import Syntax

/// Reads the tables that the first text would have to wait for, while the client is still opening it.
enum Warmup {
  /// Begins once in a process; does nothing after that.
  static func begin() { _ = started }

  private static let started: Void = DispatchQueue.global(qos: .userInitiated).async {
    // A text that takes the ways that drafts take.
    _ =
      Draft(
        Document(
          """
          RESOLUTION 1 (Rev. Dubai, 2018)

          Subject

          The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

          *considering*

          a) that Resolution 2 (Dubai, 2018) of this conference is as considering a) above says;

          *resolves*

          1 to be read.
          """)
      ).judgement.findings
  }
}
