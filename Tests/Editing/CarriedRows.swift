import Revision
import Semantics
import Syntax

/// Which paragraphs the references of a draft of the generator name, told by the paragraphs' own words
/// and not by their labels, so that a draft and its edit can be compared.
struct CarriedRows {
  struct Named: Equatable {
    var rows: Set<Int> = []
    var hasRange = false
  }

  /// By the row of the paragraph that they stand in; 0 for the footnote.
  private(set) var named: [Int: Named] = [:]
  private(set) var rows: Set<Int> = []

  init(_ meaning: SectionMeaning) {
    let tree = meaning.resolution
    let rowOf = tree.paragraphs.map { Self.row(meaning.plainText($0.text)) }
    rows = Set(rowOf.compactMap { $0 })
    for reference in meaning.references where !reference.isExternal && reference.clause >= 0 {
      var targets = reference.targets
      if reference.items.isEmpty {
        targets = tree.clauses[reference.clause].paragraphs.filter {
          tree.paragraphs[$0].parent < 0
        }
      }
      let place =
        reference.inFootnote || reference.paragraph < 0 ? 0 : rowOf[reference.paragraph] ?? -1
      named[place, default: Named()].rows.formUnion(targets.compactMap { rowOf[$0] })
      if reference.items.contains(where: \.endsRange) { named[place]?.hasRange = true }
    }
  }

  /// What is wrong with the references behind an edit; `nil` where each names what it named, as far as
  /// that is still there, and no list has become a range.
  func fault(behind after: CarriedRows) -> String? {
    for (place, old) in named where place == 0 || after.rows.contains(place) {
      let left = old.rows.intersection(after.rows)
      // The last label of a reference stays, and is a finding of its own.
      guard !left.isEmpty else { continue }
      let new = after.named[place] ?? Named()
      if new.rows != left {
        return "the reference in row \(place) named rows \(old.rows.sorted()) and names "
          + "\(new.rows.sorted())"
      }
      if new.hasRange, !old.hasRange { return "the reference in row \(place) has got a range" }
    }
    return nil
  }

  /// The number behind "row ".
  private static func row(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard let at = words.firstIndex(of: "row"), at + 1 < words.count else { return nil }
    return Int(words[at + 1].prefix { $0.isASCII && $0.isNumber })
  }
}
