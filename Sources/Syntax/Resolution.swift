public import Grammar

/// One resolution, decision, recommendation or opinion as it stands in a text: its parts, in order,
/// with offsets in bytes from the start of its section.
public struct Resolution: Sendable {
  /// What a contribution proposes for the text: `MOD AFCP/42A1/1`.
  public var proposal: TitleShape?
  public var title: TitleShape?
  /// The subject; empty when there is none.
  public var subject: Span = .none
  /// The line under the subject that lists the sessions; empty when there is none.
  public var referenceLine: Span = .none
  public var formula: TitleShape?
  /// Clauses of the body and of the annexes, in the order of the text.
  public var clauses: [Clause] = []
  /// Paragraphs of all clauses and annexes, in the order of the text.
  public var paragraphs: [Paragraph] = []
  public var annexes: [Annex] = []
  public var footnotes: [Footnote] = []
  /// `Ref.:` and `Reasons:` lines.
  public var closings: [Span] = []
  /// `Reasons:` with all that stands behind it; empty when there is none.
  public var reasons: Span = .none
  /// Comments, where directives to the linter stand.
  public var comments: [Span] = []
  /// Where the first block of words begins: not a blank, a comment or a page's furniture.
  public var start = 0

  public init() {}

  /// The clauses that are not in an annex.
  public var bodyClauses: ArraySlice<Clause> {
    clauses[..<(annexes.first?.clauses.lowerBound ?? clauses.count)]
  }

  /// How many of title, formula, preambular and operative heading are there: two make a resolution.
  public var signals: Int {
    var isPreambular = false
    var isOperative = false
    for index in bodyClauses.indices where clauses[index].heading.known {
      switch clauses[index].heading.part {
      case .preambular: isPreambular = true
      case .operative: isOperative = isOperative || clauses[index].heading.isEvidence
      }
    }
    // "The General Assembly," opens texts of another house.
    let isOwnFormula = (formula?.formula ?? -1) >= 0
    return (title == nil ? 0 : 1) + (isOwnFormula ? 1 : 0)
      + (isPreambular ? 1 : 0) + (isOperative ? 1 : 0)
  }

  public var isRecognised: Bool { signals >= 2 }

  /// Whether it is a proposal for a text that it names. Where a text is to go or to stay, the title is
  /// all that stands here.
  public var isProposal: Bool { proposal != nil && title != nil }
}

public struct Clause: Sendable {
  public var heading: HeadingShape
  /// Index of the heading's block in the section.
  public var block: Int
  /// Indices in `Resolution.paragraphs`.
  public var paragraphs: Range<Int>
  /// Index in `Resolution.annexes`, or -1 for the body.
  public var annex: Int
  /// Hashes of the heading's words, articles left out.
  public var words: [UInt32]
  /// How many of `words` stand before the first comma: verb and addressee without the tail.
  public var coreCount: Int

  public var part: ClausePart { heading.part }
}

public struct Annex: Sendable {
  public var title: TitleShape
  public var clauses: Range<Int>
  public var paragraphs: Range<Int>
  /// From its title to its end.
  public var span: Span
  /// A numbered section of rules instead of an annex.
  public var isSection: Bool
}

public struct Footnote: Sendable {
  public var mark: Span
  public var text: Span
  public var block: Int
}

extension HeadingShape {
  /// Whether the heading alone is evidence that a text is a resolution: "resolves" is, a line that
  /// merely begins with "requests" is not.
  var isEvidence: Bool { known }
}
