/// Whether a text is still negotiated.
public enum TextStatus: String, Sendable, CaseIterable {
  case draft
  /// What marks unagreed text has no place in it any more.
  case final
}

/// Which rules speak, how loud, and what they know beside the text. Equal settings give equal findings.
public struct RuleSettings: Sendable, Equatable {
  /// Rule ids or group names; empty means all.
  public var select: Set<String> = []
  /// Rule ids or group names; wins over `select`.
  public var ignore: Set<String> = []
  /// Severities that a user set for rules or groups; they replace the rule's own. `nil` as value turns
  /// it off. What is said of a rule wins over what is said of its group.
  public var severities: [String: Severity?] = [:]
  /// Judge texts too that are not recognised as resolutions.
  public var allTexts = false
  public var status = TextStatus.draft
  /// What the register may know; `nil`: what the session in the text's own title or formula could.
  public var asOf: AsOfDate?
  /// What is known of other texts; compared by identity.
  public var knowledge = Knowledge.standard
  /// Finds the editions that the text is compared with; compared by identity. `nil`: with none.
  public var bases: BaseFinder?

  public init() {}

  public func isOn(_ rule: String) -> Bool {
    let group = Self.group(of: rule)
    if ignore.contains(rule) || ignore.contains(group) { return false }
    if let severity = severity(of: rule), severity == nil { return false }
    return select.isEmpty || select.contains(rule) || select.contains(group)
  }

  /// What a user set for a rule or for its group: a severity, or `.some(nil)` for off. `nil` where
  /// nothing is set.
  public func severity(of rule: String) -> Severity?? {
    if severities.isEmpty { return nil }
    if let own = severities[rule] { return .some(own) }
    if let own = severities[Self.group(of: rule)] { return .some(own) }
    return nil
  }

  private static func group(of rule: String) -> String { String(rule.prefix { $0 != "/" }) }
}
