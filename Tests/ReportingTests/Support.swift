import Reporting
import Rules

/// A finding on the first place of `mark` in the text.
func finding(
  _ mark: String, in text: String, rule: String = "numbering/gap", _ severity: Severity = .error,
  _ message: String = "a message", related: [Related] = [], fixes: [Fix] = []
) -> Finding {
  Finding(
    rule: rule, severity: severity, message: message, range: range(of: mark, in: text),
    related: related, fixes: fixes)
}

/// The bytes of the first place of `mark`; empty at the end of the text where there is none.
func range(of mark: String, in text: String) -> Range<Int> {
  let bytes = Array(text.utf8)
  let wanted = Array(mark.utf8)
  guard !wanted.isEmpty, bytes.count >= wanted.count else { return bytes.count..<bytes.count }
  for start in 0...(bytes.count - wanted.count)
  where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
    return start..<(start + wanted.count)
  }
  return bytes.count..<bytes.count
}

func file(_ text: String, _ findings: [Finding], path: String = "draft.md") -> FileReport {
  file(Array(text.utf8), findings, path: path)
}

func file(_ bytes: [UInt8], _ findings: [Finding], path: String = "draft.md") -> FileReport {
  FileReport(
    path: path, source: bytes, recognised: true, profile: "itu-pp", language: "en",
    findings: findings)
}

/// The whole report over these files.
func written(
  _ report: some ReportWriter, _ files: [FileReport], problems: [(String, String)] = []
) -> String {
  var report = report
  var bytes = report.begin()
  for file in files { bytes += report.add(report.fragment(of: file)) }
  for (path, message) in problems { bytes += report.problem(path: path, message: message) }
  bytes += report.end()
  return String(decoding: bytes, as: UTF8.self)
}

let context = ReportContext(version: "0.1.0") { "rules/\($0)" }
