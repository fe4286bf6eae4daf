import Semantics
import Testing

@Suite("Citations of resolutions, decisions, recommendations and opinions")
struct CitationTextTests {
  @Test("of the same conference")
  func sameConference() {
    expectCitations(
      "Resolution 71 (Rev. Dubai, 2018) of this conference, on plans, holds",
      "resolution PP 71 (Rev. Dubai, 2018) this `Resolution 71 (Rev. Dubai, 2018)`")
  }

  @Test("of another conference, in full, short, and without its name")
  func otherConference() {
    expectCitations(
      "Resolution 73 (Minneapolis, 1998) of the Plenipotentiary Conference is kept",
      "resolution PP 73 (Minneapolis, 1998) `Resolution 73 (Minneapolis, 1998)`")
    expectCitations(
      "Resolution 30 (Rev. Buenos Aires, 2017) of WTDC is kept",
      "resolution WTDC 30 (Rev. Buenos Aires, 2017) `Resolution 30 (Rev. Buenos Aires, 2017)`")
    expectCitations(
      "Resolution 30 (Rev. Hyderabad, 2010) is kept",
      "resolution WTDC 30 (Rev. Hyderabad, 2010) `Resolution 30 (Rev. Hyderabad, 2010)`")
    expectCitations(
      "Resolution 4 (Dubai, 2012) of WCIT is kept",
      "resolution WCIT 4 (Dubai, 2012) `Resolution 4 (Dubai, 2012)`")
    expectCitations(
      "Resolution 4 (Dubai, 2012) is kept",
      "resolution - 4 (Dubai, 2012) `Resolution 4 (Dubai, 2012)`")
  }

  @Test("a bare number takes the body of an earlier mention")
  func earlierMention() {
    expectCitations(
      "Resolution 30 (Rev. Dubai, 2014) of WTDC is kept and Resolution 30 read",
      "resolution WTDC 30 (Rev. Dubai, 2014) `Resolution 30 (Rev. Dubai, 2014)`",
      "resolution WTDC 30 `Resolution 30`")
    expectCitations("Resolution 31 is read", "resolution - 31 `Resolution 31`")
  }

  @Test("lists with one bracket for all and with one for each")
  func lists() {
    expectCitations(
      "Resolutions 50, 51 and 52 (Rev. Hammamet, 2016) hold",
      "resolution WTSA 50 (Rev. Hammamet, 2016) `Resolutions 50`",
      "resolution WTSA 51 (Rev. Hammamet, 2016) `51`",
      "resolution WTSA 52 (Rev. Hammamet, 2016) `52 (Rev. Hammamet, 2016)`")
    expectCitations(
      "Resolutions 45 (Rev. Dubai, 2014) and 69 (Rev. Buenos Aires, 2017) of WTDC hold",
      "resolution WTDC 45 (Rev. Dubai, 2014) `Resolutions 45 (Rev. Dubai, 2014)`",
      "resolution WTDC 69 (Rev. Buenos Aires, 2017) `69 (Rev. Buenos Aires, 2017)`")
    expectCitations(
      "Council Resolution 1332 (Rev. 2016) and 1334 (Rev. 2013) hold",
      "resolution Council 1332 (Rev. 2016) `Resolution 1332 (Rev. 2016)`",
      "resolution Council 1334 (Rev. 2013) `1334 (Rev. 2013)`")
  }

  @Test("a number behind a citation that counts something is no member of a list")
  func noList() {
    expectCitations(
      "Resolution 71 (Rev. Dubai, 2018) and 3 reports are read",
      "resolution PP 71 (Rev. Dubai, 2018) `Resolution 71 (Rev. Dubai, 2018)`")
    expectCitations(
      "UNGA Resolution 70/1, 15 years later, holds", "resolution UNGA 70/1 `Resolution 70/1`")
    expectCitations("Resolutions adopted by 60 per cent are read")
  }

  @Test(
    "the Council's many forms",
    arguments: [
      ("Council Resolution 1332, on lamps, holds", "resolution Council 1332 `Resolution 1332`"),
      (
        "ITU Council Resolution 1305 (2009) holds",
        "resolution Council 1305 (2009) `Resolution 1305 (2009)`"
      ),
      (
        "Council Resolution 1306 (Rev. 2015) holds",
        "resolution Council 1306 (Rev. 2015) `Resolution 1306 (Rev. 2015)`"
      ),
      (
        "Council Resolution 1106 (1996, last modified 2001) holds",
        "resolution Council 1106 (Rev. 2001) `Resolution 1106 (1996, last modified 2001)`"
      ),
      (
        "Council Resolution 1380 (2016, last amended 2017) holds",
        "resolution Council 1380 (Rev. 2017) `Resolution 1380 (2016, last amended 2017)`"
      ),
      (
        "Resolution 1380 (C16, Amended C17) holds",
        "resolution Council 1380 (Rev. 2017) `Resolution 1380 (C16, Amended C17)`"
      ),
      (
        "Resolution 1334 (Modified 2013) holds",
        "resolution Council 1334 (Rev. 2013) `Resolution 1334 (Modified 2013)`"
      ),
      (
        "Council Decision 588 (2016) holds", "decision Council 588 (2016) `Decision 588 (2016)`"
      ),
      (
        "Resolution 1386, adopted by the ITU Council at its 2017 session, holds",
        "resolution Council 1386 `Resolution 1386`"
      ),
      ("Resolution 1372 of the ITU Council holds", "resolution Council 1372 `Resolution 1372`"),
      (
        "the Council adopted at its 2015 session Decision 584, on groups",
        "decision Council 584 `Decision 584`"
      ),
    ])
  func council(_ sentence: String, _ expected: String) {
    #expect(citations(citing(sentence)) == [expected])
  }

