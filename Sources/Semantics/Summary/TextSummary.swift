public import Catalogue
internal import Grammar
public import Syntax
public import TextModel

/// What an index keeps of a text instead of the text: its resolutions, whom they cite and where.
/// It names no file; whoever keeps it knows where it came from.
public struct TextSummary: Sendable, Equatable {
  /// In the order of the text; empty for a text that is none of ours.
  public var resolutions: [ResolutionSummary]

  public init(resolutions: [ResolutionSummary] = []) { self.resolutions = resolutions }

  /// - Parameters:
  ///   - encoding: of the columns in the ranges.
  ///   - all: take in parts that are not recognised as resolutions too.
  public init(_ meaning: TextMeaning, encoding: PositionEncoding, all: Bool = false) {
    resolutions = []
    var line = 0
    for (index, section) in meaning.sections.enumerated() {
      if all || section.resolution.isRecognised {
        let start = meaning.document.starts[index]
        let reader = SummaryReader(section, start: start, line: line, encoding: encoding)
        resolutions.append(reader.summary())
      }
      line += section.section.lineCount
    }
  }
}

/// One resolution, decision, recommendation or opinion of a text.
public struct ResolutionSummary: Sendable, Equatable {
  /// `nil` without a title or a number.
  public var name: TextName?
  /// The title line as written, blanks folded; empty without one.
  public var title: String
  public var subject: String
  /// The editions that it names as its own: those of the line under the subject, and that of its
  /// title, last. Places are as written.
  public var editions: [Edition]
  /// From its first word to its last.
  public var range: SummaryRange
  /// The title, else the beginning.
  public var titleRange: SummaryRange
  /// The texts it cites, in the order of the text; itself too where it does.
  public var citations: [CitationSummary]
  /// Headings of its clauses and titles of its annexes, in the order of the text.
  public var parts: [PartSummary]

  /// The year of the session that adopted this edition.
  public var year: Int? { editions.last?.year }
}

/// A place where a text cites another.
public struct CitationSummary: Sendable, Equatable {
  public var name: TextName
  public var place: String?
  public var year: Int?
  public var revised: Bool
  public var range: SummaryRange
}

/// A clause or an annex.
public struct PartSummary: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case preambularClause, operativeClause, annex
  }

  public var kind: Kind
  /// Heading or title, blanks folded.
  public var name: String
  /// Of the heading or title.
  public var range: SummaryRange
}

/// Makes the summary of one section.
private struct SummaryReader {
  let meaning: SectionMeaning
  let tree: Resolution
  let start: Int
  let line: Int
  let encoding: PositionEncoding
  let lines: LineIndex

  init(_ meaning: SectionMeaning, start: Int, line: Int, encoding: PositionEncoding) {
    self.meaning = meaning
    tree = meaning.section.resolution
    self.start = start
    self.line = line
    self.encoding = encoding
    lines = LineIndex(meaning.section.source)
  }

  func summary() -> ResolutionSummary {
    let whole = meaning.section.contentSpan
    let title = tree.title?.span ?? Span(whole.lower, whole.lower)
    return ResolutionSummary(
      name: TextName(of: meaning), title: tree.title.map { meaning.plainText($0.span) } ?? "",
      subject: tree.subject.isEmpty ? "" : meaning.plainText(tree.subject),
      editions: OwnEditions(meaning: meaning).read(), range: range(whole),
      titleRange: range(title), citations: citations(), parts: parts())
  }

  private func citations() -> [CitationSummary] {
    meaning.citations.compactMap { citation in
      TextName(citation).map {
        CitationSummary(
          name: $0, place: citation.place, year: citation.year, revised: citation.revised,
          range: range(citation.span))
      }
    }
  }

  private func parts() -> [PartSummary] {
    var parts = tree.clauses.map { clause in
      PartSummary(
        kind: clause.part == .operative ? .operativeClause : .preambularClause,
        name: meaning.plainText(clause.heading.span), range: range(clause.heading.span))
    }
    parts += tree.annexes.map { annex in
      PartSummary(
        kind: .annex, name: meaning.plainText(annex.title.span), range: range(annex.title.span))
    }
    return parts.sorted { $0.range.bytes.lowerBound < $1.range.bytes.lowerBound }
  }

  private func range(_ span: Span) -> SummaryRange {
    SummaryRange(
      (span.lower + start)..<(span.upper + start), from: position(span.lower),
      to: position(span.upper))
  }

  private func position(_ offset: Int) -> TextPosition {
    var position = lines.position(
      of: offset, in: meaning.section.source, encoding: encoding)
    position.line += line
    return position
  }
}

extension Section {
  /// From the first byte that is not blank to the last.
  public var contentSpan: Span {
    bytes.withByteView { view in
      var end = view.count
      while end > 0, view[end - 1] <= 0x20 { end -= 1 }
      return Span(min(resolution.start, end), end)
    }
  }
}
