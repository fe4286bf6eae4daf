/// `completionItem/resolve`: fills in what was left out of an entry.
public struct CompletionResolveRequest: ResolveRequest {
  public static let method = "completionItem/resolve"
  public var entry: Resolved

  public init(entry: Resolved) { self.entry = entry }
}
