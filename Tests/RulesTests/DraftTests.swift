import Rules
import Testing

@Suite("draft")
struct DraftTests {
  private func recalling(_ text: String) -> String {
    Frame.complete("*recalling*\n\n\(text),\n")
  }

  // MARK: - Placeholders

  @Test(arguments: [
    "that «[twelve]» lamps are lit", "that «TBD» lamps are lit", "«[that [twelve] lamps are lit]»",
    "lamps of «XX» harbours",
  ])
  func placeholder(_ text: String) { expect("draft/placeholder", in: recalling(text)) }

  @Test(arguments: [
    "the [plan](https://example.org) of lamps", "the lamps[footnoteRef:1]1 of harbours",
    "the plan \"that [the] lamps are lit\" of harbours", "[bookmark: _Toc1]the lamps",
    "[[lamps]] of harbours", "the lamps [] of harbours", "tbd lamps",
  ])
  func noPlaceholder(_ text: String) { expect("draft/placeholder", in: recalling(text)) }

  // MARK: - Tracked changes

  private static let residues: [(marked: String, readings: [String])] = [
    ("the forum («BusanDUBAI, 20142018»)", ["DUBAI, 2018", "Busan, 2014"]),
    ("the plan («Buenos  AiresDubai, 20142017»)", ["Buenos Aires, 2017", "Dubai, 2014"]),
    ("the plan of «Buenos AiresDubai»", ["Dubai", "Buenos Aires"]),
    ("the plan («DubaiBuenos Aires, 20174»)", ["Buenos Aires, 2017", "Dubai, 2014"]),
    ("the plan («Hammamet, 2016Dubai, 2012»)", ["Hammamet, 2016", "Dubai, 2012"]),
    ("the lamps of «20112015»", ["2015", "2011"]),
    ("the lamps of «20112015-2014 2018»", ["2015-2018", "2011-2014"]),
    ("the lamps of «WTDC\u{2011}14 17»", ["WTDC-17", "WTDC-14"]),
  ]

  @Test("Places, years and sessions run together", arguments: residues)
  func residue(_ marked: String, _ readings: [String]) {
    let draft = recalling(marked)
    expect("draft/tracked-change-residue", in: draft)
    let found = findings(MarkedDraft(draft).text, rule: "draft/tracked-change-residue")
    #expect(found.first?.fixes.map { $0.title } == readings.map { "Keep `\($0)`" })
    #expect(found.allSatisfy { $0.fixes.allSatisfy { $0.safety == .unsafe } })
  }

  @Test("Words count only beside a residue that leaves no doubt")
  func words() {
    expect(
      "draft/tracked-change-residue",
      in: recalling(
        "the «MillenniumSustainable» Development Goals («MSDGs»), «Development2030» of «20112015»"))
    expect(
      "draft/tracked-change-residue",
      in: recalling("the MillenniumSustainable Development Goals (MSDGs), Development2030"))
  }

  @Test(arguments: [
    "the PowerPoint and the YouTube of 2014", "sessions of 2014, 2015 and 2016",
    "the years 2014-2018", "item 12345678 of lamps", "item 20180000 of lamps", "WTDC-14, 17 lamps",
    "2014 2015 2016 2017 lamps", "the lamps of BusanLamps", "Document 20142014 on lamps",
  ])
  func noResidue(_ text: String) { expect("draft/tracked-change-residue", in: recalling(text)) }
}
