import JSON
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// Texts that are no resolutions.
@Suite struct SilenceTests {
  /// The rules see the same words in both; in the readme none of them runs.
  @Test func areNotJudged() {
    let words = "1 to drink tea with ITU-T and the the ITU ,of (Rev. Busan, 2014)\n\n"
    let body = String(repeating: words, count: 1_000)
    func time(_ text: String) -> Duration {
      let times = (0..<3).map { _ in
        let editor = Editor(Abilities.none)
        return ContinuousClock().measure { editor.open(text) }
      }
      return times.min() ?? .zero
    }
    let silent = Editor(Abilities.none)
    silent.open("# Readme\n\n" + body)
    #expect(pushed(silent) == [""])
    for method in ["documentSymbol", "codeLens"] {
      #expect(silent.ask("textDocument/\(method)").array ?? [] == [])
    }
    let judged = time(Drafts.whole(body))
    let readme = time("# Readme\n\n" + body)
    print("a draft \(judged), a readme of the same size \(readme)")
    #expect(readme < judged * 0.7)
  }
}
