public import TextModel

/// How much a finding matters. The order is that of the protocol: `error` is the worst.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  case error = 1
  case warning = 2
  case information = 3
  case hint = 4

  /// The name used on the command line and in every report.
  public var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "information"
    case .hint: "hint"
    }
  }

  /// The severity of that name, or `nil`.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Worse comes first: `.error < .hint`.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// One level milder, as a profile asks for whose convention was not counted.
  public var milder: Severity { Severity(rawValue: rawValue + 1) ?? .hint }
}

/// Whether a fix keeps the meaning of the text beyond doubt.
public enum FixSafety: UInt8, Sendable {
  case safe
  case unsafe

  public var name: String { self == .safe ? "safe" : "unsafe" }
}

/// A correction: edits that do not overlap and that all refer to the text as it was judged.
public struct Fix: Sendable, Equatable {
  public var title: String
  public var safety: FixSafety
  /// In ascending order; ranges are UTF-8 byte offsets.
  public var edits: [TextEdit]

  public init(title: String, safety: FixSafety, edits: [TextEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// A place in another text, which is not at hand when it is shown.
public struct OtherPlace: Sendable, Equatable {
  /// As messages name it; for a client of the language server, its URI.
  public var file: String
  /// UTF-8 bytes from the start of that text.
  public var bytes: Range<Int>
  /// Columns are in the encoding that the place was read for: bytes on the command line.
  public var start: TextPosition
  public var end: TextPosition

  public init(file: String, bytes: Range<Int>, start: TextPosition, end: TextPosition) {
    self.file = file
    self.bytes = bytes
    self.start = start
    self.end = end
  }
}

/// Another place that explains a finding.
public struct Related: Sendable, Equatable {
  public var message: String
  /// UTF-8 byte offsets in the same text; without meaning where `other` is given.
  public var range: Range<Int>
  /// The place, where it is in another text.
  public var other: OtherPlace?

  public init(message: String, range: Range<Int>, other: OtherPlace? = nil) {
    self.message = message
    self.range = range
    self.other = other
  }
}

/// One thing that is wrong in a text.
public struct Finding: Sendable, Equatable {
  /// `group/name`, permanent once released.
  public var rule: String
  public var severity: Severity
  public var message: String
  /// The exact bytes that are wrong (UTF-8 offsets); empty where something is missing.
  public var range: Range<Int>
  public var related: [Related]
  public var fixes: [Fix]

  public init(
    rule: String, severity: Severity, message: String, range: Range<Int>,
    related: [Related] = [], fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.related = related
    self.fixes = fixes
  }
}
