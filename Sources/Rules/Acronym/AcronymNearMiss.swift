internal import Catalogue
internal import Grammar
internal import Syntax
internal import TextModel

/// An acronym differs by a letter from one that the text uses.
///
/// ## What it checks
/// A name used once and nowhere spelled out that misses another name of the text by one letter
/// (`CWG-WSI&SDG` beside `CWG-WSIS&SDG`). A plural used once of a compound name or a name in the
/// singular that is spelled out in the singular (`Assembly (WTSAs)`). Short names, names that the
/// register knows, and plurals of things that can be counted (SDGs, ICTs, NGOs) are left alone.
///
/// ## Why
/// Acronyms are names (CONVENTIONS 4): a lost letter makes another one, or none.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report of the Council Working Group on Lamps (CWG-LAMPS);
///
/// b) the request of CWG-LAMS for more of them,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report of the Council Working Group on Lamps (CWG-LAMPS);
///
/// b) the request of CWG-LAMPS for more of them,
/// ```
///
/// ## Fix
/// Unsafe: writes the name that the text uses elsewhere.
struct AcronymNearMiss: SectionRule {
  static let id = "acronym/near-miss"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .bracketedNames

  func check(_ text: SectionContext, _ report: inout Report) {
    for miss in text.acronymMisses {
      let written = text.string(miss.use.span)
      report.add(
        miss.isPlural
          ? "`\(written)` is a plural, but `\(miss.intended)` names one thing"
          : "`\(written)` stands nowhere else; `\(miss.intended)` does", at: miss.use.span,
        fixes: [
          .replace(
            miss.use.span, with: miss.intended, title: "Write `\(miss.intended)`",
            safety: .unsafe)
        ])
    }
  }

  struct Miss {
    var use: AcronymTable.Use
    var intended: String
    var isPlural: Bool
  }

  static func misses(in text: SectionContext) -> [Miss] {
    let table = text.acronyms
    guard table.names.count <= AcronymTable.mostNames else { return [] }
    return table.names.indices.compactMap {
      table.names[$0].role == nil ? plural(table.names[$0], text) ?? letter($0, table) : nil
    }
  }

  // MARK: - Plurals

  private static func plural(_ name: AcronymTable.Name, _ text: SectionContext) -> Miss? {
    guard name.role == nil, name.pluralCount == 1, let use = name.firstPlural, !use.isShouted,
      Register.standard.acronym(name.string + "s")?.certainty != .sure
    else { return nil }
    let isCompound = name.text.contains(0x2D) || name.text.contains(0x26)
    // The words before the bracket name one thing.
    let isOne =
      use.defines && name.text.count > 3 && isSingular(use, text) && isRegistered(name.string)
    guard isCompound && name.useCount > 2 || isOne else { return nil }
    return Miss(use: use, intended: name.string, isPlural: true)
  }

  private static func isSingular(_ use: AcronymTable.Use, _ text: SectionContext) -> Bool {
    let block = text.section.blocks[use.block]
    let start = text.section.start(ofBlock: use.block)
    let index = use.token
    guard index > 1, index < block.tokens.count else { return false }
    let word = block.tokens[index - 2]
    guard word.kind == .word, word.flags.contains(.capital) else { return false }
    return text.byte(start + word.end - 1) != 0x73
  }

  // MARK: - Letters

  private static func letter(_ index: Int, _ table: AcronymTable) -> Miss? {
    let name = table.names[index]
    guard name.useCount == 1, name.text.count >= 5, name.role == nil, !name.isDefined,
      !name.earliest.isShouted
    else { return nil }
    var found: Int?
    for (other, candidate) in table.names.enumerated() where other != index {
      guard abs(candidate.text.count - name.text.count) <= 1, candidate.text.count >= 5,
        candidate.useCount > 1 || candidate.isDefined, isSlip(name.text, for: candidate.text)
      else { continue }
      // Two that it might be: none is sure.
      if found != nil { return nil }
      found = other
    }
    guard let found, !isRegistered(name.string) else { return nil }
    let plural = name.earliest.isPlural ? "s" : ""
    return Miss(use: name.earliest, intended: table.names[found].string + plural, isPlural: false)
  }

  private static func isRegistered(_ name: String) -> Bool {
    Register.standard.acronym(name) != nil
  }

  /// Whether one letter is lost, added, changed or has changed places in one part of the name, and the
  /// part is long enough that two such names are hardly both right.
  static func isSlip(_ written: [UInt8], for name: [UInt8]) -> Bool {
    var prefix = 0
    while prefix < min(written.count, name.count), written[prefix] == name[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(written.count, name.count) - prefix,
      written[written.count - 1 - suffix] == name[name.count - 1 - suffix]
    {
      suffix += 1
    }
    let left = written.count - prefix - suffix
    let right = name.count - prefix - suffix
    let part = partLength(name, at: min(prefix, name.count - 1))
    let changed = written[prefix..<(prefix + left)] + name[prefix..<(prefix + right)]
    guard changed.allSatisfy({ isASCIILetter($0) }) else { return false }
    if left + right == 1 { return part >= 4 }
    if left == 1, right == 1 { return part >= 6 }
    return left == 2 && right == 2 && part >= 5
      && written[prefix] == name[prefix + 1] && written[prefix + 1] == name[prefix]
  }

  /// Letters of the part, between hyphens and ampersands, that holds a place.
  private static func partLength(_ name: [UInt8], at place: Int) -> Int {
    var start = place
    var end = place
    while start > 0, isASCIILetter(name[start - 1]) { start -= 1 }
    while end < name.count, isASCIILetter(name[end]) { end += 1 }
    return end - start
  }
}
