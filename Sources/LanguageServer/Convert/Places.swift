import Features
import LanguageServerProtocol
import Semantics
import TextModel

/// Places in this text and in others, as the client counts them.
extension OpenDraft {
  /// The name of this text in the index.
  var key: String { uri.rawValue }

  func location(_ mention: Mention) -> Location {
    switch mention {
    case .here(let range): Location(uri: uri, range: map.range(of: range))
    case .elsewhere(let text, let range):
      Location(uri: DocumentURI(text), range: PositionRange(range))
    }
  }

  func location(_ place: Destination.Place) -> (
    uri: DocumentURI, whole: PositionRange, name: PositionRange
  ) {
    switch place {
    case .here(let whole, let name): (uri, map.range(of: whole), map.range(of: name))
    case .elsewhere(let text, let whole, let name):
      (DocumentURI(text), PositionRange(whole), PositionRange(name))
    }
  }

  /// What the client takes as targets.
  func targets(_ destinations: [Destination], links: Bool) -> Targets? {
    guard !destinations.isEmpty else { return nil }
    guard links else {
      return .locations(
        destinations.map {
          let (uri, _, name) = location($0.place)
          return Location(uri: uri, range: name)
        })
    }
    return .links(
      destinations.map {
        let (uri, whole, name) = location($0.place)
        return LocationLink(
          originSelectionRange: map.range(of: $0.origin), targetURI: uri, targetRange: whole,
          targetSelectionRange: name)
      })
  }
}

extension PositionRange {
  /// A range of another text; its columns are already those of the session.
  init(_ range: SummaryRange) {
    self.init(start: Position(range.start), end: Position(range.end))
  }
}

extension Position {
  fileprivate init(_ position: TextPosition) {
    self.init(line: position.line, character: position.column)
  }
}

extension SymbolKind {
  init(_ kind: Symbol.Kind) {
    switch kind {
    case .resolution: self = .class
    case .preambularClause: self = .interface
    case .operativeClause: self = .method
    case .paragraph: self = .field
    case .annex: self = .namespace
    }
  }
}
