public import Planting

/// Makes revisions of real texts and knows, for each reference of the new edition, whether its labels
/// still name the paragraphs that they should. It shares nothing with the program that is to find out.
public struct RevisionGenerator: Sendable {
  private let texts: [(name: String, text: BaseText)]
  private let pool: ParagraphPool

  /// - Parameter sources: texts without a clause whose labels run on are left out.
  public init(_ sources: [Source]) {
    texts = sources.compactMap { source in
      TextScanner.scan(source.bytes).map { (source.name, $0) }
    }
    pool = ParagraphPool(texts.map(\.text))
  }

  /// How many texts can be revised.
  public var textCount: Int { texts.count }

  /// The same texts in the same order and the same seed give the same revisions.
  public func revisions(count: Int, seed: UInt64) -> [Revision] {
    guard !texts.isEmpty else { return [] }
    var result: [Revision] = []
    var random = SeededRandom(seed: seed)
    var tries = 0
    while result.count < count, tries < count * 10 {
      tries += 1
      let index = Int.random(in: texts.indices, using: &random)
      if let revision = revision(of: texts[index], &random) { result.append(revision) }
    }
    return result
  }

  private func revision(
    of base: (name: String, text: BaseText), _ random: inout SeededRandom
  ) -> Revision? {
    var old = base.text
    ReferencePlanter.plant(in: &old, &random)
    guard !old.references.isEmpty else { return nil }
    var maker = RevisionMaker(old, pool: pool)
    maker.revise(&random)
    if Int.random(in: 0..<4, using: &random) == 0 { maker.addFreshReference(&random) }
    var author = Author(old: old, new: maker.text)
    author.write(&random)
    var before = Renderer(old)
    before.render { old.written($0, labels: old.oldLabels($0)) }
    var after = Renderer(author.text.withEndMarks())
    after.render { author.written[$0] ?? author.text.written($0, labels: []) }
    let references = after.ranges.compactMap { index, range in
      author.truth[index].map { mode, verdict in
        Revision.Truth(
          range: range, text: String(decoding: after.bytes[range], as: UTF8.self), mode: mode,
          verdict: verdict)
      }
    }
    guard !maker.changes.isEmpty else { return nil }
    return Revision(
      name: base.name, old: before.bytes, new: after.bytes, changes: maker.changes,
      references: references)
  }
}

/// Paragraphs of all texts, to insert in others.
struct ParagraphPool: Sendable {
  private var preambular: [String] = []
  private var operative: [String] = []

  init(_ texts: [BaseText]) {
    for text in texts {
      for clause in text.clauses where clause.isClean {
        for index in clause.members {
          let paragraph = text.paragraphs[index]
          let size = paragraph.words.utf8.count
          guard !paragraph.holdsReference, !paragraph.hasTail, size > 60, size < 500 else {
            continue
          }
          if clause.isNumbered {
            operative.append(paragraph.words)
          } else {
            preambular.append(paragraph.words)
          }
        }
      }
    }
  }

  func words(isNumbered: Bool) -> [String] { isNumbered ? operative : preambular }
}
