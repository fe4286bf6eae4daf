import Semantics
import Syntax

/// The labels that a reference names, one for each target, ranges expanded: `c) ii)`, `5`.
struct ReferenceLabels {
  let section: SectionMeaning
  let reference: Reference

  var all: [String] {
    var labels: [String] = []
    for (index, item) in reference.items.enumerated() {
      if item.endsRange, index > 0 { labels += between(reference.items[index - 1], item) }
      labels.append(text(item.item.steps))
    }
    return labels
  }

  private func between(_ first: Reference.Item, _ last: Reference.Item) -> [String] {
    guard let low = first.item.steps.last, let high = last.item.steps.last,
      low.ordinal < high.ordinal
    else { return [] }
    return ((low.ordinal + 1)..<high.ordinal).prefix(200).map { value in
      var steps = first.item.steps
      steps[steps.count - 1].ordinal = value
      return text(steps)
    }
  }

  private func text(_ steps: [ReferenceItem.Step]) -> String {
    var text = ""
    for step in steps {
      switch step.form {
      case .decimal: text += ".\(step.ordinal)"
      case .digit: text += (text.isEmpty ? "" : " ") + "\(step.ordinal)"
      case .letter, .roman, .bullet:
        let core =
          step.form == .roman
          ? LabelValue.roman(step.roman) : LabelValue.letter(step.ordinal)
        text += (text.isEmpty ? "" : " ") + core + ")"
      }
      if step.suffix > 0 { text += ["bis", "ter", "quater", "quinquies"][min(step.suffix, 4) - 1] }
    }
    return text
  }
}
