import Semantics
import Syntax
import Testing

/// The duties to report of the adopted texts, each read by a person.
@Suite("Duties to report", .enabled(if: Corpus.folder != nil)) struct CorpusDutyTests {
  @Test("Those that were read by hand, with recipients and times, and no others")
  func reviewed() {
    let expected = Corpus.table("Tests/Truth/reports.tsv").map { row in
      ["file", "paragraph", "to", "when"].map { row[$0] ?? "" }.joined(separator: " | ")
    }
    let found = Corpus.texts(["pp18"]).flatMap { path, bytes in
      TextMeaning(Document(bytes)).sections.filter { $0.resolution.isRecognised }
        .flatMap(\.duties).filter(\.reports).map { duty in
          [
            String(path.dropFirst(5)), duty.paragraph, duty.recipients.joined(separator: "; "),
            (duty.deadlines + duty.frequencies).joined(separator: "; "),
          ].joined(separator: " | ")
        }
    }
    #expect(found.count > 50)
    #expect(Set(found).subtracting(expected).sorted() == [])
    #expect(Set(expected).subtracting(found).sorted() == [])
  }
}
