import Features
import LanguageServerProtocol
import Semantics
import Syntax
import Workspace

enum HoverHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.hover = true
  }

  static func answer(
    _ request: HoverRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Hover? {
    let open = try state.draft(of: request.place.uri)
    let offset = open.map.offset(of: request.place.position)
    guard let found = open.draft.hover(at: offset, register: open.register) else { return nil }
    var help = found.help
    if let text = state.beginning(ofTextNamedAt: offset, in: open) { help = help.quoting(text) }
    return Hover(
      contents: help.content(for: state.client.hoverFormats),
      range: open.map.range(of: found.range))
  }
}

extension ServerState {
  /// Bytes that are read of a file to show its first lines.
  private static var furthest: Int { 1 << 16 }

  /// The beginning of the text that a citation names, where it is open or in the client's folders.
  fileprivate mutating func beginning(ofTextNamedAt offset: Int, in open: OpenDraft) -> [UInt8]? {
    let found = open.draft.definition(
      at: offset, in: index(except: open.uri), text: open.key)
    guard case .elsewhere(let key, let whole, _) = found.first?.place else { return nil }
    let uri = DocumentURI(key)
    let start = whole.bytes.lowerBound
    let end = start.advanced(by: 2_000)
    if let text = texts[uri]?.document {
      let section = text.section(at: start)
      guard text.sections.indices.contains(section), text.starts.indices.contains(section) else {
        return nil
      }
      let before = text.starts[section].distance(to: start)
      return Array(text.sections[section].source.dropFirst(max(0, before)).prefix(2_000))
    }
    guard end <= Self.furthest, let path = FilePath(uri),
      let front = try? FileReader().readFront(path, count: end)
    else { return nil }
    return Array(front.dropFirst(start))
  }
}
