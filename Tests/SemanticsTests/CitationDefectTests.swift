import Semantics
import Syntax
import Testing

@Suite("Wrong forms are read all the same")
struct CitationDefectTests {
  @Test(
    "the session's bracket",
    arguments: [
      ("Resolution 140 (Antalya 2006) holds", Citation.Defects.missingComma),
      ("Resolution 102 (Rev. Antalya 2006) holds", .missingComma),
      ("Resolution 140 (Rev Busan, 2014) holds", .revisionStop),
      ("Resolution 140 (Rev. Busan, 2014 ) holds", Citation.Defects()),
      ("Resolution 140 (Rev. Busan,2014) holds", .spacing),
      ("Resolution 140 (Rev.Busan, 2014) holds", .spacing),
      ("Resolution 140(Rev. Busan, 2014) holds", .spacing),
      ("Resolution 140 (Rev. BUSAN, 2014) holds", .placeCase),
      ("Resolution 140 (REV. Busan, 2014) holds", .revisionCase),
      ("resolution 140 (Rev. Busan, 2014) holds", .nounCase),
      ("Resolution 646 (Rev. WRC-15) holds", .radioSpace),
      ("Resolution 958 (WRC-2015) holds", .radioToken),
      ("Resolution 958 (WRC 15) holds", .radioToken),
      ("Resolution 646 (Rev.WRC-15) holds", Citation.Defects()),
      ("Resolution 533 (Rev.WRC-2000) holds", Citation.Defects()),
      ("Resolution 140 (Rev. Busan, 2014) holds", Citation.Defects()),
      (
        "Resolution 62 (Rev. Geneva, 2015) of the Radiocommunication Assembly holds",
        .assemblySeries
      ),
      ("Resolution 1332 (Rev. 2016) and 1334 (Rev. 2013) hold", .singularNoun),
    ])
  func bracket(_ sentence: String, _ expected: Citation.Defects) {
    #expect(defects(sentence) == expected)
  }

  @Test("place and year are read from a bracket with defects")
  func values() {
    expectCitations(
      "resolution.140(Rev.BUSAN,2014) holds",
      "resolution PP 140 (Rev. Busan, 2014) `resolution.140(Rev.BUSAN,2014)`")
    expectCitations(
      "Resolution 140 of Plenipotentiary Conference (Antalya, 2006) on lamps holds",
      "resolution PP 140 (Antalya, 2006) "
        + "`Resolution 140 of Plenipotentiary Conference (Antalya, 2006)`")
    #expect(
      defects("Resolution 140 of Plenipotentiary Conference (Antalya, 2006) on lamps holds")
        == [.sessionBehindBody, .missingArticle, .titleComma])
  }

  @Test("old and new session run together")
  func mashed() {
    expectCitations(
      "Resolution 30 (Rev. Buenos AiresDubai, 20142017) of WTDC holds",
      "resolution WTDC 30 (Rev. ) `Resolution 30 (Rev. Buenos AiresDubai, 20142017)`")
    expectCitations(
      "Resolution 75 (Rev. Hammamet, 2016Dubai, 2012) of WTSA holds",
      "resolution WTSA 75 (Rev. ) `Resolution 75 (Rev. Hammamet, 2016Dubai, 2012)`")
    #expect(defects("Resolution 1332 (Rev. 20112016) holds") == .mashed)
  }

  @Test("the title of the cited text")
  func title() {
    func title(_ sentence: String) -> String? {
      let section = TextMeaning(Document(citing(sentence))).sections.first
      guard let section, let span = section.citations.first?.titleSpan, !span.isEmpty else {
        return nil
      }
      return section.plainText(span)
    }
    #expect(title("Resolution 71 (Rev. Dubai, 2018) of this conference, on lamps; so") == "lamps")
    #expect(title("Resolution 71 (Rev. Dubai, 2018), on lamps") == "lamps")
    #expect(title("Resolution 71 (Rev. Dubai, 2018) holds") == nil)
    #expect(defects("Resolution 71 (Rev. Dubai, 2018) on lamps") == .titleComma)
    #expect(defects("Resolution 71 (Rev. Dubai, 2018), on lamps") == [])
  }

  @Test("title lines and running heads are no citations")
  func heads() {
    #expect(citations("RES25-1\nRESOLUTION 25 (REV.WRC-23)\nLamps\n") == [])
    #expect(citations("ANNEX 1 TO RESOLUTION 48 (REV. DUBAI, 2018)\n\nLamps\n") == [])
    #expect(
      citations("PROPOSAL ON REVISION OF THE RESOLUTION 140 (REV. BUSAN, 2014)\n")
        == ["resolution PP 140 (Rev. Busan, 2014) `RESOLUTION 140 (REV. BUSAN, 2014)`"])
  }
}
