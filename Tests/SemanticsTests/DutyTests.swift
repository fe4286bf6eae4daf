import Semantics
import Syntax
import Testing

/// The duties of a text, one a line: who | paragraph | action | when | reports to.
func duties(_ operative: String) -> String {
  let text = """
    RESOLUTION 901 (Dubai, 2018)

    Kite aerials

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    considering

    that kites fly,

    \(operative)
    """
  return TextMeaning(Document(Array(text.utf8))).sections.flatMap(\.duties).map { duty in
    let items = duty.items.isEmpty ? "" : ": " + duty.items.joined(separator: "; ")
    let when = (duty.deadlines + duty.frequencies).joined(separator: ", ")
    let report = duty.reports ? "report" + duty.recipients.map { " > \($0)" }.joined() : ""
    return [
      duty.addressees.joined(separator: " + "), duty.paragraph, duty.action + items, when, report,
    ].joined(separator: " | ")
  }.joined(separator: "\n")
}

@Suite("Duties") struct DutyTests {
  @Test("One for each paragraph, with the addressees of its clause")
  func addressees() {
    #expect(
      duties(
        """
        instructs the Secretary-General and the Directors of the three Bureaux

        1\tto count the kites;

        2\tto mend them,

        invites Member States

        to lend kites.
        """) == """
          Secretary-General + Directors of the three Bureaux | instructs the Secretary-General and the \
          Directors of the three Bureaux 1 | to count the kites |  | 
          Secretary-General + Directors of the three Bureaux | instructs the Secretary-General and the \
          Directors of the three Bureaux 2 | to mend them |  | 
          Member States | invites Member States | to lend kites |  | 
          """)
  }

  @Test("Where a clause names no one, the paragraph may")
  func subjects() {
    let found = duties(
      """
      resolves

      1\tthat the ITU Council shall review the kites;

      2\tthat the Council, when reviewing, should be kind;

      3\tthat ITU should lend its kites;

      4\tthat every effort should be made;

      5\tto continue,

      invites

      1\tMember States and Sector Members to fly;

      2\tthose who can to look on.
      """)
    let who = found.split(separator: "\n").map { $0.prefix { $0 != "|" }.dropLast() }
    #expect(
      who == [
        "ITU Council", "Council", "ITU", "", "", "Member States + Sector Members", "",
      ])
  }

  @Test(
    "Deadlines and frequencies",
    arguments: [
      ("to finish by 2020", "by 2020"),
      ("to finish by 2016", ""),
      ("to finish by 1 April 2019 at the latest", "by 1 April 2019"),
      (
        "to finish before the end of the calendar year 2021",
        "before the end of the calendar year 2021"
      ),
      (
        "to send it no later than 21 calendar days before the opening of assemblies",
        "no later than 21 calendar days before the opening"
      ),
      ("to reply within three months of receipt", "within three months"),
      ("to show it to the 2020 session of the Council", "2020 session of the Council"),
      ("to show it to the next plenipotentiary conference", "next plenipotentiary conference"),
      ("to count annually, on a regular basis", "annually, on a regular basis"),
      ("to meet every two years", "every two years"),
      ("to meet at least twice a year", "at least twice a year"),
      // Nothing of these is a time at which it is due.
      ("to implement Resolution 71 (Rev. Dubai, 2018)", ""),
      ("to contribute to the 2030 Agenda", ""),
      ("to follow the strategic plan for 2020-2023", ""),
      ("to consider the annual report of the Secretary-General", ""),
      ("to end the quarrel by peaceful means; 2025 is far", ""),
    ])
  func times(_ action: String, _ expected: String) {
    let found = duties("instructs the Secretary-General\n\n\(action).").split(
      separator: "|", omittingEmptySubsequences: false)
    #expect(found.count == 5 && found[3].dropFirst().dropLast() == expected, "\(found)")
  }

  @Test(
    "Duties to report, and to whom",
    arguments: [
      ("to report annually to the ITU Council on kites", "report > ITU Council"),
      (
        "to submit an annual report to the Council and to the next plenipotentiary conference",
        "report > Council > next plenipotentiary conference"
      ),
      (
        "to report to the Council and the Telecommunication Standardization Advisory Group, and also to WTSA",
        "report > Council > Telecommunication Standardization Advisory Group > WTSA"
      ),
      (
        "to provide advice to Member States and to submit a report to the Council",
        "report > Council"
      ),
      (
        "to prepare, after the invitation, and submit to the Council, a report on kites",
        "report > Council"
      ),
      ("to report as appropriate", "report"),
      ("to count kites and report to the Council; to thank the Member States", "report > Council"),
      // Another's report.
      ("to consider the reports of the Council", ""),
      ("to disseminate the report to Member States", ""),
      ("to provide, at every occasion, help. The reports are good", ""),
    ])
  func reports(_ action: String, _ expected: String) {
    let found = duties("instructs the Secretary-General\n\n\(action).").split(
      separator: "|", omittingEmptySubsequences: false)
    #expect(found.count == 5 && found[4].dropFirst() == expected, "\(found)")
  }

  @Test("A list below a paragraph belongs to it; behind a mere opening each item stands for itself")
  func lists() {
    #expect(
      duties(
        """
        instructs the Secretary-General

        1\tto count the kites of each of the following colours, by 2020:

        i)\tred;

        ii)\tblue;

        2\tto rest.
        """) == """
          Secretary-General | instructs the Secretary-General 1 | to count the kites of each of the \
          following colours, by 2020: i) red; ii) blue | by 2020 | 
          Secretary-General | instructs the Secretary-General 2 | to rest |  | 
          """)
  }

  @Test("The preamble, annexes and texts without an operative part give none")
  func none() {
    #expect(duties("").isEmpty)
    #expect(
      !duties(
        """
        resolves

        to fly.

        ANNEX TO RESOLUTION 901 (Dubai, 2018)

        instructs the Secretary-General

        to report to the Council.
        """
      ).contains("Council"))
  }
}
