public import Rules
public import Semantics
import Syntax

/// A text with one resolution, and what the rules on labels and references say of it.
public struct EditedText {
  public let name: String
  public let bytes: [UInt8]
  public let meaning: SectionMeaning
  public let faults: [Finding]
  /// Made by the generator: without fault before, so without fault behind an edit.
  public let isOwn: Bool

  /// `nil` for a text without resolution, or without paragraphs.
  public init?(_ bytes: [UInt8], name: String, isOwn: Bool = false) {
    guard let meaning = Self.meaning(bytes), !meaning.resolution.paragraphs.isEmpty else {
      return nil
    }
    self.name = name
    self.bytes = bytes
    self.meaning = meaning
    self.isOwn = isOwn
    faults = Self.faults(bytes)
  }

  /// The recognised resolutions of a text, each as a text of its own; those over 40,000 bytes left out,
  /// which only take longer.
  public static func sections(of bytes: [UInt8], name: String) -> [EditedText] {
    Document(bytes).sections
      .filter { $0.resolution.isRecognised && $0.source.count < 40_000 }
      .compactMap { EditedText($0.source, name: name) }
  }

  static func meaning(_ bytes: [UInt8]) -> SectionMeaning? {
    TextMeaning(Document(bytes)).sections.first
  }

  static let settings: RuleSettings = {
    var settings = RuleSettings()
    settings.select = ["numbering", "reference"]
    return settings
  }()

  static func faults(_ bytes: [UInt8]) -> [Finding] {
    Judgement(TextMeaning(Document(bytes)), settings: settings).findings
  }
}
