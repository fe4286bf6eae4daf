/// The words of the drafting language in one of the languages of the Union.
///
/// Another language is another folder of `Grammar/Data`.
public struct Language: Sendable {
  /// ISO 639-1 code, as in reports: "en".
  public let id: String
  /// In the order of the data: each verb with its further/also forms, the commonest first.
  public let preambular: [PreambularHeading]
  public let operative: [OperativeVerb]
  public let addressees: [Addressee]
  public let tails: [Tail]
  public let words: [Word]
  public let formulas: [Formula]
  /// The house word list, endings written out.
  public let terms: [Term]
  /// Acronyms with a use of their own.
  public let acronyms: [AcronymUse]
  /// Verbs that a task begins with, in their bare form.
  public let taskVerbs: [String]
  /// What clauses are for, by their verbs.
  public let purposes: [Purpose]
  /// Phrases that tell when a task is due and who gets a report of it.
  public let duties: [DutyPhrase]

  /// The words of one role, in the order of the data.
  public func words(_ role: Word.Role) -> [Word] { words.filter { $0.role == role } }

  /// What a clause with this verb is for.
  public func purpose(of verb: String, part: ClausePart) -> Purpose? {
    purposes.first { $0.verb == verb && $0.part == part }
  }

  public static let english = Language(id: "en")

  /// One for each folder of the data that holds a vocabulary.
  public static let all: [Language] = Generated.tables.compactMap { table in
    guard table.name.hasSuffix("/preambular") else { return nil }
    let id = String(table.name.dropLast("/preambular".count))
    return id == english.id ? english : Language(id: id)
  }

  init(id: String) {
    self.id = id
    preambular = Table(named: id + "/preambular").rows.compactMap(PreambularHeading.init)
    operative = Table(named: id + "/operative").rows.compactMap(OperativeVerb.init)
    addressees = Table(named: id + "/addressees").rows.compactMap(Addressee.init)
    tails = Table(named: id + "/tails").rows.compactMap(Tail.init)
    words = Table(named: id + "/words").rows.compactMap(Word.init)
    formulas = Table(named: id + "/formulas").rows.compactMap(Formula.init)
    terms = Table(named: id + "/terms").rows.flatMap(Term.terms)
    acronyms = Table(named: id + "/acronyms").rows.compactMap(AcronymUse.init)
    taskVerbs = Table(named: id + "/taskverbs").rows.compactMap { $0.value("verb") }
    purposes = Table(named: id + "/purposes").rows.compactMap(Purpose.init)
    duties = Table(named: id + "/duties").rows.compactMap(DutyPhrase.init)
  }
}
