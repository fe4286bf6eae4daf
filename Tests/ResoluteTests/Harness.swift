import Glibc
import Rules
import TestSupport
import TextModel
import Workspace

@testable import resolute

/// What a run of the program left.
struct Run {
  var output: String
  var errors: String
  var status: Int32
}

/// A folder to run the program in. `~/` in arguments, input and output stands for it.
struct Scene {
  let folder: TemporaryFolder
  var input = ""
  var environment: [String: String] = [:]
  var isTerminal = false
  var linter = Linter.fake

  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
  }

  func run(_ arguments: String...) throws -> Run { try run(arguments) }

  func run(_ arguments: [String]) throws -> Run {
    let words = arguments.map { Argument(replace("~", by: folder.path, in: $0)) }
    return try run { console in Program.run(words, console: console, linter: linter) }
  }

  /// What a run of `lint` over the folder writes that remembers the one before.
  func lint(_ memory: LintMemory) throws -> String {
    var settings = LintSettings()
    settings.formats = [.init(format: .compact)]
    let wanted = settings
    return try run { console in
      let session = Session(console: console, linter: linter, commands: [])
      let run = LintRun(wanted, session, memory: memory)
      let status = try? run.run([FilePath(folder.path)])
      console.output.flush()
      return status?.rawValue ?? -1
    }.output
  }

  private func run(_ body: (Console) throws -> Int32) throws -> Run {
    let scratch = try TemporaryFolder()
    for name in ["in", "out", "err"] { try scratch.write(name, name == "in" ? input : "") }
    let descriptors = [
      open(scratch / "in", O_RDONLY), open(scratch / "out", O_WRONLY),
      open(scratch / "err", O_WRONLY),
    ]
    defer { for descriptor in descriptors { close(descriptor) } }
    var console = Console(
      output: OutputStream(descriptor: descriptors[1], isTerminal: isTerminal),
      errors: OutputStream(descriptor: descriptors[2], isTerminal: isTerminal, capacity: 0))
    console.input = descriptors[0]
    console.environment = { [environment] in environment[$0] }
    console.progressDelay = 0
    let status = try body(console)
    return Run(
      output: replace(folder.path, by: "~", in: try scratch.text("out")),
      errors: replace(folder.path, by: "~", in: try scratch.text("err")), status: status)
  }
}

func replace(_ old: String, by new: String, in text: String) -> String {
  text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
}

extension Linter {
  /// Recognises texts with the line `R`, and finds in them words in capitals:
  ///
  /// `BAD` error, fixed to `good` · `WEAK` warning, fixed to `BAD` · `ODD` hint, fixed only
  /// unsafely · `FLIP` and `FLOP` warnings, fixed to each other · `THIRD` information under the
  /// profile `third` only.
  static let fake = Linter(
    rules: {
      [
        ("case/bad", Severity.error), ("case/odd", .hint), ("flip/flop", .warning),
        ("taste/third", .information), ("taste/weak", .warning),
      ].map { id, severity in
        RuleEntry(
          id: id, severity: severity, summary: "About \(id).", manual: "About \(id).\n\nMore.")
      }
    },
    profiles: { ["first", "second", "third"] },
    judge: { text, request in
      let recognised = text.split(separator: 0x0A).contains { $0.elementsEqual([0x52]) }
      var verdict = Verdict(
        recognised: recognised, profile: request.profile ?? "first", language: "en")
      for (word, rule, severity, fix, safety) in words
      where rule != "taste/third" || request.profile == "third" {
        verdict.findings += places(of: Array(word.utf8), in: text).map { range in
          Finding(
            rule: rule, severity: severity, message: "\(word) found", range: range,
            fixes: fix.map {
              [Fix(title: "write \($0)", safety: safety, edits: [TextEdit(range: range, text: $0)])]
            } ?? [])
        }
      }
      return verdict
    })

  private static let words: [(String, String, Severity, String?, FixSafety)] = [
    ("WEAK", "taste/weak", .warning, "BAD", .safe), ("BAD", "case/bad", .error, "good", .safe),
    ("ODD", "case/odd", .hint, "even", .unsafe), ("FLIP", "flip/flop", .warning, "FLOP", .safe),
    ("FLOP", "flip/flop", .warning, "FLIP", .safe),
    ("THIRD", "taste/third", .information, nil, .safe),
  ]

  private static func places(of word: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard text.count >= word.count else { return [] }
    return (0...(text.count - word.count)).filter { text[$0...].starts(with: word) }
      .map { $0..<($0 + word.count) }
  }
}
