public import Grammar
public import Rules
public import Semantics
public import Syntax
public import TextModel

/// A text as an editor holds it, with everything that is known of it: a value, made anew from the
/// one before after each edit. All offsets of features are UTF-8 bytes from the start of the text.
public struct Draft: Sendable {
  public let judgement: Judgement

  public var meaning: TextMeaning { judgement.meaning }
  public var document: Document { judgement.meaning.document }

  public init(_ judgement: Judgement) { self.judgement = judgement }

  /// - Parameter profile: the profile to use whatever the text says.
  public init(
    _ document: Document, settings: RuleSettings = RuleSettings(), profile: Profile? = nil
  ) {
    judgement = Judgement(TextMeaning(document, profile: profile), settings: settings)
  }

  /// The resolution that holds a byte offset, with the offset at which it begins; `nil` in a text
  /// without any bytes.
  public func section(at offset: Int) -> (meaning: SectionMeaning, start: Int)? {
    let index = document.section(at: offset)
    guard meaning.sections.indices.contains(index), document.starts.indices.contains(index) else {
      return nil
    }
    return (meaning.sections[index], document.starts[index])
  }
}

extension TextSummary {
  /// The summary of a draft, with columns in an encoding.
  public init(_ draft: Draft, encoding: PositionEncoding) {
    self.init(draft.meaning, encoding: encoding, all: draft.judgement.settings.allTexts)
  }
}
