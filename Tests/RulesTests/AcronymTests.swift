import Rules
import Testing

@Suite("acronym")
struct AcronymTests {
  private func recalling(_ paragraphs: String...) -> String {
    let items = zip("abcdefgh", paragraphs).map { "\($0)) \($1)" }.joined(separator: ";\n\n")
    return Frame.complete("*recalling*\n\n\(items),\n")
  }

  // MARK: - Undefined

  @Test func undefined() {
    expect("acronym/undefined", in: recalling("the report of «HLMG»", "the plan of HLMG"))
    expect("acronym/undefined", in: recalling("the use of «HLXs» for lamps", "other lamps"))
  }

  @Test(arguments: [
    "the report of the Harbour Lamp Group (HLG) and of HLG", "a vote of WTDC-17 and WRC\u{2011}19",
    "CHF 5 000 and 400 MHz", "Document JIU/REP/2012 on lamps", "ITU-T and the UN on lamps",
    "Part II on lamps", "THE HARBOUR LAMPS of GRIMSBY HARBOUR", "the \"HLMG\" of lamps",
    "harbour lamp groups (HLGs) and one HLG", "the Council Working Group (CWG) and CWG-led lamps",
    "the Harbour Lamp Group (HLG) and HLG's lamps", "the YouTube of lamps",
    "information and communication technologies (ICTs) and ICT-enabled lamps",
  ])
  func known(_ text: String) { expect("acronym/undefined", in: recalling(text, "lamps")) }

  @Test("One finding for each name, none for the text's title")
  func once() {
    let text = recalling("HLMG on lamps", "HLMG on buoys", "QRST on bells")
    #expect(findings(text, rule: "acronym/undefined").count == 2)
  }

  // MARK: - Redefined and late

  @Test func redefined() {
    expect(
      "acronym/redefined",
      in: recalling(
        "the Harbour Lamp Group (HLG) on lamps", "the Harbour Lamp Group «(HLG)» on wicks"))
    expect(
      "acronym/redefined",
      in: recalling("the Harbour Lamp Group (HLG) on lamps", "the group on lamps (HLG)"))
    expect(
      "acronym/redefined",
      in: recalling(
        "the Harbour Lamp Group (HLG) on lamps", "the term \"Harbour Lamp Group (HLG)\" on wicks"))
  }

  @Test func late() {
    expect(
      "acronym/late-definition",
      in: recalling("the report of «HLG»", "the Harbour Lamp Group (HLG) on wicks"))
    expect(
      "acronym/late-definition",
      in: recalling("the Harbour Lamp Group (HLG) on wicks", "the report of HLG"))
  }

  // MARK: - Near misses

  @Test func lostLetter() {
    let text = recalling(
      "the Council Working Group on WSIS&SDG (CWG-WSIS&SDG) on lamps",
      "the report of «CWG-WSI&SDG»", "the plan of CWG-WSIS&SDG")
    expect("acronym/near-miss", in: text)
    #expect(
      fixed(MarkedDraft(text).text, rule: "acronym/near-miss").contains(
        "the report of CWG-WSIS&SDG"))
  }

  @Test func plurals() {
    expect(
      "acronym/near-miss",
      in: recalling(
        "the World Telecommunication Standardization Assembly («WTSAs») on lamps", "lamps"))
    expect(
      "acronym/near-miss",
      in: recalling(
        "the Council Working Group on Lamps (CWG-LAMP)", "the plan of CWG-LAMP",
        "the report of «CWG-LAMPs»"))
  }

  @Test(
    "Neighbours that are names of their own",
    arguments: [
      "WTDC and WTSA, WTDC and WTSA", "ITU-T, ITU-R and ITU-D and ITU-T", "SG and SDG and SDG",
      "WSIS and WRIS, WSIS again", "an SDG, an SDG, an SDG and SDGs",
      "an ICT, an ICT and ICTs", "NGOs and an NGO and an NGO", "CITEL and CITEL and CITES",
      "the CWG-COP and CWG-COP and CWG-COM", "ESCAP, ESCAP and ESCWA",
    ])
  func neighbours(_ text: String) { expect("acronym/near-miss", in: recalling(text, "lamps")) }

  @Test("A text with more names than anyone would read is passed over quickly")
  func many() {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let names = (0..<3_000).map { number in
      String((0..<5).map { letters[(number >> ($0 * 3)) % 26] }) + "X"
    }
    let text = recalling(names.joined(separator: " on "), "lamps")
    #expect(findings(text, rule: "acronym/near-miss").isEmpty)
  }
}
