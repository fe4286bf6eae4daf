internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

/// One section of a draft with its place in the text. Spans inside count from its start, ranges that
/// go out count from the start of the text.
struct Part {
  /// Index of the section in the document.
  let index: Int
  /// Byte offset of the section in the text.
  let start: Int
  let meaning: SectionMeaning
  let tree: Resolution

  var section: Section { meaning.section }

  func range(_ span: Span) -> Range<Int> { (span.lower + start)..<(span.upper + start) }

  /// The year of the session that adopts the draft, as formula or title gives it.
  var year: Int? {
    [tree.formula?.yearValue, tree.title?.yearValue].compactMap { $0 }.first { $0 > 0 }
  }

  /// A label as written, without marks of emphasis.
  func label(_ paragraph: Paragraph) -> String {
    guard let label = paragraph.label else { return "" }
    return section.string(label.span).filter { $0 != "*" && $0 != "_" }
  }

  /// The beginning of a text on one line, cut between words and marked with `…` where cut.
  /// - Parameter limit: bytes to look at.
  func firstWords(_ span: Span, _ limit: Int = 64) -> String {
    guard span.count > limit else { return meaning.plainText(span) }
    let words = meaning.plainText(Span(span.lower, span.lower + limit))
    if !words.isEmpty { return words + "…" }
    // One long run without a blank, as Chinese writes.
    var end = span.lower + limit
    let bytes = section.bytes
    while end > span.lower, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return section.string(Span(span.lower, end)) + "…"
  }

  /// The end of a paragraph with all paragraphs under it.
  func endOfItem(_ index: Int) -> Int {
    guard tree.paragraphs.indices.contains(index) else { return 0 }
    let first = tree.paragraphs[index]
    var end = first.span.upper
    for paragraph in tree.paragraphs[(index + 1)...] {
      guard paragraph.level > first.level, paragraph.clause == first.clause,
        paragraph.annex == first.annex
      else { break }
      end = max(end, paragraph.span.upper)
    }
    return end
  }

  /// A clause from its heading, marks of emphasis included, through its last paragraph.
  func span(of clause: Clause) -> Span {
    let end = clause.paragraphs.last.flatMap {
      tree.paragraphs.indices.contains($0) ? tree.paragraphs[$0].span.upper : nil
    }
    let start = section.bytes.withByteView { view in
      var start = min(section.start(ofBlock: clause.block), clause.heading.span.lower)
      while start < clause.heading.span.lower, view[start] <= 0x20 { start += 1 }
      return start
    }
    return Span(start, max(end ?? 0, clause.heading.span.upper))
  }

  /// An annex without the blank lines behind it.
  func span(of annex: Annex) -> Span {
    section.bytes.withByteView { view in
      var end = annex.span.upper
      while end > annex.title.span.upper, view[end - 1] <= 0x20 { end -= 1 }
      return Span(annex.span.lower, max(end, annex.title.span.upper))
    }
  }
}

extension Draft {
  /// Whether features speak of a section: one that is a resolution, the proposal to let one go, or any
  /// where the user wants it.
  func speaks(of meaning: SectionMeaning) -> Bool {
    judgement.settings.allTexts || meaning.section.resolution.isRecognised
      || meaning.section.resolution.isProposal && judgement.meaning.isRecognised
  }

  /// A section that is a resolution; `nil` for any other.
  func part(_ index: Int) -> Part? {
    guard meaning.sections.indices.contains(index), document.starts.indices.contains(index),
      speaks(of: meaning.sections[index])
    else { return nil }
    let section = meaning.sections[index]
    return Part(
      index: index, start: document.starts[index], meaning: section,
      tree: section.section.resolution)
  }

  func part(at offset: Int) -> Part? { part(document.section(at: offset)) }

  /// The resolutions that a range touches; all of them without a range.
  func parts(in range: Range<Int>? = nil) -> [Part] {
    guard let range else { return meaning.sections.indices.compactMap { part($0) } }
    let first = document.section(at: range.lowerBound)
    let last = document.section(at: range.upperBound)
    guard first <= last else { return [] }
    return (first...last).compactMap { part($0) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// In elements that are in the order of the text, the index of the last that begins at or before
  /// an offset; `nil` when all begin behind it.
  func last(startingAtOrBefore offset: Int, _ start: (Element) -> Int) -> Int? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if start(self[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > startIndex ? low - 1 : nil
  }
}

extension Span {
  /// Whether a caret at an offset touches it: its end counts too.
  func touches(_ offset: Int) -> Bool { offset >= lower && offset <= upper && !isEmpty }
}
