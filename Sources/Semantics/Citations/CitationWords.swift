internal import Grammar
internal import Syntax

/// The words around citations, by hash. A class, since readers hand it on for every citation.
final class CitationWords: Sendable {
  /// What a word may begin.
  enum Trigger: Sendable {
    case text(Citation.Kind, plural: Bool)
    /// `No.`, `Nos.`
    case provision(plural: Bool)
    case article(plural: Bool)
    case paragraph(plural: Bool)
    case action
    case document(plural: Bool)
    case annex(plural: Bool)
    /// `RES` of a symbol `A/RES/70/1`.
    case symbol
    /// `CS 165`, `CV 468`.
    case shorthand(CitedBody)
  }

  let triggers: WordMap<Trigger>
  let bodies: BodyNames
  let sessions: SessionIndex

  static let english = CitationWords()

  let and = wordHash("and")
  let or = wordHash("or")
  let to = wordHash("to")
  let of = wordHash("of")
  let on = wordHash("on")
  let at = wordHash("at")
  let by = wordHash("by")
  let the = wordHash("the")
  let this = wordHash("this")
  let its = wordHash("its")
  let inWord = wordHash("in")
  let number = wordHash("no")
  let numbers = wordHash("nos")
  let revision = wordHash("rev")
  let line = wordHash("line")
  let lines = wordHash("lines")
  let union = wordHash("itu")
  let ituR = wordHash("itu-r")
  let ituT = wordHash("itu-t")
  let ituD = wordHash("itu-d")
  let constitution = wordHash("constitution")
  let convention = wordHash("convention")
  let international = wordHash("international")
  let telecommunication = wordHash("telecommunication")
  let letterA = wordHash("a")
  let res = wordHash("res")
  let wrc = wordHash("wrc")
  let council = wordHash("council")
  let above = wordHash("above")
  let below = wordHash("below")
  let present = wordHash("present")
  let last = wordHash("last")
  let modified = wordHash("modified")
  let amended = wordHash("amended")
  let sameBody = WordSet(words: ["conference", "assembly", "forum"])
  let articles = WordSet(words: ["the", "its", "a", "an"])
  /// Between a body and the text that it adopts: "adopted by the Council".
  let adopts = WordSet(words: [
    "revised", "adopted", "approved", "amended", "modified", "passed", "reviewed",
  ])
  let texts = WordSet(words: ["resolution", "decision", "recommendation", "opinion"])
  let stages = WordSet(words: ["plen", "wgpl", "gt-plen", "pl"])
  let insertions = WordSet(words: ["bis", "ter", "quater"])
  /// Small words inside the name of a place.
  let particles = WordSet(words: ["el", "de", "la", "del", "al", "di", "da"])
  /// Nouns whose own number "No. 5" is.
  let numbered = WordSet(words: [
    "table", "figure", "room", "volume", "group", "series", "report", "collection", "supplement",
    "issue", "bulletin", "letter", "project", "item", "chapter", "sheet", "question", "protocol",
    "regulation", "rule", "form", "goal", "objective", "programme", "site", "station",
  ])
  let instruments = WordSet(words: ["rules", "regulations", "constitution", "convention"])
  let session = wordHash("session")
  /// Behind a comma: the title is over and the sentence goes on.
  let goesOn = WordSet(words: [
    "which", "that", "whereby", "where", "including", "includes", "an", "as", "in", "resolves",
    "resolving", "decides", "and", "instructs", "it",
  ])
  /// What may stand behind a number that belongs to a list; a noun there is counted by the number.
  let mayFollow = WordSet(words: [
    "of", "on", "in", "to", "and", "or", "which", "that", "as", "adopted", "by", "is", "are",
    "shall", "has", "have", "with", "for", "from", "at", "under", "should", "may", "was", "were",
    "relating", "related", "concerning", "approved", "also", "while", "where", "whereby", "do",
    "does", "apply", "applies", "call", "calls", "calling", "will", "but", "through", "since",
  ])

  private let annex = wordHash("annex")
  private let annexes = wordHash("annexes")
  func isAnnex(_ hash: UInt32) -> Bool { hash == annex || hash == annexes }

  init() {
    var triggers: [UInt32: Trigger] = [:]
    func add(_ singular: String, _ plural: String, _ make: (Bool) -> Trigger) {
      triggers[wordHash(singular)] = make(false)
      triggers[wordHash(plural)] = make(true)
    }
    for kind in [Citation.Kind.resolution, .decision, .recommendation, .opinion] {
      add(kind.rawValue, kind.rawValue + "s") { .text(kind, plural: $0) }
    }
    add("no", "nos") { .provision(plural: $0) }
    add("article", "articles") { .article(plural: $0) }
    add("art", "arts") { .article(plural: $0) }
    add("paragraph", "paragraphs") { .paragraph(plural: $0) }
    add("para", "paras") { .paragraph(plural: $0) }
    add("document", "documents") { .document(plural: $0) }
    add("annex", "annexes") { .annex(plural: $0) }
    triggers[wordHash("action")] = .action
    triggers[wordHash("res")] = .symbol
    triggers[wordHash("cs")] = .shorthand(.constitution)
    triggers[wordHash("cv")] = .shorthand(.convention)
    self.triggers = WordMap(triggers)
    bodies = BodyNames()
    sessions = SessionIndex()
  }
}

