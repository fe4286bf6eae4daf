internal import Grammar
internal import Semantics
internal import Syntax

/// A part of a draft in its outline.
public struct Symbol: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case resolution, preambularClause, operativeClause, paragraph, annex
  }

  public var kind: Kind
  /// Title, heading or label; the first words of a paragraph without a label. Never empty.
  public var name: String
  /// The subject of a resolution behind the mark of the proposal for it, the first words of a paragraph with a label; empty for the rest.
  public var detail: String
  /// All of it, with its children.
  public var range: Range<Int>
  /// The words that name it; inside `range`.
  public var nameRange: Range<Int>
  public var children: [Symbol]
}

extension Draft {
  /// The outline: resolutions, in them clauses and annexes, in these paragraphs, nested as their
  /// labels are.
  public func documentSymbols() -> [Symbol] {
    meaning.sections.indices.compactMap { documentSymbol(ofSection: $0) }
  }

  /// The outline of one section; `nil` where it is no resolution.
  /// - Parameter index: of the section in the document.
  public func documentSymbol(ofSection index: Int) -> Symbol? {
    part(index).map { OutlineReader(part: $0).symbol() }
  }
}

private struct OutlineReader {
  let part: Part
  private var tree: Resolution { part.tree }

  init(part: Part) { self.part = part }

  func symbol() -> Symbol {
    let whole = part.section.contentSpan
    let title = tree.title?.span ?? tree.formula?.span ?? Span(whole.lower, whole.lower)
    let subject = tree.subject.isEmpty ? "" : part.firstWords(tree.subject, 160)
    let mark = tree.proposal.map { part.meaning.plainText($0.span) } ?? ""
    let written = title.isEmpty ? "" : part.meaning.plainText(title)
    var children = tree.bodyClauses.map { clause($0) }
    for annex in tree.annexes { children.append(self.annex(annex)) }
    return Symbol(
      kind: .resolution, name: [written, subject].first { !$0.isEmpty } ?? "—",
      detail: [mark, written.isEmpty ? "" : subject].filter { !$0.isEmpty }
        .joined(separator: " · "),
      range: part.range(Span(min(whole.lower, title.lower), whole.upper)),
      nameRange: part.range(title), children: children)
  }

  private func clause(_ clause: Clause) -> Symbol {
    let span = part.span(of: clause)
    let name = part.meaning.plainText(clause.heading.span)
    return Symbol(
      kind: clause.part == .operative ? .operativeClause : .preambularClause,
      name: name.isEmpty ? "—" : name, detail: "", range: part.range(span),
      nameRange: part.range(clause.heading.span), children: paragraphs(clause.paragraphs))
  }

  private func annex(_ annex: Annex) -> Symbol {
    let name = part.firstWords(annex.title.span, 120)
    // Clauses and the paragraphs outside of them, in the order of the text.
    var children = annex.clauses.compactMap { index in
      tree.clauses.indices.contains(index) ? clause(tree.clauses[index]) : nil
    }
    let loose = annex.paragraphs.filter {
      tree.paragraphs.indices.contains($0) && tree.paragraphs[$0].clause < 0
    }
    children += nested(loose)
    children.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Symbol(
      kind: .annex, name: name.isEmpty ? "—" : name, detail: "",
      range: part.range(part.span(of: annex)), nameRange: part.range(annex.title.span),
      children: children)
  }

  private func paragraphs(_ range: Range<Int>) -> [Symbol] {
    nested(range.filter { tree.paragraphs.indices.contains($0) })
  }

  /// Folds a list of paragraphs, each naming the one above it, into trees; from the end, so that all
  /// children of a paragraph are there when it is made.
  private func nested(_ indices: [Int]) -> [Symbol] {
    var waiting: [Int: [Symbol]] = [:]
    let present = Set(indices)
    var top: [Symbol] = []
    for index in indices.reversed() {
      let paragraph = tree.paragraphs[index]
      let children = (waiting.removeValue(forKey: index) ?? []).reversed()
      guard let symbol = symbol(paragraph, Array(children)) else { continue }
      if paragraph.parent >= 0, paragraph.parent < index, present.contains(paragraph.parent) {
        waiting[paragraph.parent, default: []].append(symbol)
      } else {
        top.append(symbol)
      }
    }
    return top.reversed()
  }

  private func symbol(_ paragraph: Paragraph, _ children: [Symbol]) -> Symbol? {
    let words = part.firstWords(paragraph.text)
    let label = part.label(paragraph)
    let name = label.isEmpty ? words : label
    guard !name.isEmpty else { return nil }
    let end = max(paragraph.span.upper + part.start, children.last?.range.upperBound ?? 0)
    let nameSpan = paragraph.label?.span ?? paragraph.text
    return Symbol(
      kind: .paragraph, name: name, detail: label.isEmpty ? "" : words,
      range: (paragraph.span.lower + part.start)..<end, nameRange: part.range(nameSpan),
      children: children)
  }
}
