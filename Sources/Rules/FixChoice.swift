public import TextModel

/// Chooses fixes that can be made together, and makes them.
public enum FixChoice {
  /// The first safe fix of each finding, where it does not meet one chosen before.
  ///
  /// What changes the structure of a text is fixed first and alone: what is right for the rest, such
  /// as the mark at a paragraph's end, follows from it and is asked for again in the next round.
  ///
  /// - Parameters:
  ///   - size: bytes in the text.
  ///   - takesUnsafe: where a finding has no safe fix, its first one.
  /// - Returns: edits by offset that do not overlap, and how many fixes they are.
  public static func choose(_ findings: [Finding], size: Int, takesUnsafe: Bool = false)
    -> (edits: [TextEdit], count: Int)
  {
    let structure = pick(
      findings.filter { changesStructure($0.rule) }, size: size, takesUnsafe: takesUnsafe)
    if structure.count > 0 { return structure }
    return pick(findings, size: size, takesUnsafe: takesUnsafe)
  }

  private static func changesStructure(_ rule: String) -> Bool {
    rule.hasPrefix("structure/") || rule.hasPrefix("numbering/")
  }

  private static func pick(_ findings: [Finding], size: Int, takesUnsafe: Bool)
    -> (edits: [TextEdit], count: Int)
  {
    var chosen: [TextEdit] = []
    var count = 0
    for finding in findings {
      let safe = finding.fixes.first { $0.safety == .safe }
      guard let fix = safe ?? (takesUnsafe ? finding.fixes.first : nil), !fix.edits.isEmpty else {
        continue
      }
      guard let merged = merge(fix.edits, into: chosen, size: size) else { continue }
      chosen = merged
      count += 1
    }
    return (chosen, count)
  }

  /// Both lists in one, by offset; `nil` where edits meet or lie outside the text.
  ///
  /// Touching counts as meeting: whether an insertion at the edge of a replaced range comes before
  /// or after it is not for us to say.
  private static func merge(_ new: [TextEdit], into chosen: [TextEdit], size: Int) -> [TextEdit]? {
    let new = new.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let first = new.first, let last = new.last, first.range.lowerBound >= 0 else {
      return nil
    }
    for (edit, next) in zip(new, new.dropFirst())
    where edit.range.upperBound > next.range.lowerBound || edit.range == next.range {
      return nil
    }
    guard last.range.upperBound <= size else { return nil }
    // Findings come by offset, so a fix nearly always goes behind those chosen.
    if let end = chosen.last?.range.upperBound, end < first.range.lowerBound { return chosen + new }
    if chosen.isEmpty { return new }
    for edit in new {
      for other in chosen
      where edit.range.lowerBound <= other.range.upperBound
        && other.range.lowerBound <= edit.range.upperBound
      {
        return nil
      }
    }
    return (chosen + new).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
