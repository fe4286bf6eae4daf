import Rules
import TextModel

/// For people: each finding with the line it stands in, a summary at the end.
public struct TextReport: ReportWriter {
  private let style: Style
  private var tally = Tally()

  public init(isColoured: Bool) { style = Style(isColoured: isColoured) }

  public func fragment(of file: FileReport) -> Fragment {
    var fragment = Fragment(tally: Tally(file))
    guard !file.findings.isEmpty else { return fragment }
    let source = SourceText(file.source)
    for finding in file.findings {
      append(finding, path: Display.line(file.path), source, to: &fragment.findings)
    }
    return fragment
  }

  private func append(
    _ finding: Finding, path: String, _ source: SourceText, to bytes: inout [UInt8]
  ) {
    let excerpt = Excerpt(of: finding.range, in: source)
    let number = String(excerpt.line)
    let margin = String(repeating: " ", count: max(4, number.utf8.count + 1))
    let gutter = style.faint("\(margin)|")
    var text = "\(style.strong(place(finding.range, path, source))): "
    text += "\(style.severity(finding.severity, finding.severity.name)): "
    text += "\(Display.line(finding.message)) \(style.faint("[\(Display.line(finding.rule))]"))\n"
    let padding = String(repeating: " ", count: margin.utf8.count - 1 - number.utf8.count)
    text +=
      "\(style.faint("\(padding)\(number) |"))\(excerpt.text.isEmpty ? "" : " ")\(excerpt.text)\n"
    text += "\(gutter) \(underline(excerpt, finding.severity))\n"
    for related in finding.related {
      let spot =
        related.other.map {
          "\(Display.line($0.file)):\($0.start.line + 1):\($0.start.column + 1)"
        } ?? place(related.range, path, source)
      text += "\(style.faint("\(margin)=")) \(spot): "
      text += "\(Display.line(related.message))\n"
    }
    for fix in finding.fixes {
      let kind = fix.safety == .safe ? "fix" : "unsafe fix"
      text += "\(style.faint("\(margin)=")) \(kind): \(Display.line(fix.title))\n"
    }
    bytes.append(contentsOf: text.utf8)
  }

  private func underline(_ excerpt: Excerpt, _ severity: Severity) -> String {
    let mark = excerpt.underline.drop { $0 == " " }
    let blanks = excerpt.underline.prefix { $0 == " " }
    return blanks + style.severity(severity, String(mark))
  }

  private func place(_ range: Range<Int>, _ path: String, _ source: SourceText) -> String {
    let start = source.position(of: range.lowerBound)
    return "\(path):\(start.line):\(start.column)"
  }

  public mutating func begin() -> [UInt8] { [] }

  public mutating func add(_ fragment: Fragment) -> [UInt8] {
    tally.add(fragment.tally)
    return fragment.findings
  }

  /// Said on standard error by the command itself.
  public mutating func problem(path: String, message: String) -> [UInt8] { [] }

  public mutating func end() -> [UInt8] { Array("\(tally.summary)\n".utf8) }
}
