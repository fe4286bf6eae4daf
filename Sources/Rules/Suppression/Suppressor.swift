internal import Semantics
internal import Syntax
internal import TextModel

/// Takes out the findings that a text's directives ask not to hear, and says which directives are of
/// no use. A directive may reach into other sections: each section hears its own directives and what is
/// still asked where it begins. After an edit the sections are heard again from the touched one on, up to
/// where the same is asked as before.
struct Suppressor: Sendable {
  private typealias Word = SuppressionScopes.Word

  /// What is left to hear; as many as were judged.
  let sections: [SectionFindings]
  private let hearings: [SectionHearing?]
  private let traits: [Traits]
  /// The words of all `ignore-file`.
  private let file: [String]
  /// For sections whose words may silence something elsewhere: those that do.
  private let usedElsewhere: [Int: Set<Word>]

  /// What a look at all sections must know of each without a look into it.
  private struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// It has `ignore-file`.
    static let file = Traits(rawValue: 1)
    /// Something else is asked behind it than before it.
    static let changesState = Traits(rawValue: 2)
    /// It is silenced by words of other sections.
    static let hears = Traits(rawValue: 4)
  }

  /// A word with the section that it stands in.
  private struct Owner {
    var section: Int
    var word: Word
  }

  /// - Parameters:
  ///   - judged: what the rules say of each section.
  ///   - previous: what was heard before an edit.
  ///   - shared: the sections that stayed since.
  init(
    _ judged: [SectionFindings], settings: RuleSettings, previous: Suppressor?, shared: SharedEnds
  ) {
    let old = previous?.hearings.count ?? 0
    let isNew = previous == nil || old < shared.prefix + shared.suffix
    let kept = isNew ? SharedEnds(old: 0, new: 0) { _, _ in false } : shared
    let tail = judged.count - kept.suffix
    // First who has `ignore-file`: it holds for sections before it too.
    var traits = kept.merge(previous?.traits ?? [], count: judged.count) { index in
      judged[index].directives.contains { $0.verb == .file } ? .file : []
    }
    var file: [String] = []
    var fileOwners: [Owner] = []
    for section in traits.indices where traits[section].contains(.file) {
      for (index, directive) in judged[section].directives.enumerated()
      where directive.verb == .file {
        for asked in SuppressionScopes.words(directive, index) {
          file.append(asked.name)
          fileOwners.append(Owner(section: section, word: asked.word))
        }
      }
    }
    self.file = file

    let isKept = previous.map { $0.file == file } ?? false
    var state = DirectiveState()
    var first = 0
    var hearings: [SectionHearing?] = []
    var sections: [SectionFindings] = []
    hearings.reserveCapacity(judged.count)
    sections.reserveCapacity(judged.count)
    if isKept, let previous {
      first = kept.prefix
      hearings += previous.hearings[..<first]
      sections += previous.sections[..<first]
      if first > 0 { state = hearings[first - 1]?.outgoing ?? state }
    }
    var index = first
    while index < judged.count {
      if isKept, let previous, index >= tail {
        let twin = index - tail + old - kept.suffix
        if state == previous.hearings[twin]?.incoming ?? DirectiveState() {
          hearings += previous.hearings[twin...]
          sections += previous.sections[twin...]
          break
        }
      }
      traits[index].subtract([.changesState, .hears])
      let one = judged[index]
      if one.directives.isEmpty, state.isEmpty, file.isEmpty {
        hearings.append(nil)
        sections.append(one)
      } else {
        let hearing = SectionHearing(one, file: file, incoming: state, settings: settings)
        if hearing.changesState { traits[index].insert(.changesState) }
        if !hearing.foreign.isEmpty { traits[index].insert(.hears) }
        hearings.append(hearing)
        sections.append(hearing.findings(usedElsewhere: []))
        state = hearing.outgoing
      }
      index += 1
    }
    // From here on everything is as it was before the edit.
    let known = isKept ? (head: first, tail: index) : (head: 0, tail: judged.count)

    let used = Self.use(hearings, traits, fileOwners)
    for (section, words) in used {
      let isHead = section < known.head
      if isHead || section >= known.tail, let previous,
        previous.usedElsewhere[isHead ? section : section - judged.count + old] == words
      {
        continue
      }
      if let hearing = hearings[section] {
        sections[section] = hearing.findings(usedElsewhere: words)
      }
    }
    // What is not used any more.
    for (before, _) in previous?.usedElsewhere ?? [:] {
      let isHead = before < known.head
      let section = isHead ? before : before - old + judged.count
      guard isHead || section >= known.tail, used[section] == nil, section >= 0,
        section < hearings.count, let hearing = hearings[section]
      else { continue }
      sections[section] = hearing.findings(usedElsewhere: [])
    }
    self.hearings = hearings
    self.sections = sections
    self.traits = traits
    usedElsewhere = used
  }

  /// By section, the words of its directives that silence something through the state or as
  /// `ignore-file`.
  private static func use(
    _ hearings: [SectionHearing?], _ traits: [Traits], _ file: [Owner]
  ) -> [Int: Set<Word>] {
    var used: [Int: Set<Word>] = [:]
    let changes = traits.contains { $0.contains(.changesState) }
    guard changes || !file.isEmpty else { return [:] }
    var state: (open: [Owner], waiting: [Owner]) = ([], [])
    // Nothing more to learn once each word of `ignore-file` is used, and there are no others.
    var unknown = changes ? Int.max : file.count
    for index in hearings.indices where !traits[index].isDisjoint(with: [.changesState, .hears]) {
      guard let hearing = hearings[index] else { continue }
      func owner(_ word: Word) -> Owner? {
        switch word.source {
        case .own: Owner(section: index, word: word)
        case .open: word.index < state.open.count ? state.open[word.index] : nil
        case .waiting: word.index < state.waiting.count ? state.waiting[word.index] : nil
        case .file: word.index < file.count ? file[word.index] : nil
        }
      }
      for word in hearing.foreign {
        guard let owner = owner(word) else { continue }
        if used[owner.section, default: []].insert(owner.word).inserted { unknown -= 1 }
      }
      if unknown == 0 { break }
      if traits[index].contains(.changesState) {
        state = (hearing.open.compactMap(owner), hearing.waiting.compactMap(owner))
      }
    }
    return used
  }
}

extension Directive {
  /// Every rule and every group.
  static let known: Set<String> = Set(RuleInfo.all.map(\.id) + RuleInfo.groups)
}
