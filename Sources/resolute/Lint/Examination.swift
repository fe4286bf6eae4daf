import Configuration
import Reporting
import Rules
import TextModel
import Workspace

/// What becomes of one file, up to the bytes that stand in the reports. Done on worker threads.
struct Examination: Sendable {
  struct Outcome: Sendable {
    var path: FilePath
    var isNamed = false
    var isEveryTextWanted = false
    /// What was wrong with the settings.
    var reports: [ProblemReport] = []
    /// What could not be read or written.
    var problem: WorkspaceError?
    /// Present unless the file could not be read.
    var tally: Tally?
    /// One for each report.
    var fragments: [Fragment] = []
    var diff: [UInt8] = []
    /// The text of standard input after its fixes.
    var fixedInput: [UInt8]?
    var applied = 0
    var isSettled = true
    var namedBase: NamedBase.Use?
    /// All findings, as a baseline knows them.
    var entries: [Baseline.Entry] = []
    /// What the baseline knows and no longer stands in the text.
    var stale: [Baseline.Entry] = []
  }

  var settings: LintSettings
  var finder: SettingsFinder
  var linter: Linter
  var reports: [any ReportWriter]
  var standardInput: Int32
  var baseline: BaselineFilter?
  /// Where fixes may be written.
  var bounds = FixBounds([])
  /// What the run before left.
  var memory: LintMemory?
  var reader = FileReader()

  func examine(_ item: Discovered) -> Outcome {
    switch item {
    case .problem(let problem):
      return Outcome(path: problem.path, problem: problem)
    case .standardInput:
      let path = settings.standardInputName ?? FilePath("-")
      var outcome = Outcome(path: path, isNamed: true)
      do {
        let text = try reader.readStream(standardInput, as: path)
        examine(text, stamp: nil, &outcome)
      } catch {
        outcome.problem = error
      }
      return outcome
    case .file(let path, let named):
      if let kept = memory?.outcome(of: path, in: reader.stamp(path)) { return kept }
      var outcome = Outcome(path: path, isNamed: named)
      do {
        let contents = try reader.read(path)
        examine(contents.bytes, stamp: contents.stamp, &outcome)
        if outcome.problem == nil, outcome.applied == 0 {
          memory?.keep(outcome, of: path, in: contents.stamp)
        }
      } catch {
        outcome.problem = error
      }
      return outcome
    }
  }

  private func examine(_ text: [UInt8], stamp: FileStamp?, _ outcome: inout Outcome) {
    let found = finder.settings(for: outcome.path)
    outcome.reports = found.reports
    outcome.isEveryTextWanted = found.settings.rules.allTexts
    let request = Linter.Request(found.settings)
    let name = baseline?.name(of: outcome.path) ?? ""
    let judge = { (text: [UInt8]) in
      var verdict = self.judge(text, request)
      self.baseline?.apply(to: &verdict, of: text, name: name)
      return verdict
    }
    var (text, verdict) = (text, judge(text))
    if verdict.recognised, request.namedBase != nil, found.reports.isEmpty {
      outcome.namedBase =
        request.rules.bases == nil ? .itself : verdict.hasNamedBase ? .compared : .another
    }
    if settings.fix || settings.diff {
      let fixed = FixLoop(takesUnsafe: settings.unsafeFixes, judge: judge).run(text, verdict)
      outcome.isSettled = fixed.isSettled
      if settings.diff {
        outcome.diff = UnifiedDiff.make(path: outcome.path.bytes, from: text, to: fixed.text)
      } else if stamp == nil {
        outcome.fixedInput = fixed.text
      } else if fixed.text != text {
        do throws(WorkspaceError) {
          try bounds.check(outcome.path)
          try outcome.path.replaceContents(with: fixed.text, expecting: stamp)
        } catch {
          outcome.problem = error
        }
      }
      // What could not be written is reported as it stands in the file.
      if settings.fix, outcome.problem == nil {
        (text, verdict) = (fixed.text, fixed.verdict)
        outcome.applied = fixed.applied
      }
    }
    outcome.entries = verdict.entries
    outcome.stale = baseline?.stale(verdict, name: name, isOn: request.rules.isOn) ?? []
    if settings.newBaseline != nil { (verdict.findings, verdict.fingerprints) = ([], []) }
    let file = FileReport(
      path: outcome.path.text, source: text, recognised: verdict.recognised,
      profile: verdict.profile, language: verdict.language, findings: verdict.findings,
      fingerprints: verdict.fingerprints)
    outcome.fragments = reports.map { $0.fragment(of: file) }
    outcome.tally = outcome.fragments.first?.tally ?? Tally(file)
  }

  /// The verdict as every report wants it: only rules that are on, in order, inside the text.
  private func judge(_ text: [UInt8], _ request: Linter.Request) -> Linter.Verdict {
    var verdict = linter.judge(text, request)
    guard verdict.recognised || request.rules.allTexts else {
      return Linter.Verdict(recognised: false)
    }
    verdict.findings = verdict.findings.filter { request.rules.isOn($0.rule) }
    verdict.findings.sort { left, right in
      (left.range.lowerBound, left.rule, left.range.upperBound)
        < (right.range.lowerBound, right.rule, right.range.upperBound)
    }
    return verdict
  }
}
