import Rules
import Testing

/// What is left of the session before.
@Suite("Sessions and dates left over")
struct DraftSessionTests {
  private static func text(
    title: String, formula: String, recital: String = "the report on harbour radio",
    duty: String = "to continue this work", annex: String? = nil
  ) -> String {
    """
    RESOLUTION 999 (\(title))

    Lamps and radio logs in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (\(formula)),

    *recalling*

    \(recital),

    *resolves*

    to keep the list in the annex to this resolution,

    *instructs the Secretary-General*

    \(duty).

    ANNEX TO RESOLUTION 999 (\(annex ?? title))

    The lamps stand on the mole.
    """
  }

  private static let base = text(title: "Busan, 2014", formula: "Busan, 2014")

  /// Rule, what is marked, what the first fix makes of it.
  private static func told(_ draft: String, base: String? = base) -> [String] {
    var settings = RuleSettings()
    settings.bases = base.map { baseFinder($0) }
    return findings(draft, settings: settings).map { finding in
      "\(finding.rule) `\(slice(draft, finding.range))`"
        + (finding.fixes.first.map { " > \($0.title)" } ?? "")
    }
  }

  @Test(arguments: [
    (text(title: "Rev. Dubai, 2018", formula: "Dubai, 2018"), []),
    (
      text(title: "Rev. Dubai, 2018", formula: "Busan, 2014"),
      ["draft/old-session `Busan, 2014` > Write `Dubai, 2018`"]
    ),
    (
      text(title: "Rev. Dubai, 2018", formula: "Dubai, 2018", annex: "Rev. Busan, 2014"),
      ["draft/old-session `Busan, 2014` > Write `Dubai, 2018`"]
    ),
    (
      text(
        title: "Rev. Dubai, 2018", formula: "Dubai, 2018",
        recital: "Resolution 58 (Rev. Busan, 2014) of this conference"),
      ["draft/old-session `of this conference` > Write `Dubai, 2018`"]
    ),
    // Of no edition that is known.
    (
      text(title: "Rev. Dubai, 2018", formula: "Guadalajara, 2010"),
      ["structure/title-formula-mismatch `Guadalajara, 2010` > Write `Dubai, 2018`"]
    ),
    // The edition itself: its session is its own.
    (base, []),
  ])
  func session(draft: String, expected: [String]) {
    #expect(Self.told(draft) == expected)
  }

  @Test func withoutBaseAnotherRuleSpeaks() {
    let draft = Self.text(title: "Rev. Dubai, 2018", formula: "Busan, 2014")
    #expect(
      Self.told(draft, base: nil) == [
        "structure/title-formula-mismatch `Busan, 2014` > Write `Dubai, 2018`"
      ])
  }

  @Test(arguments: [
    // The session of the text itself, and earlier ones.
    ("to submit a progress report to the next plenipotentiary conference in «2018»", ["2018"]),
    ("to report on progress to the «2018» plenipotentiary conference", ["2018"]),
    ("to report to the world telecommunication development conference in «2014»", ["2014"]),
    ("to submit the results to the Council by «2016»", ["2016"]),
    ("to complete the work not later than the end of «June 2017»", ["June 2017"]),
    ("to submit the outcome to the «December 2015» review of the goals", ["December 2015"]),
    // Still to come, or not due.
    ("to submit a progress report to the next plenipotentiary conference in 2022", []),
    ("to report on the results of the plenipotentiary conference in 2014", []),
    ("to study the report submitted to the plenipotentiary conference in 2014", []),
    ("to complete the work by 2018", []),
    ("to report to the 2018 session of the Council", []),
    ("to promote the goals that were to be attained by 2023", []),
    ("to apply Resolution 58 (Rev. Busan, 2014) and to report on it by 2020", []),
  ])
  func deadline(duty: String, years: [String]) {
    let duty = duty.filter { $0 != "«" && $0 != "»" }
    let draft = Self.text(title: "Rev. Dubai, 2018", formula: "Dubai, 2018", duty: duty)
    let found = findings(draft, rule: "draft/past-deadline")
    #expect(found.map { slice(draft, $0.range) } == years, "\(duty)")
    #expect(found.allSatisfy { $0.severity == .information && $0.fixes.isEmpty })
  }

  @Test func preambleAndAnnexTellHistory() {
    let draft =
      Self.text(
        title: "Rev. Dubai, 2018", formula: "Dubai, 2018",
        recital: "the decision to report to the plenipotentiary conference in 2014")
      + "\n\nTo report to the plenipotentiary conference in 2014.\n"
    #expect(findings(draft, rule: "draft/past-deadline").isEmpty)
  }

  @Test func asOfALaterYear() {
    var settings = RuleSettings()
    settings.asOf = AsOfDate("2023")
    let draft = Self.text(
      title: "Rev. Dubai, 2018", formula: "Dubai, 2018",
      duty: "to submit a report to the next plenipotentiary conference in 2022")
    #expect(findings(draft, rule: "draft/past-deadline", settings: settings).count == 1)
  }
}
