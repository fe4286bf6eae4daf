public import Grammar

/// The words of one language, made ready for the parser: hashes instead of strings.
public final class Vocabulary: Sendable {
  /// What a word can do for the parser. Bits, since one word may have several uses.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    static let preambularVerb = Roles(rawValue: 1)
    static let operativeVerb = Roles(rawValue: 2)
    /// "further" or "also".
    static let again = Roles(rawValue: 4)
    /// The first word of some preambular heading.
    static let preambularOpener = Roles(rawValue: 8)
    /// A word that cannot end a paragraph: an article, a preposition, a conjunction.
    static let openEnd = Roles(rawValue: 16)
    /// A word behind which a label belongs to a reference: "No.", "Annex", "resolves".
    static let opensReference = Roles(rawValue: 32)
    static let article = Roles(rawValue: 64)
    /// The infinitive of an operative verb, as in "resolves to instruct".
    static let infinitive = Roles(rawValue: 128)
  }

  struct Verb: Sendable {
    let text: String
    let hash: UInt32
    /// Hashes of all its words ("calls upon" has two).
    let words: [UInt32]
    /// It settles what the body itself does (resolves, decides, recommends) and needs no addressee.
    let deciding: Bool
    /// In the form used after "resolves to".
    let infinitive: [UInt32]
  }

  struct Phrase: Sendable {
    let text: String
    let words: [UInt32]
  }

  private let roleBits: WordTable
  let uses: WordUses
  /// Preambular headings by their first word.
  let preambular: WordMap<[Phrase]>
  private let preambularWords: WordMap<[[UInt32]]>
  private let preambularList: WordMap<[UInt32]>
  let operative: WordMap<Verb>
  let infinitives: WordMap<[UInt32]>
  /// Addressees by their first word, longest first, without article.
  let addressees: WordMap<[Phrase]>
  /// Verb texts, for near misses.
  let preambularTexts: [String]
  let verbTexts: [String]
  let addresseeTexts: [String]
  /// Enacting formulas up to the bracket, as bytes.
  let formulas: [[UInt8]]
  /// Small words that may open an addressee: the, all, any, relevant, interested.
  let nounOpeners: Set<UInt32>

  public static let english = Vocabulary(Language.english)

  public init(_ language: Language) {
    var roles: [UInt32: Roles] = [:]
    func mark(_ hash: UInt32, _ role: Roles) { roles[hash, default: []].insert(role) }

    var preambular: [UInt32: [Phrase]] = [:]
    for heading in language.preambular {
      let words = Self.hashes(heading.heading)
      guard let first = words.first else { continue }
      preambular[first, default: []].append(Phrase(text: heading.heading, words: words))
      mark(first, .preambularOpener)
      for word in Self.hashes(heading.verb).prefix(1) { mark(word, .preambularVerb) }
    }
    for key in preambular.keys {
      preambular[key]?.sort { $0.words.count > $1.words.count }
    }

    var operative: [UInt32: Verb] = [:]
    var infinitives: [UInt32: [UInt32]] = [:]
    for verb in language.operative where !verb.isFurther {
      let words = Self.hashes(verb.verb)
      guard let first = words.first else { continue }
      let infinitive = Self.hashes(verb.infinitive ?? "")
      operative[first] = Verb(
        text: verb.verb, hash: first, words: words, deciding: verb.role == .deciding,
        infinitive: infinitive)
      mark(first, [.operativeVerb])
      if let word = infinitive.first {
        infinitives[word] = infinitive
        mark(word, .infinitive)
      }
    }

    var addressees: [UInt32: [Phrase]] = [:]
    for addressee in language.addressees {
      let words = Self.hashes(addressee.name)
      guard let first = words.first else { continue }
      addressees[first, default: []].append(Phrase(text: addressee.name, words: words))
    }
    for key in addressees.keys {
      addressees[key]?.sort { $0.words.count > $1.words.count }
    }

    for word in language.words {
      guard let role = Self.roles[word.role], let hash = Self.hashes(word.text).first else {
        continue
      }
      mark(hash, role)
    }

    roleBits = WordTable(roles.mapValues { UInt32($0.rawValue) })
    uses = WordUses(
      language,
      openers: roles.filter { !$0.value.isDisjoint(with: [.preambularOpener, .operativeVerb]) }.map(
        \.key))
    self.preambular = WordMap(preambular)
    preambularWords = WordMap(preambular.mapValues { $0.map(\.words) })
    preambularList = WordMap(
      preambular.mapValues { $0.flatMap { [UInt32(clamping: $0.words.count)] + $0.words } })
    self.operative = WordMap(operative)
    self.infinitives = WordMap(infinitives)
    self.addressees = WordMap(addressees)
    preambularTexts = language.preambular.map(\.heading)
    verbTexts = language.operative.map(\.verb)
    addresseeTexts = language.addressees.map(\.name)
    nounOpeners = Set(language.words(.nounOpener).map { wordHash($0.text) })
    formulas = language.formulas.map { Array($0.text.utf8) }
  }

  func roles(of hash: UInt32) -> Roles {
    Roles(rawValue: UInt16(truncatingIfNeeded: roleBits[hash]))
  }

  private static let union = wordHash("itu")

  /// Articles, and "ITU" before "Council": a reference may leave them out.
  public func isPassedOver(_ hash: UInt32) -> Bool {
    hash == Self.union || roles(of: hash).contains(.article)
  }

  /// The words of preambular headings that begin with this word, longest first.
  public func preambularPhrases(from first: UInt32) -> [[UInt32]] {
    preambularWords[first] ?? []
  }

  /// The same in one list: before the words of each phrase stands how many they are.
  public func preambularList(from first: UInt32) -> [UInt32] { preambularList[first] ?? [] }

  /// The words of the operative verb that begins with this word.
  public func operativeVerb(from first: UInt32) -> [UInt32]? {
    operative[first]?.words
  }

  /// "further" or "also".
  public func isAgain(_ hash: UInt32) -> Bool { roles(of: hash).contains(.again) }

  /// The infinitive used after "resolves to" that begins with this word.
  public func infinitive(from first: UInt32) -> [UInt32]? { infinitives[first] }

  /// Whether a heading, in the preamble or the operative part, can begin with this word.
  public func mayOpenHeading(_ hash: UInt32) -> Bool {
    !roles(of: hash).isDisjoint(with: [.preambularOpener, .operativeVerb])
  }

  private static let roles: [Word.Role: Roles] = [
    .further: .again, .openEnd: .openEnd, .opensReference: .opensReference, .article: .article,
  ]

  static func hashes(_ phrase: String) -> [UInt32] {
    phrase.split(separator: " ").map { wordHash($0) }
  }
}
