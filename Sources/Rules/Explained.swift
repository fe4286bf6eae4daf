internal import Syntax

/// Where one cause explains several symptoms, only the cause is reported: a label made of an old and
/// a new one breaks the sequence around it, but the sequence is not what is wrong.
struct Explained {
  let context: SectionContext

  func filter(_ findings: [Finding]) -> [Finding] { findings }
}

/// Directives to the linter in comments; comes with the rules of the group `suppression`.
struct Suppressor {
  let judgement: Judgement

  func apply(to findings: [Finding]) -> [Finding] { findings }
}
