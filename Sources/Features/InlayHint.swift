internal import Catalogue
internal import Rules
internal import Semantics
internal import Syntax

/// Words that an editor shows between those of the draft.
public struct InlayHint: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The first words of what an internal reference points at.
    case target
    /// A later edition of a cited text is known.
    case edition
  }

  public var kind: Kind
  /// Where it is shown: the end of the reference or citation.
  public var offset: Int
  public var label: String
}

/// What a hint tells when one asks for more.
public struct InlayHintDetail: Sendable, Equatable {
  /// Plain text, a line for each target.
  public var tooltip: String
  /// The first target; `nil` where there is none in the draft.
  public var target: Range<Int>?
}

extension Draft {
  /// The hints inside a range, in the order of the text.
  public func inlayHints(
    in range: Range<Int>, kinds: Set<InlayHint.Kind> = Set(InlayHint.Kind.allCases)
  ) -> [InlayHint] {
    var hints: [InlayHint] = []
    for part in parts(in: range) {
      let reader = HintReader(part: part, knowledge: judgement.settings.knowledge)
      if kinds.contains(.target) {
        hints += part.meaning.references.inside(range, part, \.span).compactMap {
          reader.target($0)
        }
      }
      if kinds.contains(.edition) {
        hints += part.meaning.citations.inside(range, part, \.span).compactMap {
          reader.edition($0)
        }
      }
    }
    return hints.sorted { $0.offset < $1.offset }
  }

  /// What stands behind a hint; `nil` where the draft has no such hint any more.
  /// - Parameter offset: that of the hint.
  public func inlayHintDetail(_ kind: InlayHint.Kind, at offset: Int) -> InlayHintDetail? {
    let range = offset..<offset
    for part in parts(in: range) {
      let reader = HintReader(part: part, knowledge: judgement.settings.knowledge)
      switch kind {
      case .target:
        let found = part.meaning.references.inside(range, part, \.span)
          .first { $0.span.upper + part.start == offset }
        if let found { return reader.detail(found) }
      case .edition:
        let found = part.meaning.citations.inside(range, part, \.span)
          .first { $0.span.upper + part.start == offset }
        if let found { return reader.detail(found) }
      }
    }
    return nil
  }
}

private struct HintReader {
  let part: Part
  let knowledge: Knowledge
  private var tree: Resolution { part.tree }

  init(part: Part, knowledge: Knowledge) {
    self.part = part
    self.knowledge = knowledge
  }

  func target(_ reference: Reference) -> InlayHint? {
    guard !reference.isExternal, !reference.items.isEmpty, let first = reference.targets.first,
      tree.paragraphs.indices.contains(first)
    else { return nil }
    let words = part.firstWords(tree.paragraphs[first].text, 40)
    guard !words.isEmpty else { return nil }
    let more = reference.targets.count - 1
    return InlayHint(
      kind: .target, offset: reference.span.upper + part.start,
      label: more > 0 ? "\(words) +\(more)" : words)
  }

  func detail(_ reference: Reference) -> InlayHintDetail? {
    guard target(reference) != nil, let first = reference.targets.first else { return nil }
    let lines = reference.targets.prefix(20).compactMap { index -> String? in
      guard tree.paragraphs.indices.contains(index) else { return nil }
      let paragraph = tree.paragraphs[index]
      return (part.label(paragraph) + " " + part.firstWords(paragraph.text, 400))
    }
    return InlayHintDetail(
      tooltip: lines.joined(separator: "\n"), target: part.range(tree.paragraphs[first].span))
  }

  func edition(_ citation: Citation) -> InlayHint? {
    guard !isOwn(citation), let later = citation.laterEdition(knownIn: part.year, by: knowledge)
    else {
      return nil
    }
    let words = later.bracket ?? later.year.map(String.init)
    return words.map {
      InlayHint(
        kind: .edition, offset: citation.span.upper + part.start, label: "later: \($0)")
    }
  }

  func detail(_ citation: Citation) -> InlayHintDetail? {
    guard let hint = edition(citation) else { return nil }
    let cited = part.meaning.plainText(citation.span)
    return InlayHintDetail(tooltip: "\(cited)\n\(hint.label)", target: nil)
  }

  /// A text cites its own earlier edition as history.
  private func isOwn(_ citation: Citation) -> Bool {
    guard let own = TextName(of: part.meaning), let name = TextName(citation) else { return false }
    return own.mayBe(name)
  }
}

extension Array {
  /// The elements, in the order of the text, whose end lies in a range.
  fileprivate func inside(
    _ range: Range<Int>, _ part: Part, _ span: (Element) -> Span
  ) -> ArraySlice<Element> {
    let first =
      last(startingAtOrBefore: range.lowerBound - part.start) { span($0).lower } ?? 0
    let end = last(startingAtOrBefore: range.upperBound - part.start) { span($0).lower }
    guard let end, first <= end else { return [] }
    // Of those that begin before the range only the last may reach into it.
    return self[first...end].drop {
      span($0).upper + part.start < range.lowerBound
    }.prefix { span($0).upper + part.start <= range.upperBound }
  }
}