  @Test("radio: assemblies with a count of revisions, conferences with the session's short name")
  func radio() {
    expectCitations(
      "Resolution ITU-R 61-2 (Rev. Sharm el-Sheikh, 2019) of the Radiocommunication Assembly holds",
      "resolution RA 61-2 (Rev. Sharm el-Sheikh, 2019) "
        + "`Resolution ITU-R 61-2 (Rev. Sharm el-Sheikh, 2019)`")
    expectCitations(
      "Resolutions ITU-R 1 and ITU-R 2-8 hold", "resolution RA 1 `Resolutions ITU-R 1`",
      "resolution RA 2-8 `ITU-R 2-8`")
    expectCitations(
      "Resolution 646 (Rev.WRC-15) and Resolution 177 (WRC-19) hold",
      "resolution WRC 646 (Rev. 2015) `Resolution 646 (Rev.WRC-15)`",
      "resolution WRC 177 (2019) `Resolution 177 (WRC-19)`")
    expectCitations(
      "Resolution 525 (WARC-92, Rev.WRC-03 and Rev.WRC-07) holds",
      "resolution WRC 525 (Rev. 2007) `Resolution 525 (WARC-92, Rev.WRC-03 and Rev.WRC-07)`")
  }

  @Test("the United Nations")
  func unitedNations() {
    expectCitations(
      "UNGA Resolution 70/125, on it, holds", "resolution UNGA 70/125 `Resolution 70/125`")
    expectCitations(
      "the United Nations General Assembly (UNGA) Resolution 72/266B holds",
      "resolution UNGA 72/266B `Resolution 72/266B`")
    expectCitations(
      "the United Nations General Assembly, in its Resolution 60/252, asks",
      "resolution UNGA 60/252 `Resolution 60/252`")
    expectCitations(
      "ECOSOC Resolution 2012/24 holds", "resolution ECOSOC 2012/24 `Resolution 2012/24`")
    expectCitations(
      "United Nations Human Rights Council Resolution 20/8 holds",
      "resolution HRC 20/8 `Resolution 20/8`")
    expectCitations(
      "Security Council resolution 1325 (2000) holds",
      "resolution UNSC 1325 (2000) `resolution 1325 (2000)`")
    expectCitations(
      "General Assembly resolution 1514 (XV) holds",
      "resolution UNGA 1514 (XV) `resolution 1514 (XV)`")
    expectCitations(
      "UNGA Resolutions 71/243 of 21 December 2016, on the policy review, and 72/279 hold",
      "resolution UNGA 71/243 `Resolutions 71/243`", "resolution UNGA 72/279 `72/279`")
  }

  @Test("symbols of the United Nations, with and without a noun")
  func symbols() {
    expectCitations("the agenda (A/RES/70/1) holds", "resolution UNGA 70/1 `A/RES/70/1`")
    expectCitations(
      "UNGA resolution A/70/125 holds", "resolution UNGA 70/125 `resolution A/70/125`")
    #expect(defects("UNGA resolution A/70/125 holds").contains(.documentSymbol))
    #expect(defects("the agenda (A/RES/70/1) holds").contains(.resolutionSymbol))
  }

  @Test("recommendations of the series, and of a conference")
  func recommendations() {
    expectCitations(
      "Recommendation ITU-T D.50 (05/2013) holds",
      "recommendation ITU-T D.50 (2013) `Recommendation ITU-T D.50 (05/2013)`")
    expectCitations(
      "Recommendations ITU-R M.1343 and ITU-R S.1503-2 hold",
      "recommendation ITU-R M.1343 `Recommendations ITU-R M.1343`",
      "recommendation ITU-R S.1503-2 `ITU-R S.1503-2`")
    expectCitations(
      "Recommendation 7 (Dubai, 2018) holds",
      "recommendation PP 7 (Dubai, 2018) `Recommendation 7 (Dubai, 2018)`")
    expectCitations(
      "ITU-T Recommendation X.509 holds", "recommendation ITU-T X.509 `Recommendation X.509`")
    #expect(defects("ITU-T Recommendation X.509 holds") == .seriesOrder)
    expectCitations("the ITU-T recommendations hold")
  }

  @Test("opinions belong to the policy forum")
  func opinions() {
    expectCitations(
      "Opinion 4 (Geneva, 2013) of WTPF holds",
      "opinion WTPF 4 (Geneva, 2013) `Opinion 4 (Geneva, 2013)`")
    expectCitations("the opinions of the forum hold")
  }

  @Test("numbers given while a conference sits, and drafts")
  func stages() {
    expectCitations(
      "Resolution COM6/5 (Antalya, 2006) holds",
      "resolution PP COM6/5 (Antalya, 2006) `Resolution COM6/5 (Antalya, 2006)`")
    expectCitations("Resolution PLEN/1 holds", "resolution - PLEN/1 `Resolution PLEN/1`")
    expectCitations(
      "draft Resolution [AFCP-1] holds", "resolution - [AFCP-1] `Resolution [AFCP-1]`")
  }

  @Test("across line breaks, inside emphasis, with spaces and hyphens that do not break")
  func typography() {
    expectCitations(
      "*Resolution*\u{A0}71\n(Rev.\u{A0}Dubai, 2018) of this\nconference holds",
      "resolution PP 71 (Rev. Dubai, 2018) this "
        + "`Resolution*\u{A0}71\n(Rev.\u{A0}Dubai, 2018)`")
    expectCitations(
      "Resolution ITU\u{2011}R 61\u{2011}2 holds",
      "resolution RA 61-2 `Resolution ITU\u{2011}R 61\u{2011}2`")
  }
}
