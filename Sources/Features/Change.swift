internal import Revision
internal import Semantics
internal import Syntax
public import TextModel

/// What an action does to a text, and what a reader has to look at behind it.
public struct Change: Sendable, Equatable {
  public var edits: [TextEdit]
  public var concerns: [Concern]

  public init(edits: [TextEdit], concerns: [Concern] = []) {
    self.edits = edits
    self.concerns = concerns
  }

  /// Something that could not follow the edits, or that may not be what the author wants.
  public struct Concern: Sendable, Equatable {
    /// The words it is about, in the text before the edits; UTF-8 bytes.
    public var range: Range<Int>
    /// Without a full stop.
    public var message: String
  }
}

extension Change {
  /// The edits of a section in the whole text.
  /// - Parameter start: the byte offset of the section.
  init(_ revised: Revised, in meaning: SectionMeaning, at start: Int) {
    edits = revised.edits.map { $0.shifted(by: start) }
    concerns = revised.problems.compactMap { problem in
      problem.message(in: meaning).map {
        Concern(
          range: (problem.range.lowerBound + start)..<(problem.range.upperBound + start),
          message: $0)
      }
    }
  }
}

extension RevisionProblem {
  /// `nil` for what an author need not know.
  fileprivate func message(in meaning: SectionMeaning) -> String? {
    let span = Span(range.lowerBound, range.upperBound)
    let words =
      "“\(meaning.plainText(kind == .looseMention ? meaning.mention(around: span) : span))”"
    let target = lastTarget.isEmpty ? "what" : lastTarget
    switch kind {
    case .deletedTarget: return "\(words) names \(target), which is deleted"
    case .splitTarget: return "\(words) names the first half of what was \(target)"
    case .widerRange: return "\(words) takes the new paragraph in"
    case .bothSides: return "of what \(words) names, some stands above it now and some below"
    case .selfReference: return "\(words) names the paragraph that it stands in"
    case .danglingLabel: return "\(words) names a label that no paragraph had before"
    case .looseMention: return "\(words) was left alone: nothing tells which list is meant"
    // Only who undoes the edit by its opposite would see it.
    case .rewritten: return nil
    }
  }
}

extension SectionMeaning {
  /// A label without a heading, whole and with the word behind it: `b) above`.
  fileprivate func mention(around mark: Span) -> Span {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let bytes = section.bytes
    let before = bytes.prefix(max(0, mark.lower)).lastIndex(where: isBlank)
    let word = bytes.dropFirst(max(0, mark.upper)).firstIndex { !isBlank($0) } ?? bytes.count
    let end = bytes.dropFirst(word).firstIndex { !isASCIILetter($0) } ?? bytes.count
    return Span(before.map { $0.advanced(by: 1) } ?? 0, end)
  }
}
