import Foundation
import Testing

@testable import Generate
@testable import Grammar

@Suite("English vocabulary")
struct VocabularyTests {
  let english = Language.english

  @Test("Every row is read into a value")
  func everyRow() throws {
    let counts = [
      "preambular": english.preambular.count, "operative": english.operative.count,
      "addressees": english.addressees.count, "tails": english.tails.count,
      "words": english.words.count, "formulas": english.formulas.count,
    ]
    for (name, count) in counts {
      #expect(count == (try #require(DataFile.named("en/\(name).tsv"))).rows.count, "\(name)")
    }
    #expect(Language.all.map(\.id) == ["en"])
  }

  @Test("Each verb has a sentence that says what its clauses are for, and no other word has")
  func purposes() {
    let verbs =
      Set(english.preambular.map { "preambular \($0.verb)" })
      .union(english.operative.map { "operative \($0.verb)" })
    #expect(Set(english.purposes.map { "\($0.part.rawValue) \($0.verb)" }) == verbs)
    for purpose in english.purposes {
      #expect(purpose.sentence.hasSuffix(".") && purpose.sentence.count > 20, "\(purpose.verb)")
    }
  }

  @Test("Headings and verbs are lower case, in single spaces")
  func lowerCase() {
    let words =
      english.preambular.flatMap { [$0.heading, $0.verb] }
      + english.operative.flatMap { [$0.phrase, $0.verb, $0.infinitive ?? "x"] }
      + english.tails.map(\.pattern)
    for word in words {
      #expect(word == word.lowercased())
      #expect(!word.contains("  "))
      #expect(word.utf8.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) }, "\(word)")
    }
  }

  @Test("A heading holds its verb, and further or also only where it says so")
  func further() {
    for heading in english.preambular {
      #expect(heading.heading.contains(heading.verb))
      let words = heading.heading.split(separator: " ")
      #expect(heading.isFurther == (words.contains("further") || words.contains("also")))
      #expect(english.preambular.contains { $0.heading == heading.verb })
    }
    for verb in english.operative {
      #expect(verb.phrase.contains(verb.verb))
      #expect(verb.isFurther == (verb.phrase != verb.verb))
    }
  }

  @Test("Each verb has all its further and also forms")
  func forms() {
    let headings = Set(english.preambular.map(\.heading))
    for heading in english.preambular where !heading.isFurther {
      for form in ["\(heading.heading) further", "\(heading.heading) also"] {
        #expect(headings.contains(form))
      }
      #expect(headings.contains("further \(heading.heading)"))
    }
    let phrases = Set(english.operative.map(\.phrase))
    for verb in english.operative where !verb.isFurther {
      #expect(phrases.contains("further \(verb.phrase)"))
      #expect(phrases.contains("\(verb.phrase) further"))
    }
  }

  @Test(
    "What was counted is there, with its count",
    arguments: [
      ("considering", 56), ("recognizing", 54), ("considering further", 16), ("aware", 9),
      ("noting with appreciation", 1), ("taking into account also", 1), ("having regard", 0),
      ("noting with satisfaction", 0), ("deeply concerned", 0),
    ])
  func counted(heading: String, count: Int) throws {
    let entry = try #require(english.preambular.first { $0.heading == heading })
    #expect(entry.seen == count)
  }

  @Test("The three texts of decision have their verbs")
  func deciding() {
    let deciding = english.operative.filter { $0.role == .deciding && !$0.isFurther }
    #expect(deciding.map(\.verb) == ["resolves", "decides", "recommends"])
    #expect(deciding.map(\.decides) == ["resolution", "decision", "recommendation"])
    #expect(deciding.map(\.takesInfinitive) == [true, true, false])
    let infinitives = english.operative.filter { !$0.isFurther }.compactMap(\.infinitive)
    #expect(infinitives.contains("instruct") && infinitives.contains("call upon"))
  }

  @Test("Directors know their Bureau")
  func bureaux() throws {
    for addressee in english.addressees {
      let named = [
        ("Telecommunication Development", Bureau.development),
        ("Telecommunication Standardization", .standardization),
      ].filter { addressee.name.contains("\($0.0) Bureau") && addressee.name.hasPrefix("Dir") }
      for (_, bureau) in named { #expect(addressee.bureaux.contains(bureau), "\(addressee.name)") }
    }
    let three = try #require(
      english.addressees.first { $0.name == "Directors of the three Bureaux" })
    #expect(three.bureaux.count == 3 && three.kind == .officers && three.article == .the)
  }

  @Test("The roles of the words are those that the program knows, each explained in the data")
  func roles() throws {
    let code = try Files.read(DataFile.root + "/Grammar/Word.swift")
    let known = code.components(separatedBy: "Role(rawValue: \"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" })
    }
    #expect(known.count > 20)
    #expect(Set(known) == Set(english.words.map(\.role.rawValue)))
    let comments = try #require(DataFile.named("en/words.tsv")).comments.joined(separator: " ")
    for role in known { #expect(comments.contains(role), "\(role)") }
    #expect(english.words(.joiner).map(\.value) == ["list", "list", "range"])
  }

  @Test("Each body with a profile has one right formula, which ends with a comma")
  func formulas() {
    for profile in Profile.all {
      let right = english.formulas.filter { $0.body == profile.body && $0.isRight }
      #expect(right.count == 1, "\(profile.id)")
    }
    for formula in english.formulas {
      #expect(formula.finalMark == ",")
      #expect(Body.named(formula.body) != nil)
      #expect(formula.hasSession == !["RA", "Council"].contains(formula.body))
    }
  }
}
