import Catalogue
import Testing

@Suite struct RegisterTests {
  let register = Register.standard

  @Test func resolution140() throws {
    let entry = try #require(register.entry(body: "PP", kind: .resolution, number: "140"))
    #expect(
      entry.title?.hasPrefix("ITU's role in implementing the outcomes of the World Summit") == true)
    #expect(entry.certainty == .sure)
    #expect(
      entry.editions.map(\.description) == [
        "Antalya, 2006", "Rev. Guadalajara, 2010", "Rev. Busan, 2014", "Rev. Dubai, 2018",
      ])
    #expect(entry.standing == .inForce)
    #expect(entry.asOf == "2018-11")
    #expect(entry.edition(knownIn: 2010)?.place == "Guadalajara")
    #expect(entry.edition(knownIn: 2005) == nil)
    #expect(entry.edition(knownIn: nil)?.year == 2018)
  }

  @Test func radiocommunicationTextsAreFoundWithTheirCountOfRevisions() {
    let entry = register.entry(body: "RA", kind: .resolution, number: "61-2")
    #expect(entry?.number == "61")
    #expect(entry?.editions.last?.suffix == "61-3")
  }

  @Test func anOpinionNeedsItsForum() {
    #expect(register.entries(body: "WTPF", kind: .opinion, number: "4").count == 2)
    #expect(register.entry(body: "WTPF", kind: .opinion, number: "4") == nil)
    let lisbon = register.entry(body: "WTPF", kind: .opinion, number: "4", year: 2009)
    #expect(lisbon?.title?.contains("confidence and security") == true)
    let geneva = register.entry(body: "WTPF", kind: .opinion, number: "4", year: 2013)
    #expect(geneva?.title?.contains("IPv6") == true)
  }

  @Test func absentTexts() {
    #expect(register.entry(body: "PP", kind: .resolution, number: "999") == nil)
    #expect(register.entry(body: "PP", kind: .opinion, number: "140") == nil)
    #expect(register.entry(body: "", kind: .resolution, number: "") == nil)
  }

  @Test func abrogated() {
    let entry = register.entry(body: "PP", kind: .resolution, number: "185")
    #expect(entry?.standing == .abrogated(by: "PP (Dubai, 2018)"))
  }

  @Test func rangesOfNumbers() {
    #expect(register.highestNumber(body: "PP", kind: .resolution) == 219)
    #expect(register.highestNumber(body: "RA", kind: .resolution) == 75)
    #expect(register.highestNumber(body: "UNGA", kind: .resolution) == nil)
    #expect(register.covers(body: "PP", kind: .resolution, number: "207"))
    #expect(!register.covers(body: "PP", kind: .resolution, number: "60"))
    #expect(!register.covers(body: "PP", kind: .resolution, number: "14A"))
  }

  @Test(arguments: [
    ("140", "Antalya, 2006", "Antalya, 2006", true),  // read as new
    ("143", "Antalya, 2006", "Antalya, 2006", false),  // between 140 and 161
    ("105", "Minneapolis, 1998", "Marrakesh, 2002", false),  // between 103 and 113
    ("230", "Bucharest, 2022", "-", false),
    ("1", "-", "Kyoto, 1994", false),
  ])
  func firstAdoption(number: String, earliest: String, latest: String, isRead: Bool) {
    let first = register.firstAdoption(body: "PP", kind: .resolution, number: number)
    #expect(first?.earliest.map { "\($0.place), \($0.year)" } ?? "-" == earliest)
    #expect(first?.latest.map { "\($0.place), \($0.year)" } ?? "-" == latest)
    #expect(first?.basis == (isRead ? .read : .bounded))
  }

  @Test func firstAdoptionUnknown() {
    #expect(register.firstAdoption(body: "Council", kind: .resolution, number: "1334") == nil)
    #expect(register.firstAdoption(body: "PP", kind: .resolution, number: "x") == nil)
  }

  @Test(arguments: [
    ("CS", "28A", "3"), ("CS", "242", "58"), ("CS", "1", "Preamble"), ("CV", "184A", "13"),
    ("CV", "197CA", "14A"), ("CV", "528", "42"), ("CS", "1005", "Annex"),
  ])
  func provision(instrument: String, number: String, article: String) throws {
    let instrument = try #require(Instrument(rawValue: instrument))
    #expect(register.provision(instrument, number)?.number == article)
  }

  @Test func standingOfProvisions() {
    #expect(register.check(provision: "81", of: .convention).isKnown)
    #expect(register.check(provision: "243", of: .constitution) == .beyond(highest: 242))
    #expect(register.check(provision: "529", of: .convention) == .beyond(highest: 528))
    #expect(
      register.check(provision: "99999999999999999999", of: .convention) == .beyond(highest: 528))
    #expect(register.check(provision: "1018", of: .constitution) == .beyond(highest: 242))
    // The source has a gap at No. 171 of the Constitution, and no article 26 of the Convention.
    #expect(register.check(provision: "171", of: .constitution) == .unknown)
    #expect(register.check(provision: "310", of: .convention) == .unknown)
    #expect(register.check(provision: "", of: .convention) == .unknown)
    let three = register.article(.convention, "3")
    #expect(three?.isWhole == true)
    #expect(register.check(provision: "48", of: .convention, inArticle: "3").isKnown)
    #expect(
      register.check(provision: "50", of: .convention, inArticle: "3")
        == three.map { .notInArticle($0) })
    // Article 28 of the Constitution has gaps, so its numbers prove nothing.
    #expect(register.check(provision: "33", of: .constitution, inArticle: "28").isKnown)
  }

  @Test func actionLine() {
    #expect(
      register.actionLine("c5")?.title == "Building confidence and security in the use of ICTs")
    #expect(register.actionLine("C7")?.parts.count == 8)
    #expect(register.actionLine("C12") == nil)
  }

  @Test func acronym() {
    #expect(register.acronym("WSIS")?.expansion == "World Summit on the Information Society")
    #expect(register.acronym("RAS")?.expansion == "radio astronomy service")
    #expect(register.acronym("RAs")?.expansion == "Radiocommunication Assemblies")
    #expect(register.acronym("wsis") == nil)
  }
}

extension ProvisionStanding {
  fileprivate var isKnown: Bool {
    if case .known = self { true } else { false }
  }
}
