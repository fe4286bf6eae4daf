import Configuration
import Glibc
import JSON
import Workspace

/// One run of `fmt`: finds the texts, has them formatted, tells about them in order.
final class FmtRun {
  private let settings: FmtSettings
  private let session: Session
  private var console: Console { session.console }
  private var status = ExitStatus.clean
  private var progress: Progress?
  private var told: Set<ObjectIdentifier> = []
  private var changed = 0
  private var unchanged = 0
  private var isFilter = false

  init(_ settings: FmtSettings, _ session: Session) {
    self.settings = settings
    self.session = session
  }

  func run(_ operands: [FilePath]) throws(UsageError) -> ExitStatus {
    let operands = operands.isEmpty ? [FilePath(".")] : operands
    if !settings.isDry, operands.contains(FilePath("-")), operands.count > 1 {
      throw UsageError("'-' goes to standard output, so it takes no other path beside it")
    }
    isFilter = operands == [FilePath("-")] && !settings.isDry
    let names = session.linter.names
    let options: SettingsLayer
    do {
      let values = settings.options.sorted { $0.key < $1.key }
      options = try SettingsLayer(options: values.map { ($0.key, $0.value) }, names: names)
    } catch {
      throw UsageError(printable(error.message))
    }
    if console.handlesSignals { Signals.watch() }

    let inputName = settings.standardInputName ?? FilePath("-")
    var discovery = Discovery(operands, standardInputName: inputName)
    let finder = SettingsFinder(settings.configuration, options: options, names: names)
    let step = FmtStep(settings: settings, finder: finder, standardInput: console.input)
    let pipeline = OrderedPipeline(
      jobs: LintRun.processors, source: { discovery.next() }, work: { step.format($0) })
    progress = Progress(console, isEnabled: !settings.quiet, noun: "change") {
      LintRun.countFiles(operands)
    }
    for operand in operands {
      let path = operand.isFolder ? operand.appending("-".utf8) : operand
      report(finder.settings(for: path).reports)
    }
    var done = 0
    pipeline.run {
      progress?.show(done: done, findings: changed)
    } consume: { outcome in
      done += 1
      take(outcome)
      progress?.show(done: done, findings: changed)
      return console.output.condition == .open
    }
    progress?.clear()
    finish()
    return withExtendedLifetime(finder) { status }
  }

  private func report(_ reports: [ProblemReport]) {
    for report in reports where told.insert(ObjectIdentifier(report)).inserted {
      for problem in report.problems { complain(printable(problem.description)) }
    }
  }

  private func take(_ outcome: FmtStep.Outcome) {
    report(outcome.reports)
    let name = printable(outcome.path.text)
    if let problem = outcome.problem {
      let message = "\(printable(problem.path.text)): \(problem.message)"
      return problem.isNotice ? notice(message) : complain(message)
    }
    if outcome.isChanged { changed += 1 } else { unchanged += 1 }
    if outcome.isNamed, !outcome.isRecognised {
      notice("\(name): not recognised as a resolution, so not formatted")
    }
    if settings.check, outcome.isChanged {
      status = max(status, .findings)
      if !settings.diff { say(Array("\(name): would change\n".utf8)) }
    }
    say(outcome.output)
  }

  private func finish() {
    if changed + unchanged == 0, status == .clean { return notice("no texts found") }
    // Editors mix what a filter says into its text.
    if isFilter { return }
    let files = changed == 1 ? "1 text" : "\(changed) texts"
    notice("\(files) \(settings.isDry ? "would change" : "formatted"), \(unchanged) unchanged")
  }

  private func say(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if console.output.isTerminal { progress?.clear() }
    console.output.write(bytes)
  }

  private func complain(_ message: String) {
    status = .failure
    progress?.clear()
    console.complain(message)
  }

  private func notice(_ message: String) {
    guard !settings.quiet else { return }
    progress?.clear()
    console.complain(message)
  }
}
