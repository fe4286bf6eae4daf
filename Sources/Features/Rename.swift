internal import Grammar
internal import Revision
internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

/// What stands under the caret and can be named anew.
public struct RenameTarget: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A paragraph's label, or one that a reference names: index of the paragraph in its resolution.
    case label(Int)
    case acronym
    /// Place and year of the session that the draft is for.
    case session
  }

  public var kind: Kind
  /// UTF-8 bytes in the text.
  public var range: Range<Int>
  /// The name as it is: `c)`, `WSIS`, `Dubai, 2018`.
  public var name: String
}

extension Draft {
  /// What can be named anew at a byte offset, or `nil`.
  public func renameTarget(at offset: Int) -> RenameTarget? {
    guard let (meaning, start) = section(at: offset) else { return nil }
    let finder = RenameFinder(meaning: meaning, caret: offset - start)
    guard var target = finder.label ?? finder.session ?? finder.acronym else { return nil }
    target.range = (target.range.lowerBound + start)..<(target.range.upperBound + start)
    return target
  }

  /// What gives what stands at an offset another name, everywhere.
  public func rename(at offset: Int, to name: String) -> Result<Change, ActionFault> {
    guard let (meaning, start) = section(at: offset), let target = renameTarget(at: offset) else {
      return .failure(ActionFault(reason: "nothing here can be renamed"))
    }
    let trimmed = name.trimmingBlanks
    let edits: Result<[TextEdit], ActionFault>
    switch target.kind {
    case .label(let index): return relabel(index, trimmed, meaning, start)
    case .acronym:
      edits = asWritten(
        AcronymRename(meaning: meaning, old: target.name).edits(to: trimmed), meaning)
    case .session:
      edits = asWritten(SessionRename(meaning: meaning).edits(to: trimmed), meaning)
    }
    return edits.map { edits in Change(edits: edits.map { $0.shifted(by: start) }) }
  }

  /// The edits in the bytes as written, where no tracked change stands in the way.
  private func asWritten(_ result: Result<[TextEdit], ActionFault>, _ meaning: SectionMeaning)
    -> Result<[TextEdit], ActionFault>
  {
    result.flatMap { edits in
      guard let edits = meaning.section.origin(of: edits) else {
        return .failure(
          ActionFault(reason: "a tracked change stands in the way; accept or reject it first"))
      }
      return .success(edits)
    }
  }

  private func relabel(
    _ index: Int, _ name: String, _ meaning: SectionMeaning, _ start: Int
  ) -> Result<Change, ActionFault> {
    guard let label = NewLabel(name, like: meaning.resolution.paragraphs[index]) else {
      return .failure(ActionFault(reason: "`\(name)` is no label"))
    }
    switch Reviser(meaning, judgedBy: judgement.settings).revise(.relabel(index, label)) {
    case .success(let revised): return .success(Change(revised, in: meaning, at: start))
    case .failure(let refusal):
      return .failure(ActionFault(reason: refusal.reason ?? "the label cannot be changed"))
    }
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    var part = self[...].utf8
    while let first = part.first, first == 0x20 || first == 0x09 { part.removeFirst() }
    while let last = part.last, last == 0x20 || last == 0x09 { part.removeLast() }
    return String(decoding: Array(part), as: UTF8.self)
  }
}

/// Looks for names under a caret; offsets count from the section.
struct RenameFinder {
  let meaning: SectionMeaning
  let caret: Int

  private func touches(_ span: Span) -> Bool { span.lower <= caret && caret <= span.upper }

  // MARK: - Labels

  var label: RenameTarget? {
    let tree = meaning.resolution
    let block = meaning.section.block(at: caret)
    for (index, paragraph) in tree.paragraphs.enumerated()
    where paragraph.block == block {
      guard let label = paragraph.label, touches(label.span) else { continue }
      return target(index, label.span)
    }
    for reference in meaning.references where touches(reference.span) && !reference.isExternal {
      for item in reference.items where item.path.count == item.item.steps.count {
        for (step, index) in zip(item.item.steps, item.path)
        where !step.span.isEmpty && touches(step.span) {
          return target(index, step.span)
        }
      }
    }
    return nil
  }

  private func target(_ index: Int, _ span: Span) -> RenameTarget? {
    let paragraph = meaning.resolution.paragraphs[index]
    guard let label = paragraph.label, paragraph.ordinal > 0 else { return nil }
    let name = LabelText.standard(
      paragraph.ordinal, paragraph.form, suffix: Int(label.suffix))
    return RenameTarget(kind: .label(index), range: span.range, name: name)
  }

  // MARK: - The session

  var session: RenameTarget? {
    for shape in SessionRename(meaning: meaning).shapes {
      guard let span = shape.session, touches(span) else { continue }
      return RenameTarget(
        kind: .session, range: span.range, name: meaning.plainText(span))
    }
    return nil
  }

  // MARK: - Acronyms

  var acronym: RenameTarget? {
    let section = meaning.section
    let index = section.block(at: caret)
    guard section.blocks.indices.contains(index) else { return nil }
    let start = section.starts[index]
    for token in section.blocks[index].tokens where touches(token.span.shifted(by: start)) {
      guard token.kind == .word else { continue }
      let span = token.span.shifted(by: start)
      let word = Array(section.bytes[span.range])
      guard let base = AcronymRename.base(of: word) else { continue }
      return RenameTarget(
        kind: .acronym, range: span.lower..<(span.lower + base.count),
        name: String(decoding: base, as: UTF8.self))
    }
    return nil
  }
}

extension TitleShape {
  /// From the place to the year, where both are written.
  var session: Span? {
    guard !place.isEmpty, !year.isEmpty, place.upper <= year.lower else { return nil }
    return Span(place.lower, year.upper)
  }
}
