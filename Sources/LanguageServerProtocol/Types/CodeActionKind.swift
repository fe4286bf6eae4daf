/// What an action is for, from the general to the special, with full stops between.
public struct CodeActionKind: OpenEnumeration {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let quickFix = CodeActionKind(rawValue: "quickfix")
  public static let refactor = CodeActionKind(rawValue: "refactor")
  public static let refactorExtract = CodeActionKind(rawValue: "refactor.extract")
  public static let refactorInline = CodeActionKind(rawValue: "refactor.inline")
  public static let refactorRewrite = CodeActionKind(rawValue: "refactor.rewrite")
  public static let refactorMove = CodeActionKind(rawValue: "refactor.move")
  public static let source = CodeActionKind(rawValue: "source")
  public static let sourceFixAll = CodeActionKind(rawValue: "source.fixAll")

  /// Whether this kind is the other or a special case of it: `source.fixAll` is a `source`.
  public func isKind(of other: CodeActionKind) -> Bool {
    other.rawValue.isEmpty || rawValue == other.rawValue
      || rawValue.utf8.starts(with: (other.rawValue + ".").utf8)
  }
}
