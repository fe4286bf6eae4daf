internal import Grammar
internal import Syntax

/// An acronym is nowhere spelled out.
///
/// ## What it checks
/// The first use of an acronym that the text never gives behind its name in brackets. A name in the
/// plural is defined by its singular and the other way round. Left alone are what everyone knows
/// (`Grammar/Data/en/acronyms.tsv`: ITU, UN and the like), units and currencies, sessions (`WTDC-17`),
/// symbols of documents, titles, headings and lines in capitals.
///
/// ## Why
/// Acronyms are spelled out at their first use, with the acronym in brackets (CONVENTIONS 4). A reader
/// of the house knows most of them, so it is a hint.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// the report of HLMG on lamps,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report of the Harbour Lamp Maintenance Group (HLMG) on lamps,
/// ```
///
/// ## Fix
/// None: only the author knows for sure what it stands for.
struct AcronymUndefined: SectionRule {
  static let id = "acronym/undefined"
  static let severity = Severity.hint
  static let heeds: BlockSigns = .bracketedNames

  func check(_ text: SectionContext, _ report: inout Report) {
    let table = text.acronyms
    guard table.names.count <= AcronymTable.mostNames else { return }
    // Asked only where something is undefined.
    lazy var misses = Set(text.acronymMisses.map(\.use.span))
    for index in table.names.indices
    where table.names[index].role == nil || table.names[index].role == .plural {
      guard let first = table.names[index].first, !table.names[index].isDefined,
        !table.isExplained(index),
        !misses.contains(first.span)
      else { continue }
      report.add("`\(text.string(first.span))` is nowhere spelled out", at: first.span)
    }
  }
}

extension AcronymTable {
  /// Whether other names of the text tell what an undefined one stands for.
  fileprivate func isExplained(_ index: Int) -> Bool {
    let text = names[index].text
    for other in names where other.isDefined {
      let known = other.text
      // CWG-WSIS&SDG behind CWG-WSIS.
      if text.count > known.count, text[known.count] == 0x26, text.starts(with: known) {
        return true
      }
      // MSDGs, where tracked changes left the old letter before the new ones.
      if known.count == text.count + 1, other.useCount == 1, known.dropFirst().elementsEqual(text) {
        return true
      }
    }
    // CWG-SDG where CWG and SDG are.
    let parts = text.split { $0 == 0x2D || $0 == 0x26 }
    return parts.count > 1
      && parts.allSatisfy { part in
        Self.isKnown(part)
          || names.contains { $0.isDefined && $0.text.elementsEqual(part) }
      }
  }
}
