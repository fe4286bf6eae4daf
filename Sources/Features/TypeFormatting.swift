internal import Revision
internal import Semantics
internal import Syntax
public import TextModel

extension Draft {
  /// What is written for the author when a character was typed.
  ///
  /// - Parameters:
  ///   - offset: the byte offset behind it.
  ///   - character: a line end continues the labels, a full stop or a semicolon becomes the mark that
  ///     belongs there; others do nothing.
  public func typing(_ character: String, at offset: Int) -> [TextEdit] {
    guard let (meaning, start) = section(at: max(0, offset - 1)),
      meaning.resolution.isRecognised
    else { return [] }
    let line = TypedLine(meaning)
    let edit: TextEdit?
    switch character {
    case "\n", "\r\n": edit = line.newLine(at: offset - start)
    case ".", ";": edit = line.endMark(at: offset - start)
    default: edit = nil
    }
    guard let edit, let edits = meaning.section.origin(of: [edit]) else { return [] }
    return edits.map { $0.shifted(by: start) }
  }
}
