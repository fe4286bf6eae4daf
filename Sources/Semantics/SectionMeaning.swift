public import Grammar
public import Syntax

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

  public var resolution: Resolution { section.resolution }

  init(_ section: Section, previous: SectionMeaning?, forced: Profile?) {
    self.section = section
    blocks = Self.blocks(section, previous)
    profile = forced ?? ProfileReader(section: section).read()
    var resolver = ReferenceResolver(section: section)
    references = resolver.resolve(blocks)
    var citationResolver = CitationResolver(section: section, profile: profile)
    citations = citationResolver.resolve(blocks)
  }

  /// Meanings of blocks that the section before had too are taken over.
  private static func blocks(_ section: Section, _ previous: SectionMeaning?) -> [BlockMeaning] {
    let new = section.blocks
    func make(_ range: Range<Int>) -> [BlockMeaning] {
      range.map { BlockMeaning(section, $0) }
    }
    guard let previous else { return make(0..<new.count) }
    let old = previous.section.blocks
    var prefix = 0
    let shorter = min(new.count, old.count)
    while prefix < shorter, new[prefix] === old[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, new[new.count - 1 - suffix] === old[old.count - 1 - suffix] {
      suffix += 1
    }
    return Array(previous.blocks[..<prefix]) + make(prefix..<(new.count - suffix))
      + Array(previous.blocks[(old.count - suffix)...])
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
    guard let previous else {
      sections = new.map { SectionMeaning($0, previous: nil, forced: profile) }
      return
    }
    let old = previous.sections
    let shorter = min(new.count, old.count)
    var prefix = 0
    while prefix < shorter, new[prefix] === old[prefix].section { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      new[new.count - 1 - suffix] === old[old.count - 1 - suffix].section
    {
      suffix += 1
    }
    var all = Array(old[..<prefix])
    for i in prefix..<(new.count - suffix) {
      let twin = i < old.count - suffix ? old[i] : nil
      all.append(SectionMeaning(new[i], previous: twin, forced: profile))
    }
    all += old[(old.count - suffix)...]
    sections = all
  }

  public var isRecognised: Bool { sections.contains { $0.resolution.isRecognised } }
}
