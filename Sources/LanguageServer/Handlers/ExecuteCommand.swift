import Features
import JSON
import LanguageServerProtocol
import Semantics
import Workspace

/// The one command: shows the places that a lens counts. Of several the user chooses one where the client
/// can ask; else the first is shown.
enum ExecuteCommandHandler: Handler {
  static let showPlaces = "resolute.showPlaces"

  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.showDocument else { return }
    capabilities.executeCommands = [showPlaces]
  }

  static func register(in routes: inout Routes<ServerState>) {
    routes.answerLater(ExecuteCommandRequest.self) { state, request, context, responder in
      guard request.command == showPlaces, state.client.showDocument else {
        return responder.fail(
          ResponseError(.invalidParams, "there is no command `\(request.command)`"))
      }
      guard let key = request.arguments.first.flatMap({ LensKey(json: $0) }),
        let text = state.draft(of: key)
      else {
        return responder.fail(
          ResponseError(.contentModified, "the text has changed since the lens was shown"))
      }
      let index = state.index(except: text.uri)
      let choice = PlaceChoice(
        title: text.draft.title(of: key.lens, in: index, text: text.key) ?? "",
        places: text.draft.places(of: key.lens, in: index, text: text.key).map { place in
          PlaceChoice.Place(text.location(place.mention), place.words, isHere: text.uri)
        })
      responder.succeed(.null)
      choice.show(context.client, asking: state.client.showMessageRequest)
    }
  }
}

/// Places of which the user wants to see one.
private struct PlaceChoice: Sendable {
  struct Place: Sendable {
    let location: Location
    /// `31: to publish the hours of high water…`
    let words: String

    init(_ location: Location, _ words: String, isHere uri: DocumentURI) {
      self.location = location
      let line = "\(location.range.start.line + 1)"
      let file = FilePath(location.uri).map { String(decoding: $0.name, as: UTF8.self) }
      let isHere = location.uri == uri
      self.words = (isHere ? line : "\(file ?? location.uri.rawValue):\(line)") + ": \(words)"
    }
  }

  let title: String
  let places: [Place]

  /// Places to choose from; clients show them as buttons or as lines of a menu.
  private static let most = 12

  func show(_ connection: Client<ServerState>, asking: Bool) {
    guard let first = places.first else { return }
    var choices: [String] = []
    for place in places where !choices.contains(place.words) { choices.append(place.words) }
    guard asking, choices.count > 1 else { return Self.show(first, connection) }
    let request = ShowMessageRequest(
      .info, title, choices: Array(choices.prefix(Self.most)))
    connection.request(request) { [places, connection] _, answer in
      guard case .success(let chosen) = answer,
        let place = places.first(where: { $0.words == chosen.title })
      else { return }
      Self.show(place, connection)
    }
  }

  private static func show(_ place: Place, _ connection: Client<ServerState>) {
    connection.request(
      ShowDocumentRequest(uri: place.location.uri, selection: place.location.range))
  }
}
