internal import Revision
internal import Semantics
internal import Syntax
internal import TextModel

/// A resolution beside its base: what became of the paragraphs that its references name. Kept with the
/// findings of the section, so that the next keystroke costs what it changes.
struct BaseComparison: Sendable {
  let edition: BaseEdition
  let alignment: Alignment
  let followed: [FollowedReference]

  /// `nil` without a base, and where no reference could be compared.
  init?(_ meaning: SectionMeaning, _ finder: BaseFinder?, previous: BaseComparison?) {
    guard let finder, meaning.references.contains(where: { !$0.isExternal && !$0.items.isEmpty }),
      let edition = finder.base(of: meaning)
    else { return nil }
    self.edition = edition
    alignment = Alignment(
      edition.base, EditionDigest(meaning), previous: previous?.alignment)
    followed = alignment.followedReferences
  }
}

/// Says what became of the targets of one reference, and writes its labels anew.
struct FollowedText {
  let text: SectionContext
  let comparison: BaseComparison
  let followed: FollowedReference
  let reference: Reference

  init?(_ followed: FollowedReference, _ comparison: BaseComparison, _ text: SectionContext) {
    guard text.meaning.references.indices.contains(followed.reference) else { return nil }
    self.text = text
    self.comparison = comparison
    self.followed = followed
    reference = text.meaning.references[followed.reference]
  }

  private var old: EditionDigest { comparison.alignment.old }
  private var new: EditionDigest { comparison.alignment.new }

  /// From the first label to the last.
  var labels: Span {
    guard let first = reference.items.first, let last = reference.items.last else {
      return reference.span
    }
    return Span(first.span.lower, max(first.span.upper, last.span.upper))
  }

  /// How messages name the base: "the edition of 2010", as delegates do.
  var edition: String {
    old.year.flatMap { $0 == new.year ? nil : "the edition of \($0)" } ?? "the edition before"
  }

  /// What became of each target that did not keep its label; of all, where each did.
  var fate: String {
    let moved = followed.targets.filter { !hasKeptLabel($0) }
    return fate(of: moved.isEmpty ? followed.targets : moved)
  }

  private func hasKeptLabel(_ target: FollowedReference.Target) -> Bool {
    guard target.isCertain, let now = target.new.first else { return false }
    return new.paragraphs[now].clause == reference.clause
      && new.paragraphs[now].label == old.paragraphs[target.old].label
  }

  private func fate(of targets: [FollowedReference.Target]) -> String {
    var parts: [String] = []
    for target in targets {
      let was = name(target.old)
      if target.isGone {
        parts.append("`\(was)` is gone")
      } else if target.new.isEmpty {
        let candidates = target.candidates.map {
          "\(place($0.new)) (\($0.likeness.percent) % alike)"
        }
        parts.append("`\(was)` may be \(candidates.joined(separator: " or "))")
      } else if target.new.count > 1 {
        let places = target.new.map(place).joined(separator: " and ")
        parts.append("`\(was)` was split into \(places)")
      } else if target.isMerged {
        parts.append("`\(was)` went into \(target.new.map(place).joined())")
      } else {
        parts.append("`\(was)` is now \(target.new.map(place).joined())")
      }
    }
    return parts.joined(separator: ", ")
  }

  /// An old paragraph as the base's references name it.
  private func name(_ paragraph: Int) -> String { old.name(of: paragraph) }

  /// A new one: the label alone where the clause is that of the reference.
  private func place(_ paragraph: Int) -> String {
    let own = new.paragraphs[paragraph]
    return own.clause == reference.clause && !own.label.isEmpty
      ? "`\(own.label)`" : "`\(new.name(of: paragraph))`"
  }

  /// The old targets in the base, and where they stand now.
  var related: [Related] {
    var related: [Related] = []
    for target in followed.targets {
      if let place = old.place(of: target.old) {
        related.append(
          Related(
            message: "`\(name(target.old))` in \(edition): \(old.opening(of: target.old))",
            range: 0..<0,
            other: OtherPlace(
              file: comparison.edition.file, bytes: place.bytes, start: place.start,
              end: place.end)))
      }
      for paragraph in target.new + target.candidates.map(\.new) {
        guard text.tree.paragraphs.indices.contains(paragraph) else { continue }
        let verb = target.new.isEmpty ? "may be" : "is now"
        related.append(
          Related(
            message: "\(verb) `\(new.name(of: paragraph))`",
            range: text.tree.paragraphs[paragraph].span.range))
      }
    }
    return related
  }

  // MARK: - The fix

  /// Writes the labels that would be right; `nil` where no list of labels could be.
  var fixes: [Fix] {
    guard let labels = followed.labels, let place = Emphasis(self) else { return [] }
    let list = Self.list(labels.map { place.mark($0) }, isRange: range(labels))
    var edits = [(span: place.span, text: list)]
    if let word = turned() { edits.append((reference.directionSpan, word)) }
    let title = Self.list(labels, isRange: range(labels))
    return [
      Fix(
        title: "Write `\(title)`", safety: followed.isCertain ? .safe : .unsafe,
        edits: edits.map { TextEdit(range: $0.span.range, text: $0.text) })
    ]
  }

  /// Whether the labels are to be written as a range: where the draft wrote one and they run on.
  private func range(_ labels: [String]) -> Bool {
    guard reference.items.contains(where: \.endsRange), labels.count > 2 else { return false }
    let places = followed.targets.flatMap { $0.new + $0.candidates.map(\.new) }.sorted()
    let own = new.paragraphs.indices.filter {
      new.paragraphs[$0].clause == reference.clause && new.paragraphs[$0].parent < 0
    }
    guard let first = places.first, let from = own.firstIndex(of: first) else { return false }
    return own[from...].prefix(labels.count).elementsEqual(Set(places).sorted())
  }

  /// "2", "2 and 4", "2, 4 and 5", "2 to 5".
  static func list(_ labels: [String], isRange: Bool) -> String {
    guard let first = labels.first, let last = labels.last, labels.count > 1 else {
      return labels.first ?? ""
    }
    if isRange { return "\(first) to \(last)" }
    return labels.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The other word where all targets stand on the other side now.
  private func turned() -> String? {
    guard let direction = reference.direction, !reference.directionSpan.isEmpty,
      !reference.inFootnote
    else { return nil }
    let places = followed.targets.flatMap { $0.new + $0.candidates.map(\.new) }
      .filter { $0 != reference.paragraph && text.tree.paragraphs.indices.contains($0) }
      .map { text.tree.paragraphs[$0].span.lower < reference.span.lower }
    guard let isAbove = places.first, places.allSatisfy({ $0 == isAbove }) else { return nil }
    let word: Reference.Direction = isAbove ? .above : .below
    return word == direction ? nil : word.name
  }

  /// Marks of emphasis around labels: none, around the list, or around each label.
  private struct Emphasis {
    let span: Span
    private let marksEach: Bool

    /// `nil` where they do not pair.
    init?(_ followed: FollowedText) {
      let list = followed.labels
      func isMark(_ offset: Int) -> Bool { followed.text.byte(offset) == 0x2A }
      let inside = list.range.count(where: isMark)
      if inside == 0 {
        span = list
        marksEach = false
      } else {
        let each = followed.reference.items.allSatisfy {
          isMark($0.span.lower - 1) && isMark($0.span.upper)
        }
        guard each, inside == 2 * (followed.reference.items.count - 1) else { return nil }
        span = Span(list.lower - 1, list.upper + 1)
        marksEach = true
      }
    }

    func mark(_ label: String) -> String { marksEach ? "*\(label)*" : label }
  }
}
