internal import Grammar
public import Semantics
internal import Synchronization
internal import Syntax
internal import TextModel

/// What all rules say of a text. After an edit it is made from the judgement before: blocks and
/// sections that did not change keep their findings.
public struct Judgement: Sendable {
  public let meaning: TextMeaning
  public let settings: RuleSettings
  /// One for each section of the text: what is left after directives are heard.
  public let sections: [SectionFindings]
  /// What the rules say of each section, before any directive is heard.
  let judged: [SectionFindings]
  private let judge: Judge
  /// How many sections have directives.
  private let directed: Int
  /// `nil` where there are no directives.
  private let suppressor: Suppressor?
  /// Whose conventions hold for what stands before and between resolutions; `nil` where there is none,
  /// so that a text that is no resolution stays without findings.
  private let frontProfile: Profile?

  public init(_ meaning: TextMeaning, settings: RuleSettings, previous: Judgement? = nil) {
    self.meaning = meaning
    self.settings = settings
    let new = meaning.sections
    let front =
      settings.allTexts
      ? Profile.all.first : new.first { $0.resolution.isRecognised }?.profile
    frontProfile = front
    let kept = previous.flatMap {
      $0.settings == settings && $0.frontProfile?.id == front?.id ? $0 : nil
    }
    let judge = kept?.judge ?? Judge.for(settings)
    self.judge = judge
    let old = kept?.judged ?? []
    let before = kept?.meaning.sections ?? []
    let shared = SharedEnds(old: min(old.count, before.count), new: new.count) {
      before[$0] === new[$1]
    }
    let judged = shared.merge(old, count: new.count) { index in
      let twin = index < old.count - shared.suffix ? old[index] : nil
      return judge.findings(
        of: new[index], front: front, bases: settings.bases, previous: twin)
    }
    self.judged = judged
    func withDirectives(_ list: [SectionFindings]) -> Int {
      list[shared.prefix..<(list.count - shared.suffix)].count { !$0.directives.isEmpty }
    }
    directed = (kept?.directed ?? 0) - withDirectives(old) + withDirectives(judged)
    guard directed > 0, front != nil else {
      suppressor = nil
      sections = judged
      return
    }
    let suppressor = Suppressor(
      judged, settings: settings, previous: kept?.suppressor, shared: shared)
    self.suppressor = suppressor
    sections = suppressor.sections
  }

  /// All findings, sorted by offset and rule; offsets count from the start of the text.
  public var findings: [Finding] {
    var all: [Finding] = []
    for (index, section) in sections.enumerated() where !section.findings.isEmpty {
      let start = meaning.document.starts[index]
      all += section.findings.map { $0.shifted(by: start) }
    }
    return all
  }
}

/// The findings of one section, offsets counted from its start, and those of its blocks. Kept by
/// identity from one judgement to the next as long as the section is.
public final class SectionFindings: Sendable {
  public let meaning: SectionMeaning
  let blocks: [[Finding]]
  /// What the words of each block have for the rules; kept as long as the block is.
  let words: [BlockWords]
  /// What each section rule said, before anything was weighed or left out; those that said nothing are
  /// not among them.
  let said: [Said]
  /// By offset, then rule.
  public let findings: [Finding]
  /// Also of a section that is no resolution: a directive may stand before the first one.
  let directives: [Directive]
  /// What was compared with the edition before.
  let comparison: BaseComparison?

  init(
    meaning: SectionMeaning, blocks: [[Finding]], words: [BlockWords], said: [Said] = [],
    findings: [Finding], comparison: BaseComparison? = nil
  ) {
    self.comparison = comparison
    self.said = said
    self.meaning = meaning
    self.blocks = blocks
    self.words = words
    self.findings = findings
    directives = DirectiveReader.directives(of: meaning)
  }

  /// The same section with what is left of its findings after directives are heard.
  init(_ judged: SectionFindings, heard findings: [Finding]) {
    meaning = judged.meaning
    blocks = judged.blocks
    words = judged.words
    said = judged.said
    self.findings = findings
    directives = judged.directives
    comparison = judged.comparison
  }
}

/// The rules that are on, ready to run.
struct Judge: Sendable {
  private let settings: RuleSettings
  private let sectionRules: [any SectionRule]
  private let blockRules: [any BlockRule]
  /// What each of the block rules looks for, and what any of them does.
  private let blockSigns: [BlockSigns]
  private let allSigns: BlockSigns
  /// Whether a rule is on that asks what the words of a block are.
  private let wantsWords: Bool
  /// Whether a rule is on that compares with an earlier edition.
  private let wantsBase: Bool
  /// The section rules that judge too what is no resolution.
  private let judgesFront: [Bool]
  /// What makes the words of a paragraph matter to each section rule.
  private let heeds: [BlockSigns]
  private let sectionNames: [(id: String, severity: Severity)]
  private let blockNames: [(id: String, severity: Severity)]

