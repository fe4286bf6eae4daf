public import Revision
public import Semantics
internal import Syntax

extension Reviser {
  /// The engine as users have it: what it cannot do without a new finding on labels or references it
  /// refuses. The references that an edit announces may become findings.
  ///
  /// - Parameter settings: rules that are off object to nothing.
  public init(_ meaning: SectionMeaning, judgedBy settings: RuleSettings) {
    let judged = JudgedRevision(settings)
    self.init(meaning) { judged.objection(to: $0) }
  }
}

/// Compares what the rules on labels and references say of a text behind an edit and before it: of one
/// text before, for any number of edits.
private final class JudgedRevision {
  private let settings: RuleSettings
  /// What they say of the text before, found when they say anything of one behind an edit.
  private var known: [Placed]?

  private struct Placed {
    var finding: Finding
    /// Index of the paragraph that it stands in; `nil` for any other place.
    var paragraph: Int?
  }

  private struct Noted {
    var finding: Finding
    /// Index before the edit of the paragraph that it stands in; -1 for any other place, `nil` for the
    /// new paragraph.
    var paragraph: Int?
  }

  init(_ settings: RuleSettings) {
    var own = settings
    own.bases = nil
    own.select = ["numbering", "reference"]
    if !settings.select.isEmpty {
      own.select = Set(
        RuleInfo.all.map(\.id).filter { own.isOn($0) && settings.isOn($0) })
    }
    self.settings = own
  }

  func objection(to text: RevisedText) -> RevisionRefusal? {
    guard !settings.select.isEmpty else { return nil }
    let after = noted(placed(text.after), origins: text.origins)
    guard !after.isEmpty else { return nil }
    let known = known ?? placed(text.standing)
    self.known = known
    var before = noted(
      known,
      origins: text.before.resolution.paragraphs.indices.map {
        $0 == text.merged?.from ? text.merged?.into : $0
      })
    var rest = after
    func take(_ isSame: (Noted, Noted) -> Bool) {
      rest.removeAll { new in
        let at = before.firstIndex { $0.finding.rule == new.finding.rule && isSame($0, new) }
        guard let at else { return false }
        before.remove(at: at)
        return true
      }
    }
    take { $0.paragraph == $1.paragraph }
    // A fault of the labels stays with them where their paragraphs change places.
    take { $0.finding.message == $1.finding.message }
    var announced = text.problems.map { problem in
      (rules: problem.kind.findings, paragraph: text.paragraph(of: problem))
    }
    rest.removeAll { new in
      let at = announced.firstIndex {
        $0.rules.contains(new.finding.rule) && $0.paragraph == new.paragraph
      }
      guard let at else { return false }
      announced[at].rules.removeAll { $0 == new.finding.rule }
      return true
    }
    return rest.first.map { .fault(rule: $0.finding.rule, message: $0.finding.message) }
  }

  private func placed(_ meaning: TextMeaning) -> [Placed] {
    let findings = Judgement(meaning, settings: settings).findings
    guard !findings.isEmpty, let section = meaning.sections.first else { return [] }
    let places = section.resolution.paragraphs.map { meaning.document.origin(of: $0.span.range) }
    return findings.map { finding in
      let offset = finding.range.lowerBound
      let place = places.lastIndex { $0.lowerBound <= offset && offset <= $0.upperBound }
      return Placed(finding: finding, paragraph: place)
    }
  }

  private func noted(_ placed: [Placed], origins: [Int?]) -> [Noted] {
    placed.map { placed in
      guard let place = placed.paragraph, origins.indices.contains(place) else {
        return Noted(finding: placed.finding, paragraph: -1)
      }
      return Noted(finding: placed.finding, paragraph: origins[place])
    }
  }
}

extension RevisedText {
  /// The paragraph, by its index before the edit, that the reference of a problem stands in; -1 for none.
  fileprivate func paragraph(of problem: RevisionProblem) -> Int? {
    let place = before.resolution.paragraphs.lastIndex {
      $0.span.contains(problem.range.lowerBound)
    }
    guard let place else { return -1 }
    return place == merged?.from ? merged?.into : place
  }
}

extension RevisionProblem.Kind {
  /// The rules that may speak of a reference behind the edit that announces this.
  package var findings: [String] {
    switch self {
    case .deletedTarget:
      [
        "reference/dangling", "reference/self", "reference/direction", "reference/unnumbered",
        "reference/whole-clause", "reference/range", "reference/label-kind",
      ]
    case .bothSides: ["reference/direction"]
    case .selfReference: ["reference/self", "reference/direction"]
    case .danglingLabel: ["reference/direction", "reference/self", "reference/unnumbered"]
    case .widerRange: ["reference/whole-clause"]
    case .splitTarget, .rewritten, .looseMention: []
    }
  }
}
