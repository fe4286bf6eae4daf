import JSON
import LanguageServerProtocol

/// What an entry carries whose rest is worked out later: a place in one version of a text.
struct LateKey<Kind: RawRepresentable<String> & Sendable>: Sendable {
  let uri: DocumentURI
  let version: Int
  let kind: Kind
  /// In bytes from the start of the text.
  let offset: Int

  init(_ text: OpenDraft, kind: Kind, offset: Int) {
    uri = text.uri
    version = text.version
    self.kind = kind
    self.offset = offset
  }

  init?(json: JSONValue) {
    guard let uri = json["uri"]?.string, let version = json["version"]?.int,
      let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
      let offset = json["offset"]?.int
    else { return nil }
    self.uri = DocumentURI(uri)
    self.version = version
    self.kind = kind
    self.offset = offset
  }

  var json: JSONValue {
    [
      "uri": .string(uri.rawValue), "version": .int(version), "kind": .string(kind.rawValue),
      "offset": .int(offset),
    ]
  }
}

extension ServerState {
  /// The text of an entry; `nil` where it was edited since.
  mutating func draft<Kind>(of key: LateKey<Kind>) -> OpenDraft? {
    guard let text = try? draft(of: key.uri), text.version == key.version else { return nil }
    return text
  }
}
