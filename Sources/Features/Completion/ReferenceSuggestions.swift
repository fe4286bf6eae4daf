internal import Semantics
internal import Syntax
internal import TextModel

/// Labels of a clause behind its name in running text: "in line with resolves 5 above".
struct ReferenceSuggestions {
  private let caret: TypingPlace
  /// Index of the clause whose name stands there.
  private let clause: Int
  /// Where the label begins.
  private let start: Int
  private let typed: String
  /// The heading words stand in italics.
  private let emphasised: Bool

  init?(_ caret: TypingPlace) {
    let words = caret.words(limit: 24)
    guard let last = words.first, words.count >= 3, Self.isLabelStart(last.bytes) else {
      return nil
    }
    // "resolves 1, 2 and ": labels and what joins them are passed over.
    var index = 1
    while index < words.count, Self.isLabelOrJoint(words[index].bytes) { index += 1 }
    guard index < words.count else { return nil }
    let vocabulary = caret.section.vocabulary
    let hashes = words[index...].map(\.hash).filter { !vocabulary.isPassedOver($0) }
    // The longest heading that ends here, with a word of the sentence before it.
    var best: (clause: Int, length: Int)?
    let own = caret.meaning.clause(at: caret.offset)
    for (number, clause) in caret.tree.clauses.enumerated().prefix(Self.mostClauses) {
      for count in Set([clause.words.count, clause.coreCount])
      where count > 0 && count < hashes.count && count > best?.length ?? 0 {
        let name = clause.words.prefix(count)
        guard name.reversed().elementsEqual(hashes.prefix(count)) else { continue }
        // In an annex its own clauses come before those of the body.
        let isNear = own.map { caret.tree.clauses[$0].annex == clause.annex } ?? true
        if isNear || clause.annex < 0 { best = (number, count) }
      }
    }
    guard let best else { return nil }
    self.caret = caret
    clause = best.clause
    start = last.start
    typed = last.text
    let head = words[index]
    let place = head.end - caret.lineStart0
    emphasised = place < caret.before.count && TypingPlace.isEmphasis(caret.before[place])
  }

  private static let mostClauses = 400
  private static let most = 100

  func suggestions() -> Suggestions? {
    let tree = caret.tree
    guard tree.clauses.indices.contains(clause) else { return nil }
    let own = caret.paragraph
    var result = Suggestions()
    var unlabelled = true
    for index in tree.clauses[clause].paragraphs {
      guard tree.paragraphs.indices.contains(index), index != own else { continue }
      let path = caret.meaning.path(index)
      guard !path.isEmpty else { continue }
      unlabelled = false
      guard path.hasFoldedPrefix(typed) else { continue }
      if result.items.count >= Self.most {
        result.isCut = true
        break
      }
      add(path, index, to: &result)
    }
    if unlabelled, typed.isEmpty, let only = tree.clauses[clause].paragraphs.first, only != own {
      add("", only, to: &result)
    }
    return result.items.isEmpty ? nil : result
  }

  private func add(_ path: String, _ index: Int, to result: inout Suggestions) {
    let target = caret.tree.paragraphs[index]
    let direction = target.span.lower < caret.offset ? "above" : "below"
    let joined = path.isEmpty ? direction : hasDirection ? path : "\(path) \(direction)"
    // Letters stand in italics where the name of the clause does.
    let isLetter = target.form == .letter || target.form == .roman
    var text = joined
    if emphasised, isLetter, !path.isEmpty {
      text = "*\(path)*" + joined.dropFirst(path.count)
    }
    var item = Suggestion(.reference, joined, replacing: caret.range(from: start), with: text)
    item.detail = caret.meaning.opening(target.text, limit: 90)
    item.letPass(typed, as: joined)
    item.key = .paragraph(caret.base + target.span.lower)
    item.sort(group: 0, rank: result.items.count)
    result.items.append(item)
  }

  /// "above" or "below" stands behind the caret already.
  private var hasDirection: Bool {
    caret.section.bytes.withByteView { view in
      var place = caret.offset
      while TypingPlace.isBlank(view[place]) || TypingPlace.isEmphasis(view[place]) { place += 1 }
      return view.matches("above", at: place) || view.matches("below", at: place)
    }
  }

  /// Nothing yet, digits, or one or two letters with perhaps a bracket.
  private static func isLabelStart(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 6 else { return false }
    let body = bytes.last == 0x29 ? bytes.dropLast() : bytes
    let isNumber = body.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
    let isLetters = body.count <= 4 && body.allSatisfy { $0 &- 0x61 < 26 }
    return isNumber || isLetters
  }

  /// `1,` `b)` `ii)` `and` `to`
  private static func isLabelOrJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
    var body = bytes
    if body.last == 0x2C { body = body.dropLast() }
    if body.isEmpty || body.count > 5 { return false }
    if body.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E }) { return true }
    if body.last == 0x29 || body.dropLast().last == 0x29 {
      return body.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x29 || TypingPlace.isEmphasis($0) }
    }
    return body.elementsEqual("and".utf8) || body.elementsEqual("or".utf8)
  }
}
