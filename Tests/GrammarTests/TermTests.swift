import Grammar
import Testing

@Suite("House word list")
struct TermTests {
  private let terms = Language.english.terms

  @Test("Every row is read, endings written out in step")
  func rows() throws {
    let file = try #require(DataFile.named("en/terms.tsv"))
    let forms = Set(terms.map(\.form))
    for form in file.column("form") {
      let stem = form.prefix { $0 != "{" }
      #expect(forms.contains { $0.hasPrefix(stem) }, "\(form) is not read")
    }
    #expect(terms.first { $0.form == "organisations" }?.right == "organizations")
    #expect(terms.first { $0.form == "analyzed" }?.right == "analysed")
    #expect(!terms.contains { $0.form.contains("{") || $0.right.contains("{") })
  }

  @Test("No form twice, and no right form that is another entry's wrong one")
  func noCircle() {
    let forms = terms.filter { $0.level != .off }.map(\.form)
    #expect(Set(forms).count == forms.count)
    let spelled = Set(terms.filter { $0.kind == .spelling }.map(\.form))
    for term in terms where term.kind == .spelling { #expect(!spelled.contains(term.right)) }
  }

  @Test("Acronyms and verbs of tasks are there, each once")
  func others() {
    let names = Language.english.acronyms.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Language.english.acronyms.first { $0.name == "SDG" }?.use == .plural)
    #expect(Language.english.taskVerbs.contains("ensure"))
  }
}
