import JSON
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// The diagnostics of one section as JSON, written once and sent with every keystroke as long as the
/// section stays as it is.
final class SectionReport: Sendable {
  /// What is written here.
  let source: SectionFindings
  /// One for each finding of the source.
  private let json: MovableJSON
  /// Findings of each severity, the worst first.
  let counts: SIMD4<Int32>

  /// - Parameter previous: of the section before an edit.
  init(
    _ source: SectionFindings, previous: SectionReport?, uri: DocumentURI,
    client: ClientCapabilities, pages: RulePages?, encoding: PositionEncoding
  ) {
    self.source = source
    let standing = previous.flatMap { source.standing(since: $0.source) } ?? []
    if let previous, !standing.contains(false), standing.count == previous.json.count,
      standing.count == source.findings.count
    {
      json = previous.json
      counts = previous.counts
      return
    }
    let section = source.meaning.section
    let diagnostics = DiagnosticWriter(
      uri: uri,
      range: {
        PositionRange(
          start: section.position(of: $0.lowerBound, encoding),
          end: section.position(of: $0.upperBound, encoding))
      }, client: client, pages: pages)
    var json = MovableJSON()
    var counts = SIMD4<Int32>()
    var writer = JSONWriter()
    writer.string(uri.rawValue)
    let own = writer.bytes
    for (index, finding) in source.findings.enumerated() {
      if let previous, standing.indices.contains(index), standing[index] {
        json.append(index, of: previous.json)
      } else {
        writer.removeAll()
        diagnostics.diagnostic(finding).write(to: &writer)
        json.append(writer.bytes, own: own)
      }
      counts[finding.severity.index] &+= 1
    }
    self.json = json
    self.counts = counts
  }

  /// Appends the diagnostics to a list.
  ///
  /// - Parameters:
  ///   - line: of the section's first line in the text, from 0.
  ///   - isWanted: tells by index whether a finding is to be sent; `nil` for all.
  func write(to list: inout [UInt8], line: Int, where isWanted: ((Int) -> Bool)?) {
    json.write(to: &list, line: line, where: isWanted)
  }
}

extension Severity {
  /// From 0, the worst.
  var index: Int { Int(rawValue) - 1 }
}
