import Foundation
import Revision
import Semantics
import Syntax
import Testing

/// What stands behind an edit is read from the words that it touches on; a reading of all bytes says the
/// same.
@Suite("The text behind an edit")
struct StandingTests {
  /// All that is known of a resolution, as text.
  private func known(_ meaning: SectionMeaning) -> String {
    "\(meaning.resolution)\n\(meaning.references)\n\(meaning.citations)"
  }

  @Test("Resolutions of one file")
  func examples() throws {
    let folder =
      URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .path + "/Grammar/Examples"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
    let files = names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }
    var bytes = files.flatMap { file -> [UInt8] in [UInt8](file) + [0x0A, 0x0A] }
    check(bytes)
    // With tracked changes, and without an end of line at the end.
    bytes += Array(
      "\n{++1 to light {--old--} lamps;++}\n\n*resolves*\n\n1 to {~~wash~>dry~~} it".utf8)
    check(bytes)
  }

  private func check(_ bytes: [UInt8]) {
    let sections = TextMeaning(Document(bytes)).sections.filter(\.resolution.isRecognised)
    #expect(sections.count > 5)
    var compared = 0
    for meaning in sections {
      let reviser = Reviser(meaning) { revised in
        let bytes = revised.after.document.bytes
        let fresh = TextMeaning(Document(bytes), profile: meaning.profile)
        #expect(
          revised.after.sections.map(known) == fresh.sections.map(known),
          "\(String(decoding: bytes, as: UTF8.self))")
        #expect(revised.standing.document.bytes == meaning.section.source)
        compared += 1
        return nil
      }
      for index in meaning.resolution.paragraphs.indices {
        let words = meaning.resolution.paragraphs[index].text
        for edit: StructureEdit in [
          .insert(.before(index), text: "that tea is hot"), .insert(.after(index), text: ""),
          .delete(index), .moveUp(index), .moveDown(index), .merge(index),
          .split(at: (words.lower + words.upper) / 2),
        ] {
          _ = reviser.revise(edit)
        }
      }
    }
    #expect(compared > 50)
  }
}
