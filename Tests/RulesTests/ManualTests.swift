import Rules
import Testing

/// The examples on the manual pages are tests: what a page calls wrong is found, what it calls right
/// is not.
@Suite("Manual pages")
struct ManualTests {
  struct Example: CustomTestStringConvertible {
    var rule: RuleInfo
    var section: String
    var text: String
    /// The edition before, where the page gives one.
    var base: String?
    var testDescription: String { "\(rule.id): \(section)" }

    var settings: RuleSettings {
      var settings = RuleSettings()
      if let base { settings.bases = baseFinder(Frame.complete(base)) }
      return settings
    }
  }

  static func examples(_ wanted: String) -> [Example] {
    RuleInfo.all.flatMap { rule in
      var examples: [Example] = []
      var section = ""
      var block: [String]?
      var isBase = false
      var base: String?
      for line in rule.manual.split(separator: "\n", omittingEmptySubsequences: false) {
        if let open = block {
          if line == "```" {
            let text = open.joined(separator: "\n") + "\n"
            block = nil
            if isBase {
              base = text
              continue
            }
            examples.append(Example(rule: rule, section: section, text: text, base: base))
            base = nil
          } else {
            block?.append(String(line))
          }
        } else if line.hasPrefix("```resolution") {
          block = []
          isBase = line == "```resolution base"
        } else if line.hasPrefix("## ") {
          section = String(line.dropFirst(3))
        }
      }
      return examples.filter { $0.section == wanted }
    }
  }

  @Test("Every page has a summary, a reason with its source, a wrong and a right example, a fix")
  func completeness() {
    for rule in RuleInfo.all {
      #expect(rule.summary.hasSuffix("."), "\(rule.id)")
      for part in ["## What it checks", "## Why", "## Wrong", "## Right", "## Fix"] {
        #expect(rule.manual.contains(part), "\(rule.id) lacks \(part)")
      }
      #expect(
        rule.manual.contains("CONVENTIONS") || rule.group == "suppression"
          || rule.group == "limit", "\(rule.id) names no source")
    }
  }

  @Test("What a page calls wrong is found, and nothing else is", arguments: examples("Wrong"))
  func wrong(_ example: Example) {
    let found = findings(Frame.complete(example.text), settings: example.settings)
    #expect(
      found.contains { $0.rule == example.rule.id },
      "\(example.rule.id) is not found in\n\(Frame.complete(example.text))")
    let strangers = found.filter { $0.rule != example.rule.id && $0.severity <= .warning }
    #expect(
      strangers.isEmpty, "\(strangers.map { "\($0.rule) at \($0.range): \($0.message)" })")
  }

  @Test("What a page calls right is clean", arguments: examples("Right"))
  func right(_ example: Example) {
    let found = findings(Frame.complete(example.text), settings: example.settings).filter {
      $0.rule == example.rule.id || $0.severity <= .warning
    }
    #expect(found.isEmpty, "\(found.map { "\($0.rule) at \($0.range): \($0.message)" })")
  }

  @Test("A safe fix removes its finding and makes no new one", arguments: examples("Wrong"))
  func fixes(_ example: Example) {
    let text = Frame.complete(example.text)
    let own = findings(text, rule: example.rule.id, settings: example.settings)
    guard own.contains(where: { !$0.fixes.isEmpty }) else { return }
    let after = fixed(text, rule: example.rule.id, settings: example.settings)
    let left = findings(after, settings: example.settings).filter {
      $0.severity <= .warning || $0.rule == example.rule.id
    }
    #expect(left.isEmpty, "after the fix:\n\(after)\n\(left.map { "\($0.rule): \($0.message)" })")
  }
}
