import Configuration
import Glibc
import Reporting
import Rules
import TextModel
import Workspace

/// One run of `lint`: finds the texts, has them judged, writes the reports in order.
final class LintRun {
  private let settings: LintSettings
  private let session: Session
  private var console: Console { session.console }
  private var destinations: [ReportDestination] = []
  private var tally = Tally()
  private var status = ExitStatus.clean
  private var applied = 0
  private var changedFiles = 0
  private var progress: Progress?
  private var told: Set<ObjectIdentifier> = []
  /// Their identities hold only as long as they live.
  private var finder: SettingsFinder?
  /// What is kept from one run to the next.
  private let memory: LintMemory?
  private var baselines: BaselineRun?
  private var namedBase: NamedBase?

  init(_ settings: LintSettings, _ session: Session, memory: LintMemory? = nil) {
    self.settings = settings
    self.session = session
    self.memory = memory
    namedBase = NamedBase(settings)
  }

  func run(_ operands: [FilePath]) throws(UsageError) -> ExitStatus {
    let operands = operands.isEmpty ? [FilePath(".")] : operands
    let names = session.linter.names
    let options = try options(names)
    if settings.fix, !settings.diff, operands.contains(FilePath("-")), operands.count > 1 {
      throw UsageError(
        "'--fix' writes '-' to standard output, so '-' takes no other path beside it")
    }
    let baselines = try BaselineRun(settings)
    self.baselines = baselines
    try openDestinations(fixesInput: operands == [FilePath("-")])
    guard status == .clean else { return status }
    if console.handlesSignals { Signals.watch() }

    let inputName = settings.standardInputName ?? FilePath("-")
    var discovery = Discovery(operands, standardInputName: inputName)
    let texts = nearbyTexts(operands, options)
    let make = { [settings] in
      SettingsFinder(
        settings.configuration, options: options, names: names, texts: NearbyTexts(texts),
        bases: BaseLibrary(texts, encoding: .utf8))
    }
    let finder = memory?.finder(knowing: texts, make: make) ?? make()
    self.finder = finder
    let examination = Examination(
      settings: settings, finder: finder, linter: session.linter,
      reports: destinations.map(\.report), standardInput: console.input,
      baseline: baselines.filter, bounds: FixBounds(operands), memory: memory)
    let pipeline = OrderedPipeline(
      jobs: settings.jobs ?? Self.processors, source: { discovery.next() },
      work: { examination.examine($0) })
    progress = Progress(console, isEnabled: !settings.quiet) {
      Self.countFiles(operands)
    }

    writeToAll { $0.begin() }
    for operand in operands {
      // What is wrong there is told even where no text is found.
      let path = operand.isFolder ? operand.appending("-".utf8) : operand
      report(finder.settings(for: path).reports)
    }
    var done = 0
    pipeline.run {
      progress?.show(done: done, findings: tally.findings)
    } consume: { outcome in
      done += 1
      take(outcome)
      progress?.show(done: done, findings: tally.findings)
      return console.output.condition == .open
    }
    progress?.clear()
    if let base = namedBase, let problem = base.problem {
      report(ConfigurationProblem(file: "--base '\(base.path)'", message: problem))
    }
    finish()
    return status
  }

  /// The options that have a key in the configuration; they win over it.
  private func options(_ names: KnownNames) throws(UsageError) -> SettingsLayer {
    do {
      return try SettingsLayer(options: settings.options, names: names)
    } catch {
      throw UsageError(printable(error.message))
    }
  }

  /// Where a folder is checked, citations know the texts in it. Their titles are read first, so that what
  /// is found depends on no order.
  private func nearbyTexts(_ operands: [FilePath], _ options: SettingsLayer) -> [NearbyText] {
    let asking: Set<String> = [
      "citation/unknown", "citation/superseded", "citation/title", "reference/stale",
      "reference/deleted", "draft/old-session",
    ]
    var asked = PathSettings()
    options.apply(to: &asked)
    guard operands.contains(where: \.isFolder), asking.contains(where: asked.rules.isOn) else {
      return []
    }
    var discovery = Discovery(operands)
    let reader = FileReader()
    let pipeline = OrderedPipeline(
      jobs: settings.jobs ?? Self.processors, source: { discovery.next() },
      work: { (item: Discovered) -> NearbyText? in
        guard case .file(let path, _) = item,
          let front = try? reader.readFront(path, count: NearbyText.frontLength)
        else { return nil }
        return NearbyText(front: front, name: path.text)
      })
    var texts: [NearbyText] = []
    pipeline.run {
    } consume: { text in
      if let text { texts.append(text) }
      return true
    }
    return texts
  }

