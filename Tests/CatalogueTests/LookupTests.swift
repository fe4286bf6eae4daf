import Catalogue
import TestSupport
import Testing

@Suite struct LookupTests {
  let register = Register.standard

  /// The first answers, as ids with the edition to cite.
  private func answers(_ query: String, _ context: LookupContext = .init(), _ count: Int = 3)
    -> [String]
  {
    register.lookup(query, in: context).prefix(count).map { match in
      "\(match.entry.id)" + (match.edition.map { " (\($0.description))" } ?? "")
    }
  }

  @Test(arguments: [
    ("140", "PP", "PP/resolution/140 (Rev. Dubai, 2018)"),
    ("140", "WRC", "WRC/resolution/140 (Rev.WRC-23)"),
    ("res 71 dub", "PP", "PP/resolution/71 (Rev. Dubai, 2018)"),
    ("Resolution 71 (Rev. Bus", "PP", "PP/resolution/71 (Rev. Busan, 2014)"),
    ("wtsa 64", "PP", "WTSA/resolution/64 (Rev. Hammamet, 2016)"),
    ("ITU-R 61-2", "PP", "RA/resolution/61 (61-2 Rev. Sharm el-Sheikh, 2019)"),
    ("decision 5", "PP", "PP/decision/5 (Rev. Dubai, 2018)"),
    ("dec. 11", "PP", "PP/decision/11 (Rev. Dubai, 2018)"),
    ("70/125", "PP", "UNGA/resolution/70/125 (16 December 2015)"),
    ("unga 2030 agenda", "PP", "UNGA/resolution/70/1 (25 September 2015)"),
    ("council 1332", "PP", "Council/resolution/1332"),
    ("internet exchange points", "PP", "WTPF/opinion/1 (Geneva, 2013)"),
    ("conf secur", "PP", "PP/resolution/130 (Rev. Dubai, 2018)"),
    ("CONFIDENCE SECURITY", "PP", "PP/resolution/130 (Rev. Dubai, 2018)"),
    ("child online", "PP", "PP/resolution/179 (Rev. Bucharest, 2022?)"),
    ("child online", "WTDC", "WTDC/resolution/67 (Rev. Kigali, 2022)"),
  ])
  func first(query: String, body: String, answer: String) {
    let context = LookupContext(
      body: body, year: body == "PP" && query != "child online" ? 2018 : nil)
    #expect(
      answers(query, context).first?.replacing("?", with: "") == answer.replacing("?", with: ""))
  }

  /// A number in a draft of a body: its own text of that number, then its own that begin with it, then
  /// the same number of others.
  @Test(arguments: ["PP", "WTSA", "WTDC", "WRC", "RA", "Council"])
  func numbersOfTheDraftsOwnBodyComeFirst(body: String) {
    var mixed = 0
    for number in 1...99 {
      let context = LookupContext(body: body, kinds: [.resolution], limit: 60)
      let found = register.lookup(String(number), in: context).map(\.entry)
      let ranks = found.filter { $0.number.hasPrefix(String(number)) && !isAbrogated($0) }
        .map { entry in
          let isExact = entry.number == String(number)
          return entry.body == body ? (isExact ? 0 : 1) : isExact ? 2 : 3
        }
      #expect(ranks == ranks.sorted(), "\(number) in \(body)")
      if ranks.contains(1), ranks.contains(2) { mixed += 1 }
    }
    #expect(mixed > (body == "PP" ? 4 : 0), "\(mixed) numbers tell nothing")
  }

  private func isAbrogated(_ entry: Entry) -> Bool {
    if case .abrogated = entry.standing { true } else { false }
  }

  @Test func aBodyThatIsNamedGoesBeforeTheDraftsOwn() {
    #expect(answers("wtsa 2", .init(body: "PP")).first?.hasPrefix("WTSA/resolution/2 ") == true)
    #expect(
      answers("wrc 13", .init(body: "PP"), 9).prefix { $0.hasPrefix("WRC/") }.count > 0)
    let council = answers("council 13", .init(body: "PP", kinds: [.resolution]), 9)
    #expect(council.allSatisfy { $0.hasPrefix("Council/resolution/13") }, "\(council)")
  }

  @Test func anAcronymFindsItsExpansion() {
    let ids = register.lookup("wsis", in: .init(body: "PP", limit: 50)).map(\.entry.id.description)
    #expect(ids.first == "PP/resolution/140")
    for id in [
      "WTDC/resolution/30", "RA/resolution/61", "UNGA/resolution/70/125", "WTSA/resolution/75",
    ] {
      #expect(ids.contains(id), "\(id)")
    }
  }

  @Test func everyWordMustFit() {
    #expect(answers("140 cybersecurity") == [])
    #expect(answers("zzzzzz") == [])
  }

  @Test(arguments: [
    ("confidense security", "PP/resolution/130 (Rev. Dubai, 2018)"),  // a letter wrong
    ("acessibility persons", "PP/resolution/175 (Rev. Dubai, 2018)"),  // a letter missing
    ("counterfeitt telecommunication", "PP/resolution/188 (Rev. Dubai, 2018)"),  // doubled
    ("palestien status", "PP/resolution/99 (Rev. Dubai, 2018)"),  // swapped
  ])
  func slips(query: String, answer: String) {
    #expect(answers(query, .init(body: "PP", year: 2018)).contains(answer))
  }

  @Test func aDraftOf2010IsNotOfferedLaterEditions() {
    let context = LookupContext(body: "PP", year: 2010)
    #expect(answers("140", context).first == "PP/resolution/140 (Rev. Guadalajara, 2010)")
    #expect(answers("71", context).first == "PP/resolution/71 (Rev. Guadalajara, 2010?)")
    // Adopted in 2018, so not first for a draft of 2010, though it would be for one of 2018.
    #expect(
      answers("innovation", .init(body: "PP", year: 2018)).first?.hasPrefix("PP/resolution/205")
        == true)
    #expect(answers("innovation", context).first?.hasPrefix("PP/resolution/205") == false)
  }

  @Test func textsInForceComeFirst() {
    let ids = register.lookup("telecommunication humanitarian", in: .init(body: "PP"))
      .map(\.entry.id.number)
    let inForce = ids.firstIndex(of: "136")
    let abrogated = ids.firstIndex(of: "36")
    #expect(inForce != nil && abrogated != nil && inForce ?? 9 < abrogated ?? 0)
  }

  @Test func useInTheDraftRaises() {
    let id = EntryID(body: "PP", kind: .resolution, number: "101")
    #expect(
      answers("internet", .init(body: "WTSA")).first != "PP/resolution/101 (Rev. Dubai, 2018)")
    let used = LookupContext(body: "WTSA", uses: [id: 4])
    #expect(
      answers("internet protocol networks", used).first == "PP/resolution/101 (Rev. Dubai, 2018)")
    #expect(answers("", used) == ["PP/resolution/101 (Rev. Dubai, 2018)"])
  }

  @Test func kindsAndLimit() {
    let context = LookupContext(kinds: [.decision], limit: 2)
    let found = register.lookup("5", in: context)
    #expect(found.count <= 2 && !found.isEmpty)
    #expect(found.allSatisfy { $0.entry.kind == .decision })
    #expect(register.lookup("5", in: .init(limit: 0)).isEmpty)
  }

  /// Whatever is typed gets an answer or none, in an order that does not change.
  @Test func anyBytes() {
    var generator = SeededGenerator()
    let seed = generator.seed
    let alphabet = Array("ab 140/-.&()[]é’\u{FEFF}\u{0}Rev,Dubai\t\n😀".unicodeScalars)
    for _ in 0..<200 {
      let count = Int(generator.next() % 24)
      var text = ""
      for _ in 0..<count {
        text.unicodeScalars.append(alphabet[Int(generator.next() % UInt64(alphabet.count))])
      }
      let once = register.lookup(text)
      #expect(once == register.lookup(text), "seed \(seed), query \(text)")
      #expect(once.count <= 20)
    }
    print("lookup of random text: seed \(seed)")
  }
}