  private init(_ settings: RuleSettings) {
    self.settings = settings
    sectionRules = Registry.sectionRules.filter { settings.isOn(type(of: $0).id) }
    blockRules = Registry.blockRules.filter { settings.isOn(type(of: $0).id) }
    blockSigns = blockRules.map { type(of: $0).looksFor }
    allSigns = blockSigns.reduce([]) { $0.union($1) }
    let groups: Set<String> = ["acronym", "draft", "duplication", "wording"]
    wantsWords = (sectionRules.map { type(of: $0).id } + blockRules.map { type(of: $0).id })
      .contains { groups.contains(String($0.prefix { $0 != "/" })) }
    wantsBase = sectionRules.contains { type(of: $0).wantsBase }
    judgesFront = sectionRules.map { type(of: $0).judgesFront }
    heeds = sectionRules.map { type(of: $0).wantsBase ? .anyWord : type(of: $0).heeds }
    sectionNames = sectionRules.map { (type(of: $0).id, type(of: $0).severity) }
    blockNames = blockRules.map { (type(of: $0).id, type(of: $0).severity) }
  }

  private static let standard = Judge(RuleSettings())

  /// The judges made last for settings of a user's own, the latest at the end: a folder is linted
  /// with a few.
  private static let latest = Mutex<[(settings: RuleSettings, judge: Judge)]>([])
  private static let limit = 8

  static func `for`(_ settings: RuleSettings) -> Judge {
    var settings = settings
    // Each text has its own base; the rules do not.
    settings.bases = nil
    if settings == RuleSettings() { return standard }
    return latest.withLock { latest in
      if let known = latest.last(where: { $0.settings == settings }) { return known.judge }
      let judge = Judge(settings)
      if latest.count >= limit { latest.removeFirst() }
      latest.append((settings, judge))
      return judge
    }
  }

  /// - Parameter front: the profile by which a section that is no resolution is judged; `nil` leaves
  ///   it without findings.
  func findings(
    of meaning: SectionMeaning, front: Profile?, bases: BaseFinder?, previous: SectionFindings?
  ) -> SectionFindings {
    let isWhole = settings.allTexts || meaning.section.resolution.isRecognised
    guard isWhole || front != nil else {
      return SectionFindings(meaning: meaning, blocks: [], words: [], findings: [])
    }
    let profile = isWhole ? meaning.profile : front ?? meaning.profile
    let (blocks, words) = blockFindings(meaning.section, previous)
    var findings: [Finding] = []
    for index in blocks.indices where !blocks[index].isEmpty {
      let start = meaning.section.starts[index]
      findings += blocks[index].map { $0.shifted(by: start) }
    }
    let context = SectionContext(
      meaning, words: words, settings: settings,
      comparison: wantsBase && isWhole
        ? BaseComparison(meaning, bases, previous: previous?.comparison) : nil,
      bases: bases)
    let said = sayings(context, isWhole: isWhole, previous: previous)
    for saying in said { findings += saying.findings }
    findings = Explained(context: context).filter(findings)
    findings = findings.compactMap { weigh($0, profile) }
    if let changes = meaning.section.changes { findings = findings.compactMap(changes.asWritten) }
    // Most texts have a finding or two.
    if !zip(findings.dropFirst(), findings).allSatisfy({ !Finding.isOrdered($0, $1) }) {
      findings.sort(by: Finding.isOrdered)
    }
    return SectionFindings(
      meaning: meaning, blocks: blocks, words: words, said: said, findings: findings,
      comparison: context.comparison)
  }

  /// What the section rules say. Where just a word has changed since the judgement before, only those
  /// speak to which it may matter.
  private func sayings(_ context: SectionContext, isWhole: Bool, previous: SectionFindings?)
    -> [Said]
  {
    var repeated = previous.flatMap { Repeated(of: context, since: $0) }
    var said: [Said] = []
    var report = Report(sectionNames)
    for index in sectionRules.indices where isWhole || judgesFront[index] {
      if repeated?.repeats(index, heeding: heeds[index], into: &said) == true { continue }
      report.speaking = index
      sectionRules[index].check(context, &report)
      let findings = report.take()
      if !findings.isEmpty { said.append(Said(rule: index, findings: findings)) }
    }
    return said
  }

