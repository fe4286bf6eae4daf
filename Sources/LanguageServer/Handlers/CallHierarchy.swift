import Features
import JSON
import LanguageServerProtocol
import Semantics

/// Who cites whom, in the protocol's words for who calls whom.
enum PrepareCallHierarchyHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.callHierarchy = client.callHierarchy
  }

  static func answer(
    _ request: PrepareCallHierarchyRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [CallHierarchyItem]? {
    let text = try state.draft(of: request.place.uri)
    let items = text.draft.callHierarchyItems(
      at: text.map.offset(of: request.place.position), in: state.index(except: text.uri),
      text: text.key)
    return items.isEmpty ? nil : items.map { CallHierarchyItem($0, text) }
  }
}

enum IncomingCallsHandler: RequestHandler {
  static func answer(
    _ request: IncomingCallsRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [IncomingCall]? {
    guard let name = TextName(request.item.data) else { return nil }
    let index = state.index(except: request.item.uri)
    let text = try? state.draft(of: request.item.uri)
    let calls =
      text?.draft.incomingCitations(of: name, in: index, text: request.item.uri.rawValue)
      ?? index.incomingCitations(of: name)
    return calls.map { call in
      IncomingCall(
        from: CallHierarchyItem(call.text, text),
        fromRanges: call.ranges.compactMap { PositionRange($0, text) })
    }
  }
}

enum OutgoingCallsHandler: RequestHandler {
  static func answer(
    _ request: OutgoingCallsRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [OutgoingCall]? {
    // Of a text that is not at hand nobody knows whom it cites.
    guard let offset = request.item.data?["offset"]?.int else { return [] }
    let index = state.index(except: request.item.uri)
    let text = try? state.draft(of: request.item.uri)
    let calls =
      text.map { text in
        let at = text.map.offset(of: request.item.selectionRange.start)
        return text.draft.outgoingCitations(at: at, in: index, text: text.key)
      } ?? index.outgoingCitations(of: request.item.uri.rawValue, at: offset)
    return calls.map { call in
      OutgoingCall(
        to: CallHierarchyItem(call.text, text),
        fromRanges: call.ranges.compactMap { PositionRange($0, text) })
    }
  }
}

extension CallHierarchyItem {
  /// - Parameter text: the text that places without a name are in.
  fileprivate init(_ citing: CitingText, _ text: OpenDraft?) {
    var data: JSONValue = [
      "kind": .string(citing.name.kind.rawValue), "number": .string(citing.name.number),
      "body": citing.name.body.map { .string($0.rawValue) } ?? .null,
    ]
    let uri: DocumentURI
    let whole: PositionRange
    let name: PositionRange
    let offset: Int
    switch citing.place {
    case .here(let range, let words):
      uri = text?.uri ?? DocumentURI("")
      whole = text?.map.range(of: range) ?? PositionRange(start: .zero, end: .zero)
      name = text?.map.range(of: words) ?? whole
      offset = words.lowerBound
    case .elsewhere(let other, let range, let words):
      uri = DocumentURI(other)
      whole = PositionRange(range)
      name = PositionRange(words)
      offset = words.bytes.lowerBound
    }
    if citing.isKnown, case .object(var members) = data {
      members["offset"] = .int(offset)
      data = .object(members)
    }
    self.init(
      name: citing.title, kind: .class, detail: citing.subject.isEmpty ? nil : citing.subject,
      uri: uri, range: whole, selectionRange: name, data: data)
  }
}

extension TextName {
  /// The name as an item carries it.
  fileprivate init?(_ data: JSONValue?) {
    guard let kind = data?["kind"]?.string.flatMap(Citation.Kind.init), kind.isText,
      let number = data?["number"]?.string
    else { return nil }
    self.init(
      kind: kind, body: data?["body"]?.string.flatMap(CitedBody.init), number: number)
  }
}

extension PositionRange {
  fileprivate init?(_ mention: Mention, _ text: OpenDraft?) {
    switch mention {
    case .here(let range):
      guard let text else { return nil }
      self = text.map.range(of: range)
    case .elsewhere(_, let range): self.init(range)
    }
  }
}

extension Position {
  fileprivate static let zero = Position(line: 0, character: 0)
}
