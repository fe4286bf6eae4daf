/// All rules; the lists are generated from the declarations.
enum Registry {}

/// What a user can know of a rule without a text.
public struct RuleInfo: Sendable {
  /// `group/name`.
  public let id: String
  /// In the profile that was counted.
  public let severity: Severity
  private let text: StaticString

  init(id: String, severity: Severity, manual: StaticString) {
    self.id = id
    self.severity = severity
    text = manual
  }

  /// The manual page, Markdown; its first line is a summary.
  public var manual: String { String(describing: text) }

  public var group: String { String(id.prefix { $0 != "/" }) }

  public var summary: String {
    String(manual.prefix { $0 != "\n" })
  }

  public static func named(_ id: String) -> RuleInfo? { all.first { $0.id == id } }

  /// All groups, sorted.
  public static var groups: [String] { Array(Set(all.map(\.group))).sorted() }
}
