import Features
import LanguageServerProtocol
import Revision
import TextModel

enum FormattingHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.formatting = true
  }

  static func answer(
    _ request: FormattingRequest, _ state: inout ServerState
  ) throws(ResponseError) -> WireList<LanguageServerProtocol.TextEdit>? {
    let open = try state.draft(of: request.uri)
    let dialect = open.settings.dialect
    let number = DraftDialect.allCases.firstIndex(of: dialect) ?? 0
    func variant(_ section: Int) -> Int {
      4 * number + open.draft.meaning.place(ofSection: section).rawValue
    }
    let edits = WrittenSections(
      open.draft, previous: state.texts[open.uri]?.sent.formatting, variant: variant
    ) { index in
      var json = MovableJSON()
      let place = open.place(ofSection: index)
      for edit in open.draft.formatting(ofSection: index, dialect: dialect) {
        let sent = LanguageServerProtocol.TextEdit(
          range: place.range(of: edit.range),
          newText: String(decoding: edit.replacement, as: UTF8.self))
        json.append(sent.jsonBytes)
      }
      return json
    }
    state.texts[open.uri]?.sent.formatting = edits
    return .written(edits.list)
  }
}
