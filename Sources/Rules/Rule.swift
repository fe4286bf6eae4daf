public import Syntax
internal import TextModel

/// One thing that a text can have wrong. The type's doc comment is the rule's manual page; the
/// registry is generated from the types, so a rule is one file and its test.
public protocol Rule: Sendable {
  /// `group/name`, permanent once released.
  static var id: String { get }
  /// The severity in the profile that was counted; a profile may lower it.
  static var severity: Severity { get }
  init()
}

/// A rule that looks at one resolution as a whole: its parts, labels, references.
public protocol SectionRule: Rule {
  /// Whether it speaks too of what stands before and between the resolutions of a text: the
  /// introduction of a contribution. Block rules always do.
  static var judgesFront: Bool { get }
  /// Whether it compares the text with an earlier edition of it.
  static var wantsBase: Bool { get }
  /// Of what a paragraph must have one for its plain words to matter to the rule: while none of it is
  /// there, another word in that paragraph leaves what the rule finds as it was. `anyWord` by default.
  static var heeds: BlockSigns { get }
  func check(_ text: SectionContext, _ report: inout Report)
}

extension SectionRule {
  public static var judgesFront: Bool { false }
  public static var wantsBase: Bool { false }
  public static var heeds: BlockSigns { .anyWord }
}

/// A rule that looks at the words of one block and at nothing else. What it finds is kept as long
/// as the block is, so that its cost is paid once.
public protocol BlockRule: Rule {
  /// What a block must have one of for the rule to have anything to say.
  static var looksFor: BlockSigns { get }
  func check(_ block: BlockContext, _ report: inout Report)
}

/// What a block has that some rule may look at; nearly all blocks have little.
public struct BlockSigns: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What its tokens hold.
  public init(_ contents: Token.Contents) { rawValue = contents.rawValue }

  /// All but what its words are noted for.
  @inline(__always)
  init(_ block: Block) {
    self.init(block.contents)
    if block.index.hasCitations, block.mayCiteParagraphs { insert(.paragraphs) }
  }

  /// A word that one of the rules on words has noted; for section rules, one that may be two.
  public static let notedWords = BlockSigns(rawValue: 1 << 16)
  /// A section sign, or a word for it.
  public static let paragraphs = BlockSigns(rawValue: 1 << 18)
  /// The changed word belongs to a citation or stands beside one.
  static let citationWords = BlockSigns(rawValue: 1 << 25)
  /// A reference: the changed word belongs to one, or makes one.
  static let references = BlockSigns(rawValue: 1 << 19)
  /// Behind the changed word an acronym in brackets, which it may be one of the words of.
  static let bracketedNames = BlockSigns(rawValue: 1 << 20)
  /// The changed word is among the last ones.
  static let lastWords = BlockSigns(rawValue: 1 << 21)
  /// Numbers or brackets, and the changed word may join labels or be one: "and", "above", "ii".
  static let labels = BlockSigns(rawValue: 1 << 22)
  /// A year, and the changed word may tell what is due then.
  static let years = BlockSigns(rawValue: 1 << 26)
  /// The changed word is "to", or stands behind it.
  static let infinitives = BlockSigns(rawValue: 1 << 27)
  /// Another paragraph says nearly the same.
  static let twins = BlockSigns(rawValue: 1 << 28)
  /// Any word at all.
  static let anyWord = BlockSigns(rawValue: 1 << 23)
}

/// A rule about the linting itself: directives, limits. It speaks where the findings of a whole text
/// come together.
public protocol TextRule: Rule {}

/// Takes a rule's findings. Offsets are those of the rule's own view: of the section for a
/// `SectionRule`, of the block for a `BlockRule`.
public struct Report {
  private(set) var findings: [Finding] = []
  private let rules: [(id: String, severity: Severity)]
  /// Which of the rules is speaking.
  var speaking = 0

  init(_ rules: [(id: String, severity: Severity)]) { self.rules = rules }

  /// What was added since the last time.
  mutating func take() -> [Finding] {
    guard !findings.isEmpty else { return [] }
    defer { findings = [] }
    return findings
  }

  /// - Parameter severity: where a rule has several; its own by default.
  public mutating func add(
    _ message: String, at span: Span, severity: Severity? = nil, related: [Related] = [],
    fixes: [Fix] = []
  ) {
    let rule = rules[speaking]
    findings.append(
      Finding(
        rule: rule.id, severity: severity ?? rule.severity, message: message, range: span.range,
        related: related, fixes: fixes))
  }
}

extension Fix {
  /// One replacement.
  public static func replace(
    _ span: Span, with text: String, title: String, safety: FixSafety = .safe
  ) -> Fix {
    Fix(title: title, safety: safety, edits: [TextEdit(range: span.range, text: text)])
  }

  public static func insert(
    _ text: String, at offset: Int, title: String, safety: FixSafety = .safe
  ) -> Fix {
    replace(Span(offset, offset), with: text, title: title, safety: safety)
  }

  public static func delete(_ span: Span, title: String, safety: FixSafety = .safe) -> Fix {
    replace(span, with: "", title: title, safety: safety)
  }
}
