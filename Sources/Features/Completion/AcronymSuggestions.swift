internal import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// Acronyms for capitals that are being typed; spelled out where the draft has not done so.
struct AcronymSuggestions {
  private let caret: TypingPlace
  private let register: Register
  private let start: Int
  private let typed: String
  /// The author is writing the bracket of a definition.
  private let isBracketed: Bool

  init?(_ caret: TypingPlace, _ register: Register) {
    guard let word = caret.words(limit: 1).first else { return nil }
    let bytes = word.bytes.drop { !isASCIILetter($0) && !isASCIIDigit($0) }
    guard bytes.count >= 2, bytes.count <= 24, bytes.first.map(isASCIIUpper) == true,
      bytes.allSatisfy({ AcronymScan.isNameByte($0) && !isASCIILower($0) }),
      bytes.filter(isASCIIUpper).count >= 2
    else { return nil }
    self.caret = caret
    self.register = register
    start = word.end - bytes.count
    typed = String(decoding: bytes, as: UTF8.self)
    isBracketed = caret.before.dropLast(bytes.count).last == 0x28
  }

  private static let most = 40

  /// `nil` where no name begins so.
  func suggestions() -> Suggestions? {
    let scan = AcronymScan(caret.section, before: start)
    let range = caret.range(from: start)
    var result = Suggestions()
    var rank = 0
    func add(_ text: String, _ name: String, _ detail: String?, group: Int) {
      guard text != typed else { return }
      var item = Suggestion(.acronym, text, replacing: range, with: text)
      item.detail = detail
      item.letPass(typed, as: name)
      item.key = .acronym(name)
      item.sort(group: group, rank: rank)
      rank += 1
      result.items.append(item)
    }
    let own = scan.definitions.keys.filter { $0.hasPrefix(typed) }.sorted()
    for name in own {
      add(name, name, register.acronym(name)?.expansion ?? scan.expansion(of: name), group: 0)
    }
    let others = Register.acronyms.filter { $0.name.hasPrefix(typed) && !own.contains($0.name) }
      .sorted { $0.seen == $1.seen ? $0.name < $1.name : $0.seen > $1.seen }
    result.isCut = others.count > Self.most
    for acronym in others.prefix(Self.most) {
      let isKnown = Self.known.contains(acronym.name)
      if !isKnown, !isBracketed, acronym.certainty != .truncated {
        add("\(acronym.expansion) (\(acronym.name))", acronym.name, "first use", group: 1)
      }
      add(acronym.name, acronym.name, acronym.expansion, group: 1)
    }
    return result.items.isEmpty ? nil : result
  }

  private static let known = Set(
    Language.english.acronyms.lazy.filter { $0.use == .known }.map(\.name))
}
