import Foundation
import Testing

@testable import LanguageServer

@Suite struct HandlerListTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/LanguageServer/Handlers")

  @Test func everyHandlerIsListedOnce() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil)
    var declared: [String] = []
    for file in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("enum ") {
        let words = line.split { " :{".contains($0) }
        if words.count > 2, words[2].hasSuffix("Handler") { declared.append(String(words[1])) }
      }
    }
    #expect(declared.count > 4)
    #expect(declared.sorted() == Handlers.all.map { "\($0)" }.sorted())
  }
}