/// Names of bodies as runs of word hashes.
struct BodyNames: Sendable {
  struct Name: Sendable {
    let words: [UInt32]
    let body: CitedBody
    /// It is a proper name that needs its article: "the Plenipotentiary Conference".
    let full: Bool
  }

  private let byFirst: WordMap<[Name]>
  private let byLast: WordMap<[Name]>

  private static let names: [(String, CitedBody)] = [
    ("plenipotentiary conference", .plenipotentiary), ("pp", .plenipotentiary),
    ("world telecommunication development conference", .development), ("wtdc", .development),
    ("world telecommunication standardization assembly", .standardization),
    ("wtsa", .standardization),
    ("world telecommunication standardization conference", .standardization),
    ("wtsc", .standardization),
    ("radiocommunication assembly", .radioAssembly),
    ("itu radiocommunication assembly", .radioAssembly), ("ra", .radioAssembly),
    ("world radiocommunication conference", .radioConference), ("wrc", .radioConference),
    ("world administrative radio conference", .radioConference),
    ("world conference on international telecommunications", .regulations), ("wcit", .regulations),
    ("world telecommunication / ict policy forum", .policyForum),
    ("world telecommunication policy forum", .policyForum), ("wtpf", .policyForum),
    ("itu council", .council), ("council", .council),
    ("united nations general assembly", .generalAssembly),
    ("un general assembly", .generalAssembly),
    ("general assembly", .generalAssembly), ("unga", .generalAssembly),
    ("united nations", .generalAssembly),
    ("united nations economic and social council", .economicAndSocial),
    ("economic and social council", .economicAndSocial), ("ecosoc", .economicAndSocial),
    ("united nations security council", .security), ("security council", .security),
    ("unsc", .security),
    ("united nations human rights council", .humanRights), ("human rights council", .humanRights),
    ("hrc", .humanRights),
  ]

  init() {
    var byFirst: [UInt32: [Name]] = [:]
    var byLast: [UInt32: [Name]] = [:]
    func add(_ words: [UInt32], _ body: CitedBody, full: Bool) {
      guard let first = words.first, let last = words.last else { return }
      let name = Name(words: words, body: body, full: full)
      byFirst[first, default: []].append(name)
      byLast[last, default: []].append(name)
    }
    for (text, body) in Self.names {
      let words = text.split(separator: " ").map { $0 == "/" ? UInt32(0x2F) : wordHash($0) }
      add(words, body, full: words.count > 1)
    }
    for session in Session.all {
      guard let body = CitedBody(rawValue: session.body), body != .council else { continue }
      add([wordHash(session.token)], body, full: false)
    }
    let longest = { (a: Name, b: Name) in a.words.count > b.words.count }
    self.byFirst = WordMap(byFirst.mapValues { $0.sorted(by: longest) })
    self.byLast = WordMap(byLast.mapValues { $0.sorted(by: longest) })
  }

  /// The longest name that begins at a token.
  func name(at start: Int, in run: TokenRun) -> (body: CitedBody, end: Int, full: Bool)? {
    guard run[start].kind == .word, let names = byFirst[run[start].hash] else { return nil }
    for name in names {
      var matches = true
      for (i, word) in name.words.enumerated() where run[start + i].hash != word {
        matches = false
        break
      }
      guard matches, fits(name, run[start]) else { continue }
      return (name.body, start + name.words.count, name.full)
    }
    return nil
  }

  /// The longest name that ends before a token, and where it begins.
  func name(before end: Int, in run: TokenRun) -> (body: CitedBody, start: Int)? {
    guard run[end - 1].kind == .word, let names = byLast[run[end - 1].hash] else { return nil }
    for name in names {
      let start = end - name.words.count
      var matches = start >= 0
      for (i, word) in name.words.enumerated() where matches && run[start + i].hash != word {
        matches = false
      }
      guard matches, fits(name, run[start]) else { continue }
      return (name.body, start)
    }
    return nil
  }

  /// Short names are words of their own only in capitals ("pp", "ra").
  private func fits(_ name: Name, _ first: Token) -> Bool {
    name.words.count > 1 || first.flags.contains(.capital)
  }
}
