internal import Catalogue
public import Revision
public import Semantics
internal import Syntax

/// The earlier edition of a resolution that its draft is compared with.
public struct BaseEdition: Sendable {
  public let base: AlignmentBase
  /// The file that it was read from, as messages name it.
  public let file: String

  public init(_ base: AlignmentBase, file: String) {
    self.base = base
    self.file = file
  }
}

/// Finds the base of each resolution of one text. Two of them are equal when they are one and the same;
/// what is to be found anew needs a new one.
public final class BaseFinder: Sendable, Equatable {
  private let find: @Sendable (_ name: TextName?, _ year: Int?) -> BaseEdition?

  /// - Parameter find: takes what a resolution calls itself and the year of its session; called for
  ///   each judgement, so it must remember what it has read.
  public init(_ find: @escaping @Sendable (_ name: TextName?, _ year: Int?) -> BaseEdition?) {
    self.find = find
  }

  public static func == (left: BaseFinder, right: BaseFinder) -> Bool { left === right }

  func base(of meaning: SectionMeaning) -> BaseEdition? {
    find(TextName(of: meaning), meaning.ownYear)
  }

  /// Whether there is a base for one of the resolutions of a text.
  public func finds(in meaning: TextMeaning) -> Bool {
    meaning.sections.contains { $0.resolution.isRecognised && base(of: $0) != nil }
  }
}

extension BaseEdition {
  /// The edition among the resolutions of a text that a user named as base: the one with the same name;
  /// where the draft has lost its title, the only one.
  ///
  /// - Parameter editions: all resolutions of the text.
  public static func named(_ name: TextName?, among editions: [BaseEdition]) -> BaseEdition? {
    guard let name else { return editions.count == 1 ? editions[0] : nil }
    return editions.first { $0.base.digest.name?.mayBe(name) == true }
  }
}
