import Testing

@testable import resolute

@Suite struct CatalogueCommandTests {
  @Test func searchFindsBySubjectWords() throws {
    let run = try Scene().run("catalogue", "search", "res", "71", "dub")
    #expect(run.output.contains("PP/resolution/71"))
    #expect(run.status == 0)
  }

  @Test func showTellsEditionsAndSource() throws {
    let run = try Scene().run("catalogue", "show", "PP/resolution/140")
    #expect(run.output.contains("Rev. Busan, 2014"))
    #expect(run.output.contains("status"))
    #expect(run.status == 0)
  }

  @Test func statsCountEachBody() throws {
    let run = try Scene().run("catalogue", "stats")
    #expect(run.output.contains("WTSA") && run.output.contains("known until"))
  }

  @Test func whatIsUnknownIsNamed() throws {
    let scene = try Scene()
    let missing = try scene.run("catalogue", "show", "PP/resolution/99999")
    #expect(missing.status == 2 && missing.errors.contains("99999"))
    let misspelt = try scene.run("catalogue", "serch", "x")
    #expect(misspelt.status == 2 && misspelt.errors.contains("'search'"))
    #expect(try scene.run("catalogue").status == 2)
  }
}
