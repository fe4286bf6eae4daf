import Testing

@testable import Grammar

@Suite("Bodies, sessions and profiles")
struct ProfileTests {
  @Test("Every row is read into a value")
  func everyRow() throws {
    let counts = [
      "bodies": Body.all.count, "sessions": Session.all.count, "profiles": Profile.all.count,
      "numbering": Numbering.all.count, "recognition": RecognitionSign.all.count,
    ]
    for (name, count) in counts {
      #expect(count == (try #require(DataFile.named("\(name).tsv"))).rows.count, "\(name)")
    }
  }

  @Test("Sessions ascend within a body and stand together")
  func ascending() {
    var finished: Set<String> = []
    for (left, right) in zip(Session.all, Session.all.dropFirst()) {
      if left.body == right.body {
        #expect(left.year < right.year, "\(left) \(right)")
      } else {
        finished.insert(left.body)
        #expect(!finished.contains(right.body), "\(right)")
      }
    }
    #expect(Set(Session.all.map(\.body)) == Set(Body.all.map(\.id)))
  }

  @Test("Only the Council's sessions have no place")
  func places() {
    for session in Session.all {
      #expect((session.place == nil) == (session.body == "Council"))
      #expect((1865...2100).contains(session.year))
    }
  }

  @Test("No session is unverified where the list is called complete")
  func complete() {
    for body in Body.all {
      guard let years = body.completeYears else { continue }
      let within = Session.all.filter { $0.body == body.id && years.contains($0.year) }
      #expect(within.first?.year == years.lowerBound && within.last?.year == years.upperBound)
      // Texts cite a WRC by its token alone: the year is sourced there, the place may not be.
      if body.id != "WRC" { #expect(within.allSatisfy { $0.status == .sourced }, "\(body.id)") }
    }
  }

  @Test("(Dubai, 2012) does not tell the body, (Dubai, 2018) does")
  func ambiguity() {
    #expect(Session.sessions(place: "Dubai", year: 2012).map(\.body) == ["WTSA", "WCIT"])
    #expect(Session.sessions(place: "DUBAI", year: 2018).map(\.body) == ["PP"])
    #expect(Session.sessions(place: "Dubai", year: 2015).isEmpty)
  }

  @Test("A session is found by body, place and year, by other spellings and by its token")
  func lookup() {
    #expect(Session.session(body: "WTSA", place: "Hammamet", year: 2016)?.token == "WTSA-16")
    #expect(
      Session.session(body: "WTSA", place: "Yasmine Hammamet", year: 2016)?.place == "Hammamet")
    #expect(Session.session(body: "PP", place: "Hammamet", year: 2016) == nil)
    #expect(Session.session(body: "Council", place: nil, year: 2007)?.token == "C07")
    #expect(Session.session(body: "Council", place: "Geneva", year: 2007) == nil)
    #expect(Session.named("wrc-15")?.place == "Geneva")
    #expect(Session.named("C2000")?.year == 2000)
    #expect(Session.named("WRC-99") == nil)
  }

  @Test("Every profile has its body, formula sign and styles for each part and level")
  func profiles() {
    let ids = ["itu-pp", "itu-council", "itu-wtsa", "itu-wtdc", "itu-ra", "itu-wrc"]
    #expect(Profile.all.map(\.id) == ids)
    for profile in Profile.all {
      #expect(Body.named(profile.body)?.profile == profile.id)
      #expect(Body.named(profile.body)?.ownWord == profile.ownWord)
      #expect(profile.signs.contains { $0.kind == .formula })
      for part in Numbering.Part.allCases {
        #expect(profile.depth(of: part) == 3)
        for level in 1...3 {
          #expect(!profile.styles(part: part, level: level).isEmpty, "\(profile.id) \(part)")
        }
        #expect(profile.styles(part: part, level: 4).isEmpty)
      }
      #expect(profile.styles(part: .preambular, level: 1) == [.letterBracket])
      #expect(profile.styles(part: .operative, level: 1) == [.digit])
    }
    for body in Body.all {
      if let id = body.profile { #expect(Profile.named(id)?.body == body.id) }
    }
    #expect(Profile.named("itu") == nil)
  }

  @Test("The signs are those of known profiles, the weightiest first, one of last resort")
  func signs() {
    let signs = RecognitionSign.all
    for sign in signs { #expect(Profile.named(sign.profile) != nil) }
    for (left, right) in zip(signs, signs.dropFirst()) { #expect(left.weight >= right.weight) }
    #expect(signs.last?.kind == .fallback && signs.last?.profile == "itu-pp")
    let pp = signs.filter { $0.profile == "itu-pp" && $0.kind == .formula }.compactMap(\.text)
    #expect(pp.first?.hasSuffix("International Telecommunication Union") == true)
  }

  @Test("Defaults hold for itu-pp; elsewhere what was not counted weighs less")
  func severities() throws {
    let counted = try #require(Profile.named("itu-pp"))
    #expect(counted.exceptions.isEmpty)
    for profile in Profile.all where profile.id != "itu-pp" {
      #expect(profile.severity(of: "structure/heading-repeated") == .warning)
      #expect(profile.severity(of: "punctuation/conjunction") == .off)
      // A text is tested against itself; only the radio texts at hand were too broken to count on.
      let gap = profile.severity(of: "numbering/gap")
      #expect(gap == (profile.id == "itu-wrc" ? .warning : nil))
      let file = try #require(DataFile.named("profiles/\(profile.id).tsv"))
      #expect(profile.exceptions.count == file.rows.count)
      for (rule, _) in profile.exceptions { #expect(rule.split(separator: "/").count == 2) }
    }
    #expect(Profile.named("itu-wrc")?.severity(of: "punctuation/section-sign") == .off)
    #expect(Profile.named("itu-wtdc")?.severity(of: "punctuation/section-sign") == nil)
  }
}