  /// Standard output carries one thing: a report, a difference, or a fixed text.
  private func openDestinations(fixesInput: Bool) throws(UsageError) {
    let isTaken = settings.diff || settings.fix && fixesInput
    let formats = settings.formats.isEmpty ? [.init(format: .text)] : settings.formats
    let context = reportContext()
    var places: [FilePath?] = []
    for wanted in formats {
      var path = wanted.file ?? settings.output
      if path == FilePath("-") { path = nil }
      guard !places.contains(path) else {
        let place = path.map { "'\(printable($0.text))'" } ?? "standard output"
        throw UsageError(
          "two formats would go to \(place); name a file: --format \(wanted.format.rawValue)=FILE")
      }
      places.append(path)
      guard path != nil || !isTaken else { continue }
      let isColoured =
        path == nil ? console.isColoured(settings.colour) : settings.colour == .always
      do {
        destinations.append(
          try ReportDestination(
            wanted.format, path: path, isColoured: isColoured, context: context))
      } catch {
        complain(error)
      }
    }
  }

  private func reportContext() -> ReportContext {
    let pages = session.linter.rules().reduce(into: [:]) { pages, rule in
      pages[rule.id] = ReportContext.Page(
        summary: rule.summary, manual: rule.manual, severity: rule.severity)
    }
    let failOn = settings.failOn
    return ReportContext(
      version: version, root: FilePath.current?.text ?? "", fails: { failOn.fails($0) },
      page: { pages[$0] }, help: { "resolute explain \($0)" })
  }

  private func report(_ reports: [ProblemReport]) {
    for report in reports where told.insert(ObjectIdentifier(report)).inserted {
      for problem in report.problems { self.report(problem) }
    }
  }

  private func report(_ problem: ConfigurationProblem) {
    status = .failure
    progress?.clear()
    console.complain(printable(problem.description))
    let place = problem.line > 0 ? "line \(problem.line), column \(problem.column): " : ""
    let path = problem.file ?? "-"
    writeToAll { $0.problem(path: path, message: place + problem.message) }
  }

  private func take(_ outcome: Examination.Outcome) {
    report(outcome.reports)
    if let problem = outcome.problem, problem.isNotice {
      notice("\(printable(problem.path.text)): \(problem.message)")
    } else if let problem = outcome.problem {
      complain(problem)
      let message = problem.message
      writeToAll { $0.problem(path: problem.path.text, message: message) }
    }
    guard let tally = outcome.tally else { return }
    baselines?.take(outcome)
    namedBase?.take(outcome)
    self.tally.add(tally)
    applied += outcome.applied
    if outcome.applied > 0 { changedFiles += 1 }
    for (index, fragment) in outcome.fragments.enumerated() where index < destinations.count {
      write(destinations[index].report.add(fragment), to: index)
    }
    say(console.output.isTerminal ? Display.block(outcome.diff) : outcome.diff)
    if let text = outcome.fixedInput { say(text) }
    if outcome.isNamed, tally.recognised == 0, !outcome.isEveryTextWanted {
      notice("\(printable(outcome.path.text)): not recognised as a resolution, so not judged")
    }
    if !outcome.isSettled {
      notice(
        "\(printable(outcome.path.text)): fixes did not settle in \(FixLoop.roundLimit) rounds")
    }
    if settings.failOn.fails(tally.worst) { status = max(status, .findings) }
  }

  private func finish() {
    writeToAll { $0.end() }
    for destination in destinations {
      do {
        try destination.finish()
      } catch {
        complain(error)
      }
    }
    if settings.statistics { writeStatistics() }
    if applied > 0 {
      let files = changedFiles == 1 ? "1 file" : "\(changedFiles) files"
      let verb = settings.diff ? "would be " : ""
      notice("\(applied == 1 ? "1 fix" : "\(applied) fixes") \(verb)applied in \(files)")
    }
    do {
      for line in try baselines?.finish() ?? [] { notice(printable(line)) }
    } catch {
      complain(error)
    }
    if tally.files == 0, status == .clean { notice("no texts found") }
  }

  /// Beside a report for people; where the output is for programs, on standard error.
  private func writeStatistics() {
    let toConsole = destinations.filter { $0.file == nil }.map(\.format)
    let isForPeople = toConsole.allSatisfy { $0 == .text || $0 == .compact }
    if !toConsole.isEmpty, isForPeople {
      console.output.write("\n" + tally.table())
    } else {
      console.errors.write(tally.table())
    }
  }

  private func writeToAll(_ next: (inout any ReportWriter) -> [UInt8]) {
    for index in destinations.indices {
      write(next(&destinations[index].report), to: index)
    }
  }

  private func write(_ bytes: [UInt8], to index: Int) {
    guard destinations[index].file == nil else { return destinations[index].write(bytes) }
    let isRaw = console.output.isTerminal && destinations[index].format.isJSON
    say(isRaw ? Display.json(bytes) : bytes)
  }

  /// To standard output, the progress line out of its way.
  private func say(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if console.output.isTerminal { progress?.clear() }
    console.output.write(bytes)
  }

  private func complain(_ error: WorkspaceError) {
    status = .failure
    progress?.clear()
    console.complain("\(printable(error.path.text)): \(error.message)")
  }

  private func notice(_ message: String) {
    guard !settings.quiet else { return }
    progress?.clear()
    console.complain(message)
  }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static func countFiles(_ operands: [FilePath]) -> Int {
    var discovery = Discovery(operands)
    var count = 0
    while discovery.next() != nil { count += 1 }
    return count
  }
}
