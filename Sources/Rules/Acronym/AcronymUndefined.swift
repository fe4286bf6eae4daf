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

  func check(_ text: SectionContext, _ report: inout Report) {
    let table = text.acronyms
    guard table.names.count <= AcronymTable.mostNames else { return }
    // Asked only where something is undefined.
    lazy var misses = Set(AcronymNearMiss.misses(in: text).map { table.uses[$0.use].name })
    for (index, name) in table.names.enumerated() where name.role == nil || name.role == .plural {
      guard let first = name.uses.first(where: { !table.uses[$0].isExempt }),
        !table.isDefined(index), !table.isPartOfDefined(index)
      else { continue }
      if misses.contains(index) { continue }
      let use = table.uses[first]
      report.add("`\(text.string(use.span))` is nowhere spelled out", at: use.span)
    }
  }
}

extension AcronymTable {
  /// Whether the text gives its meaning somewhere; brackets behind words are taken for it even where
  /// the initials do not agree.
  func isDefined(_ name: Int) -> Bool {
    if names[name].uses.contains(where: { uses[$0].defines || uses[$0].isBracketed }) {
      return true
    }
    // MSDGs, where tracked changes left the old letter before the new ones.
    return names.contains { other in
      other.text.count == names[name].text.count + 1 && other.uses.count == 1
        && other.text.dropFirst().elementsEqual(names[name].text)
        && other.uses.contains { uses[$0].isBracketed }
    }
  }

  /// `CWG-WSIS` explains itself where CWG and WSIS are defined.
  func isPartOfDefined(_ name: Int) -> Bool {
    let text = names[name].text
    // CWG-WSIS&SDG behind CWG-WSIS.
    let isLonger = names.indices.contains { other in
      let shorter = names[other].text
      return text.count > shorter.count && (text[shorter.count] == 0x26)
        && text.starts(with: shorter) && isDefined(other)
    }
    if isLonger { return true }
    let parts = names[name].text.split { $0 == 0x2D || $0 == 0x26 }
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      names.indices.contains {
        names[$0].text.elementsEqual(part) && (names[$0].role == .known || isDefined($0))
      }
    }
  }
}
