import Foundation
import Revision
import Semantics
import Syntax
import TextModel

enum Frame {
  static let front = """
    # RESOLUTION 999 (Dubai, 2018)

    ## Lamps and radio logs in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),


    """
}

func meaning(_ text: String) -> SectionMeaning? {
  TextMeaning(Document(text)).sections.first { $0.resolution.isRecognised }
}

func meaning(_ bytes: [UInt8]) -> SectionMeaning? {
  TextMeaning(Document(bytes)).sections.first
}

func applying(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.replacement) }
  return bytes
}

func slice(_ bytes: [UInt8], _ range: Range<Int>) -> String {
  String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
}

/// The clauses of a draft after an operation on the paragraph whose text begins with some words, and the
/// problems as `kind "reference" target`.
func revised(_ clauses: String, _ words: String, _ operation: (Int) -> StructureEdit) -> (
  text: String, problems: [String]
) {
  let text = Frame.front + clauses + "\n"
  guard let meaning = meaning(text) else { return ("not a resolution", []) }
  let section = meaning.section
  let at = meaning.resolution.paragraphs.firstIndex {
    meaning.plainText($0.text).hasPrefix(words)
  }
  switch Reviser(meaning).revise(operation(at ?? -1)) {
  case .failure(let refusal):
    return (refusal.reason.map { "refused: " + $0 } ?? "not there", [])
  case .success(let revised):
    let after = applying(revised.edits, to: section.bytes)
    let problems = revised.problems.map {
      "\($0.kind) \"\(slice(section.bytes, $0.range))\" \($0.lastTarget)"
        .trimmingCharacters(in: .whitespaces)
    }
    let clauses = String(decoding: after, as: UTF8.self).dropFirst(Frame.front.count).dropLast()
    return (String(clauses), problems)
  }
}
