public import JSON

public struct Diagnostic: Sendable, Equatable {
  public var range: PositionRange
  public var severity: DiagnosticSeverity?
  /// The rule's id.
  public var code: String?
  /// The page about the rule; only for clients with `codeDescriptionSupport`.
  public var codeDescription: String?
  public var source: String?
  public var message: String
  public var tags: [DiagnosticTag]
  public var relatedInformation: [DiagnosticRelatedInformation]
  /// Comes back with code action requests; only for clients with `dataSupport`.
  public var data: JSONValue?

  public init(
    range: PositionRange, severity: DiagnosticSeverity? = nil, code: String? = nil,
    codeDescription: String? = nil, source: String? = nil, message: String,
    tags: [DiagnosticTag] = [], relatedInformation: [DiagnosticRelatedInformation] = [],
    data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.source = source
    self.message = message
    self.tags = tags
    self.relatedInformation = relatedInformation
    self.data = data
  }
}

extension Diagnostic: WireReadable, WireWritable {
  public init(json: JSONValue) throws(WireError) {
    range = try json.required("range")
    severity = try json.optional("severity")
    // Diagnostics of other servers come back too: their codes may be numbers.
    code = json["code"]?.string ?? json["code"]?.int.map(String.init)
    codeDescription = json.at("codeDescription", "href")?.string
    source = try json.optional("source")
    // Since 3.18 a message may be markup.
    if let markup = json.at("message", "value")?.string {
      message = markup
    } else {
      message = try json.required("message")
    }
    tags = try json.list("tags")
    relatedInformation = try json.list("relatedInformation")
    data = json["data"]
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.optional("severity", severity)
      $0.optional("code", code)
      if let codeDescription {
        $0.key("codeDescription")
        $0.object { $0.member("href", codeDescription) }
      }
      $0.optional("source", source)
      $0.member("message", message)
      $0.list("tags", tags)
      $0.list("relatedInformation", relatedInformation)
      $0.optional("data", data)
    }
  }
}

public struct DiagnosticSeverity: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let error = DiagnosticSeverity(rawValue: 1)
  public static let warning = DiagnosticSeverity(rawValue: 2)
  public static let information = DiagnosticSeverity(rawValue: 3)
  public static let hint = DiagnosticSeverity(rawValue: 4)
}

public struct DiagnosticTag: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let unnecessary = DiagnosticTag(rawValue: 1)
  public static let deprecated = DiagnosticTag(rawValue: 2)
}

/// Another place that explains a diagnostic.
public struct DiagnosticRelatedInformation: Sendable, Equatable, WireReadable, WireWritable {
  public var location: Location
  public var message: String

  public init(location: Location, message: String) {
    self.location = location
    self.message = message
  }

  public init(json: JSONValue) throws(WireError) {
    location = try json.required("location")
    message = try json.required("message")
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("location", location)
      $0.member("message", message)
    }
  }
}

/// A list of diagnostics.
public typealias DiagnosticList = WireList<Diagnostic>
