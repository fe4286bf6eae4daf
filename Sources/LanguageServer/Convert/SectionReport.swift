import JSON
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// The diagnostics of one section as JSON, written once and sent with every keystroke as long as the
/// section stays as it is. Lines count from the section's first and are filled in when it is sent, so
/// that an edit before the section changes nothing here.
final class SectionReport: Sendable {
  /// What is written here.
  let source: SectionFindings
  /// The diagnostics without their line numbers, one after the other.
  private let text: [UInt8]
  /// One for each finding of the source.
  private let entries: [Entry]
  /// Where line numbers stand in the text.
  private let gaps: [Gap]
  /// Findings of each severity, the worst first.
  let counts: [Int]

  private struct Entry: Sendable {
    /// Ends in `text` and `gaps`.
    var text: Int
    var gaps: Int
  }

  private struct Gap: Sendable {
    var offset: Int
    var line: Int
  }

  init(
    _ source: SectionFindings, uri: DocumentURI, client: ClientCapabilities,
    encoding: PositionEncoding
  ) {
    self.source = source
    let section = source.meaning.section
    let diagnostics = DiagnosticWriter(
      uri: uri,
      range: {
        PositionRange(
          start: section.position(of: $0.lowerBound, encoding),
          end: section.position(of: $0.upperBound, encoding))
      }, client: client)
    var text: [UInt8] = []
    var entries: [Entry] = []
    var gaps: [Gap] = []
    var counts = Severity.allCases.map { _ in 0 }
    var writer = JSONWriter()
    for finding in source.findings {
      writer.removeAll()
      diagnostics.diagnostic(finding).write(to: &writer)
      Self.takeOutLines(writer.bytes, &text, &gaps)
      entries.append(Entry(text: text.count, gaps: gaps.count))
      counts[finding.severity.index] += 1
    }
    self.text = text
    self.entries = entries
    self.gaps = gaps
    self.counts = counts
  }

  /// All line numbers of a diagnostic are members called `line`. Quotation marks inside strings are
  /// escaped, so the key can be found without reading the JSON.
  private static func takeOutLines(_ json: [UInt8], _ text: inout [UInt8], _ gaps: inout [Gap]) {
    let key: StaticString = "\"line\":"
    json.withByteView { view in
      var start = 0
      var offset = view.firstOffset(of: 0x22, from: 0)
      while offset < view.count {
        guard view.matches(key, at: offset) else {
          offset = view.firstOffset(of: 0x22, from: offset + 1)
          continue
        }
        offset += key.utf8CodeUnitCount
        text += view.array(start, offset)
        var line = 0
        while isASCIIDigit(view[offset]) {
          line = line &* 10 &+ Int(view[offset] & 0x0F)
          offset += 1
        }
        gaps.append(Gap(offset: text.count, line: line))
        start = offset
      }
      text += view.array(start, view.count)
    }
  }

  /// Appends the diagnostics to a list.
  ///
  /// - Parameters:
  ///   - line: of the section's first line in the text, from 0.
  ///   - isWanted: tells by index whether a finding is to be sent; `nil` for all.
  func write(to list: inout [UInt8], line: Int, where isWanted: ((Int) -> Bool)?) {
    var written = 0
    var gap = 0
    text.withUnsafeBufferPointer { text in
      for (index, entry) in entries.enumerated() {
        defer {
          written = entry.text
          gap = entry.gaps
        }
        if let isWanted, !isWanted(index) { continue }
        if list.count > 1 { list.append(0x2C) }
        var start = written
        for gap in gaps[gap..<max(gap, entry.gaps)] {
          list.append(contentsOf: text[start..<max(start, gap.offset)])
          list.appendDecimal(line + gap.line)
          start = gap.offset
        }
        list.append(contentsOf: text[start..<max(start, entry.text)])
      }
    }
  }
}

extension Severity {
  /// From 0, the worst.
  var index: Int { Int(rawValue) - 1 }
}

extension [UInt8] {
  /// Appends the digits of a number that is not negative.
  fileprivate mutating func appendDecimal(_ number: Int) {
    guard number < 100_000_000 else { return append(contentsOf: String(number).utf8) }
    var rest = Swift.max(0, number)
    var digits: UInt64 = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
    } while rest > 0
    while digits > 0 {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}
