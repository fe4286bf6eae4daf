import Grammar
import Semantics
import Syntax
import Testing

@Suite("Profiles")
struct ProfileTests {
  @Test(
    "a title tells the body where no formula does",
    arguments: [
      ("WTSA RESOLUTION 22", "itu-wtsa"), ("WTDC RESOLUTION 30", "itu-wtdc"),
      ("## WTSA RESOLUTION 22 (Rev. Hammamet, 2016)", "itu-wtsa"),
      ("RESOLUTION 22 (Rev. Hammamet, 2016)", "itu-wtsa"),
      ("RESOLUTION 30 (Rev. Buenos Aires, 2017)", "itu-wtdc"),
      ("RESOLUTION 30 (Rev. Dubai, 2018)", "itu-pp"),
      // Two bodies met there in that year.
      ("RESOLUTION 30 (Rev. Dubai, 2012)", "itu-wtsa"),
      ("RESOLUTION 30 (Rev. Nowhere, 2012)", "itu-pp"),
      ("RESOLUTION 111 (ORB-88)", "itu-wrc"), ("RESOLUTION ITU-R 1-6", "itu-ra"),
      ("RESOLUTION 28 (REV.WRC-15)", "itu-wrc"),
      ("RESOLUTION 1282 (C07)", "itu-council"), ("RESOLUTION 140", "itu-pp"),
    ])
  func titles(_ title: String, _ profile: String) {
    let text = "\(title)\n\nLamps\n\n*recalling*\n\nthe past,\n\n*resolves*\n\nto go on.\n"
    #expect(TextMeaning(Document(text)).sections.first?.profile.id == profile)
  }

  @Test("the formula wins over the title")
  func formula() {
    let text = """
      WTSA RESOLUTION 22 (Rev. Hammamet, 2016)

      Lamps

      The World Telecommunication Development Conference (Buenos Aires, 2017),

      *recalling*
      """
    #expect(TextMeaning(Document(text)).sections.first?.profile.id == "itu-wtdc")
  }
}
