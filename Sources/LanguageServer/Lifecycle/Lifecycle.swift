import LanguageServerProtocol

/// Where a session stands (LSP 3.18, "Lifecycle Messages"). What a message may do depends on this
/// one value and on nothing else.
public enum Lifecycle: Sendable, Equatable, CaseIterable {
  /// Nothing but `initialize` and `exit` is expected.
  case created
  /// `initialize` is answered; the server may not send requests yet.
  case initialized
  /// The client has confirmed with `initialized`.
  case running
  /// Nothing but `exit` is expected.
  case shutDown
  case exited

  /// Why a request is not let through; `nil` where it is.
  func refusal(ofRequest method: String) -> ResponseError? {
    switch self {
    case .created:
      if method == InitializeRequest.method { return nil }
      return ResponseError(.serverNotInitialized, "initialize must come before \(method)")
    case .initialized, .running:
      guard method == InitializeRequest.method else { return nil }
      return ResponseError(.invalidRequest, "initialize may be sent only once")
    case .shutDown, .exited:
      return ResponseError(.invalidRequest, "the server is shut down; only exit may follow")
    }
  }

  /// Whether a notification is let through; there is nobody to tell where it is not.
  func accepts(notification method: String) -> Bool {
    switch self {
    case .created, .shutDown: method == ExitNotification.method
    case .initialized: true
    case .running: method != InitializedNotification.method
    case .exited: false
    }
  }

  /// The exit status when the session ends now: 0 after `shutdown`, else 1.
  var exitStatus: Int32 { self == .shutDown ? 0 : 1 }
}
