public import JSON

public struct Location: Sendable, Hashable, WireReadable, WireWritable {
  public var uri: DocumentURI
  public var range: PositionRange

  public init(uri: DocumentURI, range: PositionRange) {
    self.uri = uri
    self.range = range
  }

  public init(json: JSONValue) throws(WireError) {
    uri = try json.required("uri")
    range = try json.required("range")
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.member("range", range)
    }
  }
}

/// A target with the text that leads to it.
public struct LocationLink: Sendable, Hashable, WireWritable {
  /// What is underlined at the origin; the word under the caret where absent.
  public var originSelectionRange: PositionRange?
  public var targetURI: DocumentURI
  /// All of the target.
  public var targetRange: PositionRange
  /// What to show of it; inside `targetRange`.
  public var targetSelectionRange: PositionRange

  public init(
    originSelectionRange: PositionRange? = nil, targetURI: DocumentURI, targetRange: PositionRange,
    targetSelectionRange: PositionRange
  ) {
    self.originSelectionRange = originSelectionRange
    self.targetURI = targetURI
    self.targetRange = targetRange
    self.targetSelectionRange = targetSelectionRange
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.optional("originSelectionRange", originSelectionRange)
      $0.member("targetUri", targetURI)
      $0.member("targetRange", targetRange)
      $0.member("targetSelectionRange", targetSelectionRange)
    }
  }
}

/// Where something is: links only for clients with `linkSupport`.
public enum Targets: Sendable, Equatable, WireWritable {
  case locations([Location])
  case links([LocationLink])

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .locations(let locations): locations.write(to: &writer)
    case .links(let links): links.write(to: &writer)
    }
  }
}
