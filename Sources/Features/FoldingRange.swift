internal import Semantics
internal import Syntax
internal import TextModel

/// Lines that an editor may hide behind the first of them.
public struct Fold: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case resolution, clause, paragraph, annex, footnotes, comment
  }

  public var kind: Kind
  /// Counted from 0; the first stays visible.
  public var lines: ClosedRange<Int>
}

/// The folds of a draft. Made from those before an edit, they cost what the touched resolution costs.
public struct FoldingRanges: Sendable {
  private let sections: [SectionFolds]

  public init(_ draft: Draft, previous: FoldingRanges? = nil) {
    let new = draft.meaning.sections
    let old = previous?.sections ?? []
    let shared = SharedEnds(old: old.count, new: new.count) {
      old[$0].meaning === new[$1] && old[$0].isSpokenOf == draft.speaks(of: new[$1])
    }
    sections = shared.merge(old, count: new.count) { index in
      SectionFolds(new[index], part: draft.part(index))
    }
  }

  /// In the order of the text, the outer before the inner.
  public var folds: [Fold] {
    var folds: [Fold] = []
    var line = 0
    for section in sections {
      for fold in section.folds {
        folds.append(
          Fold(
            kind: fold.kind, lines: (fold.lines.lowerBound + line)...(fold.lines.upperBound + line))
        )
      }
      line += section.meaning.section.lineCount
    }
    return folds
  }
}

extension Draft {
  /// The folds of one section; lines count from its first.
  /// - Parameter index: of the section in the document.
  public func folds(ofSection index: Int) -> [Fold] {
    guard let part = part(index) else { return [] }
    return SectionFolds(part.meaning, part: part).folds
  }
}

/// The folds of one section; lines count from its first.
private final class SectionFolds: Sendable {
  let meaning: SectionMeaning
  let isSpokenOf: Bool
  let folds: [Fold]

  init(_ meaning: SectionMeaning, part: Part?) {
    self.meaning = meaning
    isSpokenOf = part != nil
    guard let part else {
      folds = []
      return
    }
    var reader = FoldReader(part: part)
    reader.read()
    folds = reader.folds
  }
}

private struct FoldReader {
  let part: Part
  private let lines: LineIndex
  private(set) var folds: [Fold] = []
  private var tree: Resolution { part.tree }

  init(part: Part) {
    self.part = part
    lines = LineIndex(part.section.source)
  }

  mutating func read() {
    add(.resolution, part.section.contentSpan)
    for clause in tree.clauses { add(.clause, part.span(of: clause)) }
    for annex in tree.annexes { add(.annex, part.span(of: annex)) }
    for index in tree.paragraphs.indices {
      add(
        .paragraph, Span(tree.paragraphs[index].span.lower, part.endOfItem(index)))
    }
    for comment in tree.comments { add(.comment, comment) }
    footnotes()
    folds.sort {
      $0.lines.lowerBound != $1.lines.lowerBound
        ? $0.lines.lowerBound < $1.lines.lowerBound : $0.lines.upperBound > $1.lines.upperBound
    }
  }

  private mutating func add(_ kind: Fold.Kind, _ span: Span) {
    let first = lines.line(at: span.lower)
    let last = lines.line(at: max(span.lower, span.upper - 1))
    if last > first { folds.append(Fold(kind: kind, lines: first...last)) }
  }

  /// Notes that stand together fold as one.
  private mutating func footnotes() {
    var run: (first: Int, last: Int)?
    var block = -1
    for note in tree.footnotes {
      if let open = run, note.block <= block + 1 {
        run = (open.first, note.text.upper)
      } else {
        if let run { add(.footnotes, Span(run.first, run.last)) }
        run = (note.mark.lower, note.text.upper)
      }
      block = note.block
    }
    if let run { add(.footnotes, Span(run.first, run.last)) }
  }
}
