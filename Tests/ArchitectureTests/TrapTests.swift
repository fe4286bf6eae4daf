import Foundation
import Testing

/// A Swift trap cannot be caught and ends the session of a person at work. No source may hold a
/// construct that traps on purpose; and where the outside comes in (JSON, text, protocol, server), every
/// subscript, range and sum that could trap stands in `Tests/Truth/traps.tsv`, with the reason why it
/// cannot.
@Suite("No trap on outside data") struct TrapTests {
  /// Targets that read what a client or a file sends.
  static let edges: Set<String> = ["JSON", "TextModel", "LanguageServerProtocol", "LanguageServer"]

  struct Line: Hashable {
    var path: String
    var text: String
  }

  @Test("No forced value, no fatal error")
  func deliberate() throws {
    let force = try Regex(#"[\w\)\]]!(?![=])"#)
    let words = try Regex(
      #"\btry!|\bas!|\b(fatalError|precondition|preconditionFailure|assert|assertionFailure)\("#)
    let unowned = try Regex(#"\bunowned\b|unsafelyUnwrapped"#)
    for source in ImportTests.sources where !source.path.contains("/Generated/") {
      for line in Self.code(of: source.text) {
        for pattern in [force, words, unowned] {
          #expect(!line.code.contains(pattern), "\(source.path): \(line.text)")
        }
      }
    }
  }

  @Test("Each construct that could trap at the edge has its reason")
  func reviewed() throws {
    var found: Set<Line> = []
    for source in ImportTests.sources where Self.edges.contains(source.target) {
      for line in Self.code(of: source.text) where Self.mayTrap(line.code) {
        found.insert(Line(path: source.path, text: line.text))
      }
    }
    let reviewed = try Self.reviewed
    for line in found.subtracting(reviewed.keys).sorted(by: { $0.path < $1.path }) {
      Issue.record("not reviewed: \(line.path)\t\(line.text)")
    }
    for line in Set(reviewed.keys).subtracting(found) {
      Issue.record("no longer in the source: \(line.path)\t\(line.text)")
    }
    for (line, reason) in reviewed where reason.count < 10 {
      Issue.record("no reason given: \(line.path)\t\(line.text)")
    }
    #expect(found.count > 50)
  }

  @Test("The scan sees what it looks for")
  func scan() {
    for code in [
      "let byte = bytes[index]", "for i in 0..<count {", "let size = end - start",
      "total += other.count", "return (low + high) / 2", "list[a...]",
    ] {
      #expect(Self.mayTrap(code), "\(code)")
    }
    for code in [
      "position += 1", "let data = json[\"data\"]", "case 0x30...0x39: .number", "a &+ b",
      "let names: [String] = []", "guard x ?? -1 > 0 else", "func f() -> [UInt8] {", "depth -= 1",
    ] {
      #expect(!Self.mayTrap(code), "\(code)")
    }
  }

  // MARK: - The scan

  static func code(of text: String) -> [(text: String, code: String)] {
    var lines: [(String, String)] = []
    var inString = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains(#"""""#) { inString.toggle() }
      guard !inString else { continue }
      let code = withoutStringsAndComments(String(line))
      lines.append((line.trimmingCharacters(in: .whitespaces), code))
    }
    return lines
  }

  /// String literals become `""`, except those of one word, which are names of members.
  private static func withoutStringsAndComments(_ line: String) -> String {
    var code = ""
    var literal: String?
    var isEscaped = false
    var before: Character = " "
    for character in line {
      if var text = literal {
        if !isEscaped, character == "\"" {
          code += text.allSatisfy { $0.isLetter || $0 == "_" } ? "\"\(text)\"" : "\"\""
          literal = nil
        } else {
          isEscaped = !isEscaped && character == "\\"
          text.append(character)
          literal = text
        }
      } else if character == "\"" {
        literal = ""
      } else if character == "/", before == "/" {
        return String(code.dropLast())
      } else {
        code.append(character)
      }
      before = character
    }
    return code
  }

  static func mayTrap(_ code: String) -> Bool {
    var code = code
    // Members and entries of a dictionary by name, limits written as numbers, steps of a counter by a
    // number.
    for harmless in Self.harmless { code = code.replacing(harmless, with: " ") }
    return Self.traps.contains { code.contains($0) }
  }

  nonisolated(unsafe) private static let harmless: [Regex<AnyRegexOutput>] = [
    #"\["\w+"\]"#, #"(0x)?[0-9A-F]+\.\.[.<](0x)?[0-9A-F]+"#, #"[+\-]= \d+\b"#, #"&[+\-*]=?"#,
    #"\[(\w+\.)?(uri|id|key|name|method)(\.rawValue)?\]"#, #"->"#, #"\?\? -"#, #"\.\.\.\)"#,
    #"\w\[\]"#, #"\[\w+\.self\]"#,
  ].compactMap { try? Regex($0) }

  nonisolated(unsafe) private static let traps: [Regex<AnyRegexOutput>] = [
    #"[\w\)\]\?]\[[^\]]"#, #"\.\.<|\.\.\."#, #"[\w\)\]] [+\-*/%] [\w\(]"#, #"[\w\)\]] [+\-*/%]= "#,
    #"[\w\)\]] [+\-*/%]$"#, #"^\s*[+\-*/%] [\w\(]"#,
  ].compactMap { try? Regex($0) }

  static var reviewed: [Line: String] {
    get throws {
      let file = ImportTests.root.appendingPathComponent("Tests/Truth/traps.tsv")
      var lines: [Line: String] = [:]
      for row in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !row.hasPrefix("#") {
        let fields = row.components(separatedBy: "\t")
        if fields.count == 3 { lines[Line(path: fields[0], text: fields[1])] = fields[2] }
      }
      return lines
    }
  }
}
