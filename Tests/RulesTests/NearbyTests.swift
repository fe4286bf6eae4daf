import Catalogue
import Rules
import Testing

private func read(_ text: String) -> NearbyText? {
  NearbyText(front: Array(text.utf8), name: "file.md")
}

@Suite("Titles of the texts in a folder")
struct NearbyTextTests {
  @Test(
    "what a title says",
    arguments: [
      (
        """
        ## RESOLUTION 140 (REV. DUBAI, 2018)

        ITU's role in lamps

        The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
        """, "PP/resolution/140", "Rev. Dubai, 2018?", "ITU's role in lamps"
      ),
      (
        """
        RESOLUTION 900 (WRC-19)

        Lamps at sea

        The World Radiocommunication Conference (Sharm el-Sheikh, 2019),
        """, "WRC/resolution/900", "WRC-19?", "Lamps at sea"
      ),
      (
        """
        DECISION 5 (Rev. Busan, 2014)

        The Plenipotentiary Conference (Busan, 2014),

        *considering*
        """, "PP/decision/5", "Rev. Busan, 2014?", nil
      ),
      (
        """
        RESOLUTION 900 (Dubai, 2018)

        Lamps and a title that goes on...

        The Plenipotentiary Conference (Dubai, 2018),
        """, "PP/resolution/900", "Dubai, 2018?", nil
      ),
    ] as [(String, String, String, String?)])
  func titles(_ text: String, _ id: String, _ edition: String, _ title: String?) {
    let found = read(text)
    #expect(found?.id.description == id)
    #expect(found?.edition.description == edition)
    #expect(found?.title == title)
  }

  @Test(
    "what names no text is passed over",
    arguments: [
      "", "# Notes\n\nResolution 140 (Rev. Dubai, 2018) is good.\n",
      "DRAFT NEW RESOLUTION [AFCP-1]\n\nLamps\n\nThe Plenipotentiary Conference (Dubai, 2018),\n",
      "RESOLUTION 140\n\nLamps\n\nThe Plenipotentiary Conference of nobody,\n",
      "RESOLUTION COM6/4 (Dubai, 2018)\n\nLamps\n\nThe Plenipotentiary Conference (Dubai, 2018),\n",
    ])
  func nothing(_ text: String) { #expect(read(text) == nil) }

  @Test("only the front is read, and a title that it cuts is no title")
  func front() {
    let head = "RESOLUTION 140 (Rev. Dubai, 2018)\n\n"
    let formula = "\n\nThe Plenipotentiary Conference (Dubai, 2018),\n\n*recalling*\n\n"
    let long = String(repeating: "lamps ", count: 1_000)
    #expect(read(head + "Lamps" + formula + long)?.title == "Lamps")
    #expect(read(String(repeating: "\n", count: NearbyText.frontLength) + head + formula) == nil)
  }
}
