import JSON
import LanguageServerProtocol
import Rules
import Syntax
import TextModel

/// Makes the client's diagnostics of findings. What the client did not say it understands is left out.
struct DiagnosticWriter {
  let uri: DocumentURI
  /// The client's range of a byte range.
  let range: (Range<Int>) -> PositionRange
  let client: ClientCapabilities
  var pages: RulePages?

  func diagnostic(_ finding: Finding) -> Diagnostic {
    Diagnostic(
      range: range(finding.range), severity: DiagnosticSeverity(finding.severity),
      code: finding.rule,
      codeDescription: client.codeDescription ? pages?.page(of: finding.rule) : nil,
      source: "resolute", message: finding.message,
      tags: tags(finding), relatedInformation: related(finding), data: data(finding))
  }

  private func tags(_ finding: Finding) -> [DiagnosticTag] {
    guard !client.diagnosticTags.isEmpty else { return [] }
    let tag: DiagnosticTag
    switch finding.rule {
    case "suppression/unused": tag = .unnecessary
    case "citation/abrogated", "citation/superseded": tag = .deprecated
    default: return []
    }
    return client.diagnosticTags.contains(tag) ? [tag] : []
  }

  private func related(_ finding: Finding) -> [DiagnosticRelatedInformation] {
    guard client.relatedInformation else { return [] }
    return finding.related.map { related in
      let place =
        related.other.map {
          Location(
            uri: DocumentURI($0.file),
            range: PositionRange(
              start: Position(line: $0.start.line, character: $0.start.column),
              end: Position(line: $0.end.line, character: $0.end.column)))
        } ?? Location(uri: uri, range: range(related.range))
      return DiagnosticRelatedInformation(location: place, message: related.message)
    }
  }

  /// The fixes, so that a code action needs nothing but what comes back:
  /// `{"fixes": [{"title": …, "safety": "safe", "edits": [{"range": …, "newText": …}]}]}`.
  private func data(_ finding: Finding) -> JSONValue? {
    guard client.diagnosticData, !finding.fixes.isEmpty else { return nil }
    return ["fixes": .array(finding.fixes.map(fix))]
  }

  private func fix(_ fix: Fix) -> JSONValue {
    let edits = fix.edits.map { edit -> JSONValue in
      [
        "range": range(edit.range).jsonValue,
        "newText": .string(String(decoding: edit.replacement, as: UTF8.self)),
      ]
    }
    return [
      "title": .string(fix.title), "safety": .string(fix.safety.name), "edits": .array(edits),
    ]
  }
}

extension DiagnosticSeverity {
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .information: self = .information
    case .hint: self = .hint
    }
  }
}
