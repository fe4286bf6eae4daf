internal import Syntax

/// Where one cause explains several symptoms, only the cause is reported: a label made of an old and
/// a new one breaks the sequence around it, but the sequence is not what is wrong.
struct Explained {
  let context: SectionContext

  func filter(_ findings: [Finding]) -> [Finding] { withoutSublists(withoutSessions(findings)) }

  /// Where it is known which of two sessions is old, nobody need be told that they differ.
  private func withoutSessions(_ findings: [Finding]) -> [Finding] {
    let old = findings.filter { $0.rule == DraftOldSession.id }
    guard !old.isEmpty else { return findings }
    let front = [context.tree.title?.span, context.tree.formula?.span].compactMap { $0?.range }
    let concernsFront = old.contains { finding in front.contains { $0.overlaps(finding.range) } }
    return findings.filter { finding in
      guard DraftOldSession.explains.contains(finding.rule) else { return true }
      if finding.rule == StructureTitleFormulaMismatch.id { return !concernsFront }
      return !old.contains { $0.range.overlaps(finding.range) }
    }
  }

  private func withoutSublists(_ findings: [Finding]) -> [Finding] {
    guard findings.contains(where: { $0.rule == NumberingMissing.id }) else { return findings }
    // `- a) one;` and `- two;`: a label is missing, no sub-list begins.
    let bullets = context.numbering.missing.filter {
      $0.paragraph > 0 && context.tree.paragraphs[$0.paragraph].kind == .bullet
    }
    guard !bullets.isEmpty else { return findings }
    return findings.filter { finding in
      finding.rule != "punctuation/sublist-intro"
        || !bullets.contains {
          context.tree.paragraphs[$0.paragraph - 1].span.range.overlaps(finding.range)
        }
    }
  }
}
