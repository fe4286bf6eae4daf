import Foundation
import TestSupport
import Testing

@testable import resolute

/// What the README shows of the program is what the program prints.
@Suite struct ReadmeTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var words: [String]
    var output: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let root =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/"

  /// The blocks that begin with `$ resolute`.
  static let examples: [Example] = {
    let text = (try? String(contentsOfFile: root + "README.md", encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```console\n$ resolute ").dropFirst().compactMap { part in
      guard let end = part.range(of: "\n```\n"), let line = part.firstIndex(of: "\n") else {
        return nil
      }
      let output = part[part.index(after: line)..<end.lowerBound] + "\n"
      return Example(
        words: part[..<line].split(separator: " ").map(String.init), output: String(output))
    }
  }()

  @Test func hasExamples() { #expect(Self.examples.count >= 2) }

  @Test(arguments: examples) func theCommandPrintsIt(_ example: Example) throws {
    var scene = try Scene()
    scene.linter = .standard
    let words = example.words.map { $0.hasPrefix("Grammar/") ? Self.root + $0 : $0 }
    let run = try scene.run(words)
    #expect(run.output.replacing(Self.root, with: "") == example.output)
  }
}
