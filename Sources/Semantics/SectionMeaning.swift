public import Grammar
public import Syntax
internal import TextModel

/// One resolution with what its words mean: profile, references and their targets,
/// citations.
public final class SectionMeaning: Sendable {
  public let section: Section
  public let profile: Profile
  /// In the order of the text.
  public let references: [Reference]
  /// In the order of the text.
  public let citations: [Citation]
  let blocks: [BlockMeaning]
  /// All that is named is named as it was there.
  private let isMoved: Bool

  public var resolution: Resolution { section.resolution }

  /// - Parameters:
  ///   - previous: the meaning of the section before, read with the same `forced`.
  ///   - forced: the profile to use whatever the text says.
  init(_ section: Section, previous: SectionMeaning?, forced: Profile?) {
    self.section = section
    if let previous, let change = section.wordChange(since: previous.section),
      let moved = MovedMeaning(of: previous, in: section, change)
    {
      profile = previous.profile
      blocks = moved.blocks
      references = moved.references
      citations = moved.citations
      isMoved = true
      return
    }
    isMoved = false
    blocks = Self.blocks(section, previous)
    profile = forced ?? ProfileReader(section: section).read()
    references = ReferenceResolver.resolve(section, blocks)
    var citationResolver = CitationResolver(section: section, profile: profile)
    citations = citationResolver.resolve(blocks)
  }

  /// Meanings of blocks that the section before had too are taken over.
  private static func blocks(_ section: Section, _ previous: SectionMeaning?) -> [BlockMeaning] {
    let new = section.blocks
    let starts = section.starts
    let vocabulary = section.vocabulary
    return section.bytes.withUnsafeBufferPointer { bytes in
      guard let previous else {
        var all: [BlockMeaning] = []
        all.reserveCapacity(new.count)
        for index in new.indices {
          all.append(
            new[index].index.mayRefer
              ? BlockMeaning(new[index], vocabulary, bytes, starts[index]) : BlockMeaning())
        }
        return all
      }
      let old = previous.section.blocks
      let shared = SharedEnds(old: old.count, new: new.count) { old[$0] === new[$1] }
      return shared.merge(previous.blocks, count: new.count) {
        BlockMeaning(new[$0], vocabulary, bytes, starts[$0])
      }
    }
  }

  /// Whether what is named may be other than it was before the change of a word.
  ///
  /// - Parameter other: what this one was made from.
  public func namesAnew(since other: SectionMeaning) -> Bool {
    !isMoved || section.wordChange(since: other.section) == nil
  }

  /// The text of a span with marks of emphasis left out and blanks folded.
  public func plainText(_ span: Span) -> String { PlainText(section: section).text(span) }
}

/// A whole text with what it means.
public struct TextMeaning: Sendable {
  public let document: Document
  public let sections: [SectionMeaning]

  /// - Parameters:
  ///   - previous: the meaning of the text before an edit; what did not change is taken over.
  ///   - profile: the profile to use whatever the text says.
  public init(_ document: Document, previous: TextMeaning? = nil, profile: Profile? = nil) {
    self.document = document
    let new = document.sections
    let old = previous?.sections ?? []
    // The lists themselves are compared: what they refer to may be far away in memory.
    let before = previous?.document.sections ?? []
    let shared = SharedEnds(old: min(old.count, before.count), new: new.count) {
      before[$0] === new[$1]
    }
    sections = shared.merge(old, count: new.count) { index in
      let twin = index < old.count - shared.suffix ? old[index] : nil
      return SectionMeaning(new[index], previous: twin, forced: profile)
    }
  }

  /// One resolution as it stands in its text, for edits that leave the text around it as it is.
  package init(of meaning: SectionMeaning) {
    let document = Document(of: meaning.section)
    if document.sections.first === meaning.section {
      self.init(document, [meaning])
    } else {
      self.init(document, profile: meaning.profile)
    }
  }

  private init(_ document: Document, _ sections: [SectionMeaning]) {
    self.document = document
    self.sections = sections
  }

  public var isRecognised: Bool { sections.contains { $0.resolution.isRecognised } }
}
