import Features
import Syntax
import TextModel

/// A draft with `‸` where the caret stands.
struct EditedDraft {
  var draft: Draft
  var bytes: [UInt8]
  var caret: Int

  init(_ marked: String) {
    let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    caret = parts[0].utf8.count
    bytes = Array(parts.joined().utf8)
    draft = Draft(Document(bytes))
  }

  func applying(_ edits: [TextEdit]) -> String {
    var bytes = bytes
    for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.replacement) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
