public import Rules

/// A judged text, as every output format wants it.
public struct FileReport: Sendable {
  /// As typed, joined with `/` for what a walk found; `-` or its stand-in for standard input.
  public var path: String
  /// The text that the findings speak of.
  public var source: [UInt8]
  public var recognised: Bool
  /// Those of the first resolution; `nil` where none was recognised.
  public var profile: String?
  public var language: String?
  /// By offset, then rule.
  public var findings: [Finding]
  /// One for each finding; `nil`: as the findings have them by themselves.
  public var fingerprints: [String]?

  public init(
    path: String, source: [UInt8], recognised: Bool, profile: String?, language: String?,
    findings: [Finding], fingerprints: [String]? = nil
  ) {
    self.path = path
    self.source = source
    self.recognised = recognised
    self.profile = profile
    self.language = language
    self.findings = findings
    self.fingerprints = fingerprints
  }

  /// The findings with their fingerprints.
  var fingerprinted: [(finding: Finding, fingerprint: String)] {
    Array(zip(findings, fingerprints ?? Fingerprint.all(of: findings, in: source)))
  }
}

/// What one file adds to a report. Made on any thread, put in its place by ``ReportWriter/add(_:)``.
public struct Fragment: Sendable {
  /// The entry of the file itself, in formats that have one.
  var file: [UInt8] = []
  var findings: [UInt8] = []
  public var tally: Tally
}

/// An output format. Nothing here writes: each call returns the bytes that come next.
///
/// The order of calls: `begin`, any number of `add` and `problem`, `end`. A format that can be
/// written as it goes keeps nothing of a file after its `add`.
public protocol ReportWriter: Sendable {
  /// What a file contributes. Costly and free of side effects, so that many threads can do it.
  func fragment(of file: FileReport) -> Fragment

  mutating func begin() -> [UInt8]
  mutating func add(_ fragment: Fragment) -> [UInt8]
  /// A path that could not be read.
  mutating func problem(path: String, message: String) -> [UInt8]
  mutating func end() -> [UInt8]
}

/// What every report needs to know about the program.
public struct ReportContext: Sendable {
  /// What is said of a rule beside its findings.
  public struct Page: Sendable {
    /// One line.
    public var summary: String
    /// Markdown.
    public var manual: String
    public var severity: Severity

    public init(summary: String, manual: String, severity: Severity) {
      self.summary = summary
      self.manual = manual
      self.severity = severity
    }
  }

  /// The version of the program.
  public var version: String
  /// The current folder, absolute: formats for programs give paths relative to it.
  public var root: String
  /// Whether a finding of the level fails the run.
  public var fails: @Sendable (Severity) -> Bool
  public var page: @Sendable (_ rule: String) -> Page?
  /// A stable link or path to the page of a rule.
  public var help: @Sendable (_ rule: String) -> String

  public init(
    version: String, root: String = "",
    fails: @escaping @Sendable (Severity) -> Bool = { _ in true },
    page: @escaping @Sendable (_ rule: String) -> Page? = { _ in nil },
    help: @escaping @Sendable (_ rule: String) -> String
  ) {
    self.version = version
    self.root = root
    self.fails = fails
    self.page = page
    self.help = help
  }
}
