import Configuration

/// The command line asks for something that is not there. The message names the thing and, where
/// there is one, the nearest right one.
struct UsageError: Error, Equatable {
  var message: String

  init(_ message: String) { self.message = message }

  /// - Parameters:
  ///   - kind: what it should be: `command`, `option`, `rule`...
  ///   - known: what it could be.
  static func unknown(_ kind: String, _ name: String, among known: [String]) -> UsageError {
    UsageError(Nearest.complaint(kind, printable(name), among: known))
  }
}

/// A name from outside on one line of a terminal, without controls.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  return text.unicodeScalars.map { isControl($0) ? "\\u{\(String($0.value, radix: 16))}" : "\($0)" }
    .joined()
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
