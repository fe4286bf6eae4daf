import Rules

/// JUnit's XML, as servers for continuous integration read it: a suite for each judged text, a case for
/// each finding. What does not fail the run is skipped, a text without findings passes.
public struct JUnitReport: ReportWriter {
  private let context: ReportContext

  public init(_ context: ReportContext) { self.context = context }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard file.recognised || !file.findings.isEmpty else { return fragment }
    let source = SourceText(file.source)
    let name = ReportedPath(file.path, root: context.root).text
    let path = XMLText.line(name)
    let failures = file.findings.count { context.fails($0.severity) }
    var text = Self.suite(
      path, tests: max(1, file.findings.count), failures: failures, errors: 0,
      skipped: file.findings.count - failures)
    for finding in file.findings { text += testCase(finding, name, source) }
    if file.findings.isEmpty {
      text += "    <testcase classname=\"\(path)\" name=\"no findings\"/>\n"
    }
    text += "  </testsuite>\n"
    fragment.findings = Array(text.utf8)
    return fragment
  }

  private static func suite(
    _ path: String, tests: Int, failures: Int, errors: Int, skipped: Int
  ) -> String {
    "  <testsuite name=\"\(path)\" tests=\"\(tests)\" failures=\"\(failures)\""
      + " errors=\"\(errors)\" skipped=\"\(skipped)\">\n"
  }

  private func testCase(_ finding: Finding, _ path: String, _ source: SourceText) -> String {
    let start = source.position(of: finding.range.lowerBound)
    let name = XMLText.line("\(finding.rule) at \(start.line):\(start.column)")
    let file = XMLText.line(path)
    let message = XMLText.line(finding.message)
    var text = "    <testcase classname=\"\(file)\" name=\"\(name)\" file=\"\(file)\""
    text += " line=\"\(start.line)\">\n"
    guard context.fails(finding.severity) else {
      return text
        + "      <skipped message=\"\(finding.severity.name): \(message)\"/>\n    </testcase>\n"
    }
    let place = "\(path):\(start.line):\(start.column)"
    let line = "\(place): \(finding.severity.name): \(finding.message)"
    let body = "\(XMLText.line(line))\n\(XMLText.line(context.help(finding.rule)))"
    let rule = XMLText.line(finding.rule)
    text += "      <failure type=\"\(rule)\" message=\"\(message)\">\(body)</failure>\n"
    return text + "    </testcase>\n"
  }

  public mutating func begin() -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"resolute\">\n".utf8)
  }

  public mutating func add(_ fragment: Fragment) -> [UInt8] { fragment.findings }

  public mutating func problem(path: String, message: String) -> [UInt8] {
    let path = XMLText.line(ReportedPath(path, root: context.root).text)
    var text = Self.suite(path, tests: 1, failures: 0, errors: 1, skipped: 0)
    text += "    <testcase classname=\"\(path)\" name=\"readable\">\n"
    text += "      <error type=\"problem\" message=\"\(XMLText.line(message))\"/>\n"
    return Array((text + "    </testcase>\n  </testsuite>\n").utf8)
  }

  public mutating func end() -> [UInt8] { Array("</testsuites>\n".utf8) }
}

/// Text for XML 1.0, which has no way to write most controls: they are shown by their number.
enum XMLText {
  /// Content, or the value of an attribute in double quotes, on one line.
  static func line(_ text: String) -> String { escaped(Display.line(text)) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
