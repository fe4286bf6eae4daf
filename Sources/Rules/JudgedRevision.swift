public import Revision
public import Semantics
internal import Syntax

extension Reviser {
  /// The engine as users have it: what it cannot do without a new finding on labels or references it
  /// refuses. The references that an edit announces may become findings.
  ///
  /// - Parameter settings: rules that are off object to nothing.
  public init(_ meaning: SectionMeaning, judgedBy settings: RuleSettings) {
    self.init(meaning) { JudgedRevision(settings).objection(to: $0) }
  }
}

/// Compares what the rules on labels and references say of a text behind an edit and before it.
private struct JudgedRevision {
  private let settings: RuleSettings

  private struct Noted {
    var finding: Finding
    /// Index before the edit of the paragraph that it stands in; -1 for any other place, `nil` for the
    /// new paragraph.
    var paragraph: Int?
  }

  init(_ settings: RuleSettings) {
    var own = settings
    own.bases = nil
    own.select = Set(["numbering", "reference"])
    own.select = Set(
      RuleInfo.all.map(\.id).filter { own.isOn($0) && settings.isOn($0) })
    self.settings = own
  }

  func objection(to text: RevisedText) -> RevisionRefusal? {
    guard !settings.select.isEmpty else { return nil }
    let after = noted(text.after, origins: text.origins)
    guard !after.isEmpty else { return nil }
    let document = Document(text.before.section.source, vocabulary: text.before.section.vocabulary)
    var before = noted(
      TextMeaning(document, profile: text.before.profile),
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

  private func noted(_ meaning: TextMeaning, origins: [Int?]) -> [Noted] {
    let findings = Judgement(meaning, settings: settings).findings
    guard !findings.isEmpty, let section = meaning.sections.first else { return [] }
    let places = section.resolution.paragraphs.map { meaning.document.origin(of: $0.span.range) }
    return findings.map { finding in
      let offset = finding.range.lowerBound
      let place = places.lastIndex { $0.lowerBound <= offset && offset <= $0.upperBound }
      guard let place, origins.indices.contains(place) else {
        return Noted(finding: finding, paragraph: -1)
      }
      return Noted(finding: finding, paragraph: origins[place])
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
