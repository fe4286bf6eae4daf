internal import Semantics
internal import Syntax
internal import TextModel

extension Judgement {
  /// The findings that touch a range of bytes. Costs what the sections in the range have, whatever the
  /// size of the text.
  public func findings(touching range: Range<Int>) -> [Finding] {
    let document = meaning.document
    let first = document.section(at: range.lowerBound)
    let last = max(first, document.section(at: range.upperBound))
    var found: [Finding] = []
    for index in first...last
    where sections.indices.contains(index) && document.starts.indices.contains(index) {
      let start = document.starts[index]
      let local =
        (range.lowerBound - start)...max(range.lowerBound - start, range.upperBound - start)
      for finding in sections[index].findings
      where finding.range.lowerBound <= local.upperBound
        && finding.range.upperBound >= local.lowerBound
      {
        found.append(finding.shifted(by: start))
      }
    }
    return found
  }
}
