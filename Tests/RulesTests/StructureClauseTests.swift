import Rules
import Testing

@Suite("structure: clauses and annexes")
struct StructureClauseTests {
  /// Clauses of one paragraph each, in a whole draft.
  static func clauses(_ headings: String...) -> String {
    Frame.complete(
      headings.map { "\($0)\n\nthe report on \(abs($0.count)) lamps," }.joined(separator: "\n\n"))
  }

  // MARK: - Headings

  @Test(arguments: [
    "*«recaling»*", "*«consdering»*", "*considering «futher»*", "*taking «in to» account*",
    "*«instruct» the Secretary-General*", "*«invities» Member States*",
  ])
  func nearMiss(_ heading: String) {
    expect(
      "structure/heading", in: Self.clauses("*considering*", heading),
      others: ["structure/part-order"])
  }

  @Test(arguments: [
    "*recalling*", "*considering further*", "*deeply convinced of the use of lamps*",
  ])
  func goodHeading(_ heading: String) {
    expect("structure/heading", in: Self.clauses("*considering*", heading))
  }

  @Test func fixOfANearMiss() {
    let text = Self.clauses("*noting*", "*considering*", "*considering futher*")
    #expect(
      fixed(text, rule: "structure/heading")
        == Self.clauses("*noting*", "*considering*", "*considering futher*")
        .replacingOccurrence(of: "futher", with: "further"))
  }

  @Test func repeated() {
    expect(
      "structure/heading-repeated",
      in: Self.clauses("*considering*", "*noting*", "*«considering»*", "*«noting»*"))
    expect(
      "structure/heading-repeated",
      in: Self.clauses("*considering*", "*considering further*", "*noting*", "*noting also*"))
    expect(
      "structure/heading-repeated",
      in: Frame.complete(
        """
        *resolves*

        to light lamps,

        *instructs the ITU Council*

        to report,

        *«instructs the Council»*

        to report again,

        *instructs the Secretary-General*

        to help,

        *instructs the Secretary-General, in consultation with the Directors of the Bureaux*

        to consult.
        """))
  }

  @Test func repeatedIsMilderWhereNotCounted() {
    let text = StructureTests.draft(
      title: "RESOLUTION 999 (Rev. Kigali, 2022)",
      formula: "The World Telecommunication Development Conference (Kigali, 2022),",
      body: "*noting*\n\nthe lamps,\n\n*noting*\n\nthe bells,\n\n*resolves*\n\nto continue.")
    #expect(findings(text, rule: "structure/heading-repeated").map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "*«considering further»*", "*«further considering»*", "*«noting with concern also»*",
  ])
  func furtherWithoutFirst(_ heading: String) {
    expect("structure/heading-further", in: Self.clauses("*recalling*", heading))
  }

  @Test func furtherAfterAFirst() {
    expect(
      "structure/heading-further",
      in: Self.clauses(
        "*noting with concern*", "*noting further*", "*recalling*", "*recalling also*"))
    expect(
      "structure/heading-further",
      in: Frame.complete(
        """
        *resolves to instruct the Secretary-General*

        to light lamps,

        *further instructs the ITU Council*

        to report,

        *«further invites Member States»*

        to help.
        """))
  }

  @Test func style() {
    expect(
      "structure/heading-style",
      in: Self.clauses("*recalling«:»*", "*noting«,»*", "*«Considering»*"))
    expect("structure/heading-style", in: Self.clauses("*recalling*", "*noting*", "«considering»"))
    // Where a converter lost the italics nobody knows which were meant.
    expect("structure/heading-style", in: Self.clauses("recalling", "noting", "considering"))
    let text = Self.clauses("_recalling_", "_noting_", "considering")
      .replacingOccurrence(of: "*resolves*", with: "_resolves_")
    #expect(fixed(text, rule: "structure/heading-style").contains("_considering_\n"))
    #expect(
      fixed(Self.clauses("*recalling:*", "*Noting*"), rule: "structure/heading-style")
        == Self.clauses("*recalling:*", "*Noting*")
        .replacingOccurrence(of: "ing:", with: "ing").replacingOccurrence(of: "Not", with: "not"))
  }

  @Test func empty() {
    expect(
      "structure/empty-clause",
      in: Frame.complete("*«recalling»*\n\n*considering*\n\nthe report on lamps,"))
    expect(
      "structure/empty-clause",
      in: Frame.complete("*recalling*\n\n| lamp | place |\n|---|---|\n| 1 | mole |\n"))
    expect(
      "structure/empty-clause",
      in: StructureTests.draft(body: "*recalling*\n\nthe lamps,\n\n*«resolves»*"))
  }

  // MARK: - Addressees

  static func addressed(_ heading: String) -> String {
    Frame.complete("*resolves*\n\nto light lamps,\n\n*\(heading)*\n\nto report.")
  }

  @Test(arguments: [
    "instructs the «Secretary General»", "instructs the «Directors of the Bureaus»",
    "instructs the Secretary-General and the «Directors of the three Bureaus»",
    "invites «Members States» and Sector Members",
    "instructs the «Director of the Development Bureau»",
    "instructs the «Director of the Telecommunications Development Bureau»",
    "instructs the «Director of the Radiocommunication Sector», in consultation with Academia",
    "instructs the Director of the Telecommunication Development Bureau («TSB»)",
    "invites «Sector Members and Member States»",
    "invites all «Sector Members and Member States»",
    "invites «Member States, Associates, Sector Members and Academia»",
    "invites the ITU Council, «Academia and Sector Members»",
  ])
  func badAddressee(_ heading: String) {
    expect("structure/addressee", in: Self.addressed(heading))
  }

  @Test(arguments: [
    "instructs the Secretary-General", "instructs the Directors of the three Bureaux",
    "instructs the Directors of the Telecommunication Standardization and Telecommunication "
      + "Development Bureaux",
    "instructs the Director of the Radiocommunication Bureau and the Director of the "
      + "Telecommunication Standardization Bureau",
    "instructs the Director of the Telecommunication Standardization Bureau (TSB)",
    "invites Member States, Sector Members, Associates and Academia", "invites Academia",
    "invites Sector Members, Associates and Academia", "invites the harbour masters",
    "invites Member States Parties to the Tampere Convention and Member States",
    "instructs the Secretary-General, in consultation with Sector Members and Member States",
    "invites Associates, the ITU Council and Member States", "invites the Member State concerned",
  ])
  func goodAddressee(_ heading: String) {
    expect("structure/addressee", in: Self.addressed(heading))
  }

  @Test func fixesOfAddressees() {
    for (wrong, right) in [
      (
        "invites all Academia, Sector Members and Member States",
        "invites all Member States, Sector Members and Academia"
      ),
      ("instructs the Secretary General", "instructs the Secretary-General"),
      (
        "instructs the Director of the Development Bureau",
        "instructs the Director of the Telecommunication Development Bureau"
      ),
    ] {
      #expect(fixed(Self.addressed(wrong), rule: "structure/addressee") == Self.addressed(right))
    }
  }

  // MARK: - Annexes

  static func annexed(
    _ title: String, operative: String = "to adopt the annex to this resolution.",
    resolution: String = "RESOLUTION 999 (Rev. Dubai, 2018)"
  ) -> String {
    StructureTests.draft(
      title: resolution,
      body:
        "*recalling*\n\nthe lamps,\n\n*resolves*\n\n\(operative)\n\n\(title)\n\nThe lamps stand here."
    )
  }

  @Test(arguments: [
    "«ANNEX TO RESOLUTION 999 (Rev. Busan, 2014)»", "«ANNEX TO RESOLUTION 99 (Rev. Dubai, 2018)»",
    "«ANNEX 1 TO RESOLUTION 999 (Dubai, 2018)»", "ANNEX«»", "ANNEX 1«»",
    "ANNEX TO RESOLUTION 999 (REV. DUBAI, 2018)", "ANNEX 2 TO RESOLUTION 999 (Rev. Dubai, 2018)",
    "ANNEX TO RESOLUTION 999 (REV. BUSANDUBAI, 20142018)",
  ])
  func annexTitle(_ title: String) {
    expect(
      "structure/annex", in: Self.annexed(title), others: ["draft/tracked-change-residue"])
  }

  @Test func fixesOfAnnexes() {
    let right = Self.annexed("ANNEX TO RESOLUTION 999 (Rev. Dubai, 2018)")
    let wrong = ["ANNEX TO RESOLUTION 998 (Busan, 2014)", "ANNEX"]
    for title in wrong {
      #expect(fixed(Self.annexed(title), rule: "structure/annex") == right)
    }
  }

  @Test func annexAndItsCitation() {
    let title = "ANNEX TO RESOLUTION 999 (Rev. Dubai, 2018)"
    let uncited = Self.annexed("«\(title)»", operative: "to light lamps.")
    expect("structure/annex", in: uncited)
    expect("structure/annex", in: Self.annexed(title, operative: "to adopt the annexed plan."))
    let absent = StructureTests.draft(
      body: "*noting*\n\nthe annex to Resolution 5 (Rev. Dubai, 2018),\n\n*resolves*\n\n"
        + "to adopt «Annex 2 to this resolution».")
    expect("structure/annex", in: absent)
    let levels = [uncited, absent].map {
      findings(MarkedDraft($0).text, rule: "structure/annex").map(\.severity)
    }
    #expect(levels == [[.hint], [.hint]])
  }

  @Test func annexOfABodyThatWasNotCounted() {
    let text = StructureTests.draft(
      title: "RESOLUTION 1332 (C11)", formula: "The Council,",
      body:
        "*recalling*\n\nthe lamps,\n\n*resolves*\n\nto adopt the Annex.\n\nANNEX\n\nLamps stand here."
    )
    expect("structure/annex", in: text)
  }
}

extension String {
  /// The text with the first occurrence replaced.
  func replacingOccurrence(of old: String, with new: String) -> String {
    var text = self
    if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
    return text
  }
}