  private func blockFindings(_ section: Section, _ previous: SectionFindings?)
    -> ([[Finding]], [BlockWords])
  {
    let new = section.blocks
    if blockRules.isEmpty, !wantsWords {
      return (Array(repeating: [], count: new.count), Array(repeating: .none, count: new.count))
    }
    // A section that was not judged before has findings of no block.
    let known = previous?.blocks.isEmpty == false ? previous : nil
    let old = known?.meaning.section.blocks ?? []
    let shared = SharedEnds(old: old.count, new: new.count) { old[$0] === new[$1] }
    var words: [BlockWords] = []
    words.reserveCapacity(new.count)
    var findings: [[Finding]] = []
    findings.reserveCapacity(new.count)
    // With as many blocks as before, the changed ones take the place of the old.
    let isInPlace = old.count == new.count
    if let known {
      words += isInPlace ? known.words[...] : known.words.prefix(shared.prefix)
      findings += isInPlace ? known.blocks[...] : known.blocks.prefix(shared.prefix)
    }
    let changed = shared.prefix..<max(shared.prefix, new.count - shared.suffix)
    let change = known.flatMap { section.wordChange(since: $0.meaning.section) }
    let terms = settings.knowledge.words.table
    var reader = BlockWordReader(terms)
    for index in changed {
      // Asked in the list: a block that is taken out of it is counted as one more in use.
      var signs = new[index].isRead ? BlockSigns(new[index]) : []
      var noted = BlockWords.none
      if let change, change.block == index, isInPlace, !terms.hasOwn,
        BlockWords.isAsBefore(change, in: new[index], before: old[index])
      {
        noted = words[index]
      } else if wantsWords, new[index].isRead, terms.hasOwn || BlockWords.mayNote(new[index]) {
        let start = section.starts[index]
        noted = section.bytes.withByteView {
          reader.words(of: new[index], $0.slice(start, start + new[index].length))
        }
      }
      if noted.hasNotes { signs.insert(.notedWords) }
      let found = signs.isDisjoint(with: allSigns) ? [] : check(section, index, noted, signs)
      if isInPlace {
        words[index] = noted
        findings[index] = found
      } else {
        words.append(noted)
        findings.append(found)
      }
    }
    if let known, !isInPlace {
      words += known.words.suffix(shared.suffix)
      findings += known.blocks.suffix(shared.suffix)
    }
    return (findings, words)
  }

  private func check(_ section: Section, _ index: Int, _ words: BlockWords, _ signs: BlockSigns)
    -> [Finding]
  {
    let context = BlockContext(
      section, index, words, status: settings.status, terms: settings.knowledge.words.table)
    var report = Report(blockNames)
    for index in blockRules.indices where !signs.isDisjoint(with: blockSigns[index]) {
      report.speaking = index
      blockRules[index].check(context, &report)
    }
    return report.findings
  }

  /// The severity that profile and user give a finding, or `nil` when it is turned off.
  private func weigh(_ finding: Finding, _ profile: Profile) -> Finding? {
    var finding = finding
    if let set = settings.severity(of: finding.rule) {
      guard let severity = set else { return nil }
      finding.severity = severity
      return finding
    }
    switch profile.severity(of: finding.rule) {
    case .off: return nil
    case .error, nil: break
    case .warning: finding.severity = max(finding.severity, .warning)
    case .information: finding.severity = max(finding.severity, .information)
    case .hint: finding.severity = max(finding.severity, .hint)
    }
    return finding
  }
}

extension Finding {
  /// The order of every report: by offset, then rule.
  static func isOrdered(_ left: Finding, _ right: Finding) -> Bool {
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.range.upperBound < right.range.upperBound
  }

  func shifted(by offset: Int) -> Finding {
    guard offset != 0 else { return self }
    return placed { $0.shifted(by: offset) } ?? self
  }

  /// The same with all its places in this text moved; `nil` where one of them has no new one.
  func placed(_ place: (Range<Int>) -> Range<Int>?) -> Finding? {
    var moved = self
    guard let range = place(range) else { return nil }
    moved.range = range
    for index in related.indices where related[index].other == nil {
      guard let range = place(related[index].range) else { return nil }
      moved.related[index] = Related(message: related[index].message, range: range)
    }
    for fix in fixes.indices {
      for edit in fixes[fix].edits.indices {
        guard let range = place(fixes[fix].edits[edit].range) else { return nil }
        moved.fixes[fix].edits[edit].range = range
      }
    }
    return moved
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    (lowerBound + offset)..<(upperBound + offset)
  }
}
