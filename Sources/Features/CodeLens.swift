public import Semantics
internal import Syntax

/// What a line above a part of the draft can tell of it.
public struct CodeLens: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// How often internal references name a clause or paragraph.
    case references
    /// How many texts cite this resolution.
    case citations
  }

  public var kind: Kind
  /// The heading, label or title.
  public var range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension Draft {
  /// The lenses of the kinds that are on, without their words. Clauses and paragraphs that nothing
  /// refers to have none.
  public func codeLenses(_ kinds: Set<CodeLens.Kind>) -> [CodeLens] {
    guard !kinds.isEmpty else { return [] }
    var lenses: [CodeLens] = []
    for part in parts() {
      if kinds.contains(.citations), let title = part.tree.title, TextName(of: part.meaning) != nil
      {
        lenses.append(CodeLens(kind: .citations, range: part.range(title.span)))
      }
      guard kinds.contains(.references) else { continue }
      var named: Set<Span> = []
      for reference in part.meaning.references where !reference.isExternal {
        named.formUnion(LensCount.names(of: reference, in: part.tree))
      }
      lenses += named.sorted { $0.start < $1.start }.map {
        CodeLens(kind: .references, range: part.range($0))
      }
    }
    return lenses
  }

  /// The words of a lens: `3 references`. `nil` where nothing is left to tell.
  /// - Parameters:
  ///   - index: other texts that may cite this one; `text` is the draft's own key in it.
  public func title(
    of lens: CodeLens, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> String? {
    guard let part = part(at: lens.range.lowerBound) else { return nil }
    switch lens.kind {
    case .references:
      let at = lens.range.lowerBound - part.start
      let count = part.meaning.references.count {
        !$0.isExternal && LensCount.names(of: $0, in: part.tree).contains { $0.lower == at }
      }
      return count == 0 ? nil : count == 1 ? "1 reference" : "\(count) references"
    case .citations:
      guard let name = TextName(of: part.meaning) else { return nil }
      let here = citations(of: name).count { $0.0.index != part.index }
      let count = here + index.resolutions(citing: name, except: text).count
      return count == 0 ? "not cited" : count == 1 ? "cited by 1 text" : "cited by \(count) texts"
    }
  }
}

/// One of the places that a lens counts.
public struct LensPlace: Sendable, Equatable {
  public var mention: Mention
  /// The beginning of the paragraph that refers, or the title of the text that cites.
  public var words: String
}

extension Draft {
  /// The places that a lens counts, in the order of the text, those in other texts last.
  public func places(
    of lens: CodeLens, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> [LensPlace] {
    guard let part = part(at: lens.range.lowerBound) else { return [] }
    switch lens.kind {
    case .references:
      let at = lens.range.lowerBound - part.start
      return part.meaning.references.filter {
        !$0.isExternal && LensCount.names(of: $0, in: part.tree).contains { $0.lower == at }
      }.map { LensPlace(mention: .here(part.range($0.span)), words: part.words(around: $0.span)) }
    case .citations:
      guard let name = TextName(of: part.meaning) else { return [] }
      let here = citations(of: name).filter { $0.0.index != part.index }.flatMap { other, found in
        found.map { LensPlace(mention: .here(other.range($0.span)), words: other.title) }
      }
      return here
        + index.resolutions(citing: name, except: text).flatMap { place, citations in
          citations.map {
            LensPlace(
              mention: .elsewhere(text: place.text, range: $0.range),
              words: place.resolution.title)
          }
        }
    }
  }
}

extension Part {
  /// The beginning of the paragraph that holds a span.
  fileprivate func words(around span: Span) -> String {
    let paragraph = tree.paragraphs.last(startingAtOrBefore: span.lower) { $0.span.lower }
    return firstWords(paragraph.map { tree.paragraphs[$0].span } ?? span)
  }

  fileprivate var title: String { tree.title.map { meaning.plainText($0.span) } ?? "" }
}

private enum LensCount {
  /// The headings and labels that a reference names.
  static func names(of reference: Reference, in tree: Resolution) -> Set<Span> {
    if reference.items.isEmpty {
      guard tree.clauses.indices.contains(reference.clause) else { return [] }
      return [tree.clauses[reference.clause].heading.span]
    }
    return Set(
      reference.targets.compactMap {
        tree.paragraphs.indices.contains($0) ? tree.paragraphs[$0].label?.span : nil
      })
  }
}
