import Editing
import Foundation
import Rules
import TestSupport
import Testing

/// A few hundred edits of structure at random in each run; `Benchmarks edits` makes as many as it is told.
@Suite("Random edits", .serialized)
struct RandomEditTests {
  @Test("Own drafts")
  func ownDrafts() {
    var random = SeededGenerator()
    var check = EditCheck()
    while check.tried < 600 {
      let draft = DraftGenerator(&random).text
      guard let text = EditedText(Array(draft.utf8), name: "own draft", isOwn: true) else {
        Issue.record("seed \(random.seed): no resolution\n\(draft)")
        return
      }
      #expect(text.faults.isEmpty, "seed \(random.seed): \(text.faults.map(\.message))\n\(draft)")
      if !text.faults.isEmpty { return }
      for _ in 0..<10 {
        if let fault = check.edit(text, &random) {
          Issue.record("seed \(random.seed), \(fault)\nin\n\(draft)")
          return
        }
      }
    }
    print("own drafts, seed \(random.seed): \(check.line)")
    #expect(check.made * 10 > check.tried * 5, "\(check.line)")
  }

  @Test("Example drafts")
  func examples() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let texts = try texts(root.path + "/Grammar", ["Examples"])
    #expect(texts.count > 5)
    check(texts, 150)
  }

  @Test("Real texts")
  func realTexts() throws {
    guard let folder = ProcessInfo.processInfo.environment["RESOLUTE_CORPUS"] else {
      return print("skipped: random edits of real texts need RESOLUTE_CORPUS")
    }
    let texts = try texts(folder, ["seeds", "pp18", "wrc", "other"])
    #expect(texts.count > 50)
    check(texts, 250)
  }

  private func texts(_ folder: String, _ names: [String]) throws -> [EditedText] {
    try names.flatMap { name in
      try FileManager.default.contentsOfDirectory(atPath: folder + "/" + name).sorted()
        .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
        .flatMap { file -> [EditedText] in
          let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)") ?? Data()
          return EditedText.sections(of: [UInt8](data), name: name + "/" + file)
        }
    }
  }

  private func check(_ texts: [EditedText], _ wanted: Int) {
    var random = SeededGenerator()
    var check = EditCheck()
    while check.tried < wanted, let text = texts.randomElement(using: &random) {
      for _ in 0..<5 {
        if let fault = check.edit(text, &random) {
          Issue.record("seed \(random.seed), \(fault)")
          return
        }
      }
    }
    print("seed \(random.seed): \(check.line)")
    #expect(check.made * 10 > check.tried * 5, "\(check.line)")
  }
}
