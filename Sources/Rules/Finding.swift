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

/// Another place in the same text that explains a finding.
public struct Related: Sendable, Equatable {
  public var message: String
  /// UTF-8 byte offsets.
  public var range: Range<Int>

  public init(message: String, range: Range<Int>) {
    self.message = message
    self.range = range
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
