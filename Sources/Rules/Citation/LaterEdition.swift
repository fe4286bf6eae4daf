public import Catalogue
public import Semantics
internal import Syntax

extension Citation {
  /// The later edition of the cited text that a draft of that year could cite, where the register is
  /// sure of one. Whether the older one is meant, as history, is not asked.
  /// - Parameters:
  ///   - year: of the draft; without one, all editions count.
  ///   - knowledge: what is known of other texts.
  public func laterEdition(knownIn year: Int?, by knowledge: Knowledge) -> Edition? {
    guard kind.isText, let cited = self.year, !bracketSpan.isEmpty, !defects.contains(.mashed),
      let newest = knowledge.facts(self)?.newest(in: year ?? Int.max), let later = newest.year
    else { return nil }
    return later > cited ? newest : nil
  }
}
