/// What a server needs of the process it lives in, so that tests can stand in for it.
public struct Host: Sendable {
  /// Ends the process with a status; called at most once.
  public var exit: @Sendable (Int32) -> Void
  /// Watches the process whose death ends the session.
  public var watch: @Sendable (Int) -> Void
  /// A line for whoever reads the server's standard error.
  public var note: @Sendable (String) -> Void

  public init(
    exit: @escaping @Sendable (Int32) -> Void, watch: @escaping @Sendable (Int) -> Void = { _ in },
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.exit = exit
    self.watch = watch
    self.note = note
  }
}
