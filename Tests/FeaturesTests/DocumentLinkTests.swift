import Features
import Testing

@Suite("Document links") struct DocumentLinkTests {
  /// `text → target`, a line each.
  private func links(_ text: String) -> String {
    let draft = CaretDraft(text)
    return draft.draft.links().map { link in
      let target =
        switch link.target {
        case .address(let address): address
        case .file(let path): "file " + path
        }
      return "\([UInt8](draft.text.utf8)[link.range].string) → \(target)"
    }.joined(separator: "\n")
  }

  @Test("Resolutions of the General Assembly by their symbol")
  func unitedNations() {
    #expect(
      links(Harbour.draft(recalling: "a) UNGA Resolution 70/125 🌫;\n\nb) UNGA Resolution 70/1,"))
        == """
        Resolution 70/125 → https://undocs.org/A/RES/70/125
        Resolution 70/1 → https://undocs.org/A/RES/70/1
        """)
  }

  @Test("No address is made up: other bodies, old and lettered resolutions")
  func unknown() {
    #expect(
      links(
        Harbour.draft(
          recalling: "a) Resolution 140 (Rev. Dubai, 2018);\n\nb) ECOSOC Resolution 2012/24;\n\n"
            + "c) UNGA Resolution 72/266B;\n\nd) UNGA Resolution 1514 (XV),")) == "")
  }

  @Test("Addresses and Markdown links, without the mark that ends the sentence")
  func addresses() {
    #expect(
      links(
        """
        Смотри https://example.org/a_(b)?c=1. Or (http://example.org/x), or <https://e.org/y>
        and [the annex](annexes/one.md#scope "t"), [there](https://e.org/z), [up](#top), [1](2).
        """) == """
          https://example.org/a_(b)?c=1 → https://example.org/a_(b)?c=1
          http://example.org/x → http://example.org/x
          https://e.org/y → https://e.org/y
          annexes/one.md#scope → file annexes/one.md#scope
          https://e.org/z → https://e.org/z
          """)
    #expect(links("```\nhttps://example.org/code\n```\n") == "")
    #expect(links("https:// and http://. and mailto:a@b.c [x](javascript:y.z)") == "")
  }
}
