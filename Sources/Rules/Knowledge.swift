public import Catalogue
internal import Semantics
internal import Synchronization

/// What is known of other texts while one is judged. Two of them are equal when they are one and the
/// same, so that comparing settings costs nothing; what is to be known anew needs a new one.
public final class Knowledge: Sendable, Equatable {
  /// With the register that is built in.
  public static let standard = Knowledge(nil)

  /// `nil` for the built-in one, which is opened when the first citation asks.
  private let own: Register?
  public var register: Register { own ?? .standard }

  /// How the house writes words.
  let words: WordList
  private let texts: NearbyTexts

  private init(
    _ own: Register?, _ words: WordList = .standard, _ texts: NearbyTexts = NearbyTexts()
  ) {
    self.own = own
    self.words = words
    self.texts = texts
  }

  /// - Parameters:
  ///   - register: `nil` for the built-in one.
  ///   - words: `nil` for the built-in list.
  ///   - texts: those in the same folder; they ground hints only.
  public convenience init(
    register: Register?, words: WordList? = nil, texts: NearbyTexts = NearbyTexts()
  ) {
    self.init(register, words ?? .standard, texts)
  }

  public static func == (left: Knowledge, right: Knowledge) -> Bool { left === right }

  // MARK: - Kept for all texts

  /// Texts cite the same few hundred others again and again, and a look into the register takes
  /// some microseconds. By the keys of the citations.
  private let kept = Mutex<[UInt64: CitedFacts]>([:])
  private static let limit = 8_192

  /// - Returns: `nil` for what the register cannot know: parts of texts, documents, no body.
  func facts(_ citation: Citation) -> CitedFacts? {
    guard let body = citation.body, citation.kind.isText, !citation.number.isEmpty else {
      return nil
    }
    if let known = facts(key: citation.key) { return known }
    guard let kind = TextKind(rawValue: citation.kind.rawValue) else { return nil }
    let plain = body == .radioAssembly ? citation.number.prefix { $0 != "-" } : citation.number[...]
    let id = EntryID(body: body.rawValue, kind: kind, number: String(plain))
    let new = CitedFacts(
      body.rawValue, kind, citation.number, in: register, nearby: texts.texts(id))
    kept.withLock {
      if $0.count >= Self.limit { $0.removeAll() }
      $0[citation.key] = new
    }
    return new
  }

  /// Of a text that was asked for before; a citation is much to be handed on.
  func facts(key: UInt64) -> CitedFacts? { kept.withLock { $0[key] } }
}
