import Catalogue
import Testing

@Suite struct CitationTextTests {
  private let dubai = AdoptingSession(place: "Dubai", year: 2018)

  /// The citation of `id` in the edition a draft of `year` knows, in a draft of PP in Dubai, 2018.
  private func citation(
    _ body: String, _ kind: TextKind, _ number: String, in place: CitationPlace, year: Int? = 2018
  ) throws -> String {
    let entry = try #require(
      Register.standard.entry(body: body, kind: kind, number: number, year: year)
        ?? Register.standard.entry(body: body, kind: kind, number: number))
    return entry.citation(of: entry.edition(knownIn: year), at: place)
  }

  @Test(arguments: [
    ("PP", TextKind.resolution, "71", "Resolution 71 (Rev. Dubai, 2018) of this conference"),
    ("PP", .resolution, "204", "Resolution 204 (Dubai, 2018) of this conference"),
    ("PP", .decision, "5", "Decision 5 (Rev. Dubai, 2018) of this conference"),
    (
      "PP", .resolution, "73", "Resolution 73 (Minneapolis, 1998) of the Plenipotentiary Conference"
    ),
    (
      "WTDC", .resolution, "30",
      "Resolution 30 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference (WTDC)"
    ),
    (
      "WTSA", .resolution, "75",
      "Resolution 75 (Rev. Hammamet, 2016) of the World Telecommunication Standardization Assembly (WTSA)"
    ),
    (
      "RA", .resolution, "7",
      "Resolution ITU-R 7-3 (Rev. Geneva, 2015) of the Radiocommunication Assembly (RA)"
    ),
    (
      "WRC", .resolution, "646",
      "Resolution 646 (Rev.WRC-15) of the World Radiocommunication Conference (WRC)"
    ),
    ("Council", .resolution, "1306", "Council Resolution 1306 (Rev. 2015)"),
    ("Council", .resolution, "1380", "Council Resolution 1380 (2016, last amended 2017)"),
    ("Council", .resolution, "1305", "Council Resolution 1305 (2009)"),
    ("Council", .resolution, "1332", "Council Resolution 1332"),
    ("UNGA", .resolution, "70/1", "United Nations General Assembly (UNGA) Resolution 70/1"),
    ("HRC", .resolution, "20/8", "United Nations Human Rights Council Resolution 20/8"),
    (
      "WTPF", .opinion, "2",
      "Opinion 2 (Geneva, 2013) of the World Telecommunication/ICT Policy Forum (WTPF)"
    ),
  ])
  func firstMention(body: String, kind: TextKind, number: String, text: String) throws {
    #expect(try citation(body, kind, number, in: .init(body: "PP", session: dubai)) == text)
  }

  @Test(arguments: [
    ("PP", TextKind.resolution, "71", "Resolution 71 (Rev. Dubai, 2018)"),
    ("WTDC", .resolution, "30", "Resolution 30 (Rev. Buenos Aires, 2017) of WTDC"),
    ("WRC", .resolution, "646", "Resolution 646 (Rev.WRC-15)"),
    ("UNGA", .resolution, "70/1", "UNGA Resolution 70/1"),
    ("Council", .resolution, "1306", "Council Resolution 1306 (Rev. 2015)"),
  ])
  func secondMention(body: String, kind: TextKind, number: String, text: String) throws {
    let id = EntryID(body: body, kind: kind, number: number)
    let place = CitationPlace(
      body: "PP", session: dubai, mentioned: [id], introduced: ["WTDC", "UNGA"], withTitle: true)
    #expect(try citation(body, kind, number, in: place) == text)
  }

  @Test func aBodyThatIsIntroducedIsShortAtOnce() throws {
    let place = CitationPlace(body: "PP", session: dubai, introduced: ["WTDC"])
    #expect(
      try citation("WTDC", .resolution, "37", in: place)
        == "Resolution 37 (Rev. Buenos Aires, 2017) of WTDC")
  }

  @Test func draftsOfOtherBodies() throws {
    let assembly = CitationPlace(
      body: "WTSA", session: AdoptingSession(place: "Hammamet", year: 2016))
    #expect(
      try citation("WTSA", .resolution, "75", in: assembly)
        == "Resolution 75 (Rev. Hammamet, 2016) of this assembly")
    #expect(
      try citation("PP", .resolution, "71", in: assembly, year: 2016)
        == "Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference")
    let council = CitationPlace(body: "Council")
    #expect(
      try citation("Council", .resolution, "1306", in: council) == "Resolution 1306 (Rev. 2015)")
    #expect(
      try citation("RA", .resolution, "61", in: .init(body: "RA"), year: 2019)
        == "Resolution ITU-R 61-2")
    let radio = CitationPlace(body: "WRC", session: AdoptingSession(place: "Dubai", year: 2023))
    #expect(
      try citation("WRC", .resolution, "646", in: radio, year: 2023)
        == "Resolution 646 (Rev.WRC-19)")
  }

  @Test func draftsOfTheUnitedNations() throws {
    let place = CitationPlace(body: "UNGA")
    #expect(
      try citation("UNGA", .resolution, "60/252", in: place)
        == "its resolution 60/252 of 27 March 2006")
    #expect(
      try citation("ECOSOC", .resolution, "2006/46", in: place)
        == "Economic and Social Council resolution 2006/46")
  }

  @Test func title() throws {
    let place = CitationPlace(body: "PP", session: dubai, withTitle: true)
    #expect(
      try citation("PP", .resolution, "175", in: place)
        == "Resolution 175 (Rev. Dubai, 2018) of this conference, on telecommunication/information and communication technology accessibility for persons with disabilities and persons with specific needs"
    )
    #expect(
      try citation("PP", .resolution, "101", in: place)
        == "Resolution 101 (Rev. Dubai, 2018) of this conference, on Internet Protocol-based networks"
    )
    #expect(
      try citation("PP", .resolution, "179", in: place)
        == "Resolution 179 (Rev. Dubai, 2018) of this conference, on ITU's role in child online protection"
    )
    // The end of the title is missing, so none is offered.
    #expect(
      try citation("PP", .resolution, "64", in: place)
        == "Resolution 64 (Rev. Dubai, 2018) of this conference")
  }

  @Test func aBodyOfTheUsersOwn() {
    let entry = Entry(
      id: EntryID(body: "CITEL", kind: .resolution, number: "12"), title: "Spectrum")
    #expect(
      entry.citation(of: nil, at: .init(body: "PP", withTitle: true))
        == "CITEL Resolution 12, on spectrum")
  }
}
