public import JSON
internal import Revision
internal import Rules

/// One key of `.resolute.json`: what it is called, what it takes, what it does. The reader, its messages
/// and the published schema are made from the table of them.
public struct ConfigurationKey: Sendable {
  public let name: String
  /// One sentence.
  public let summary: String
  public let shape: ValueShape
  /// What holds where nothing is said; `null` where each text shows.
  public let standard: JSONValue
  /// - Parameter origin: gives the place of a value.
  typealias Apply =
    @Sendable (_ value: JSONNode, _ source: SettingsSource, inout PathSettings) -> Void
  let apply: Apply

  private init(
    _ name: String, _ shape: ValueShape, _ summary: String, standard: JSONValue? = nil,
    apply: @escaping Apply = { _, _, _ in }
  ) {
    self.name = name
    self.summary = summary
    self.shape = shape
    self.standard = standard ?? shape.standard
    self.apply = apply
  }

  /// All keys of a configuration.
  public static let all: [ConfigurationKey] =
    [
      ConfigurationKey("$schema", .other, "The schema of this file, for editors."),
      ConfigurationKey(
        "extends", .oneOrMore(.path),
        "Files of settings that this one begins with, relative to it; what it says itself goes over."
      ),
    ] + forPaths + [
      ConfigurationKey(
        "overrides", .list(.group([paths] + forPaths, required: ["paths"])),
        "What holds for some paths only; of several that fit, the later one wins.")
    ]

  static let paths = ConfigurationKey(
    "paths", .list(.pattern),
    "Patterns as in .gitignore for the paths, relative to the folder of this file.")

  /// Those that may hold for some paths only.
  static let forPaths: [ConfigurationKey] = [
    ConfigurationKey(
      "select", .list(.name(.rule)),
      "Only these rules or groups; what was left out before counts no more."
    ) { value, _, settings in
      settings.rules.select = value.strings
      settings.rules.ignore = []
      settings.rules.severities = settings.rules.severities.filter { $0.value != nil }
    },
    ConfigurationKey(
      "ignore", .list(.name(.rule)), "Without these rules or groups; wins over select."
    ) { value, _, settings in settings.rules.ignore.formUnion(value.strings) },
    ConfigurationKey(
      "severity", .map(.name(.rule), .choice(Severity.allCases.map(\.name) + ["off"])),
      "How much the findings of a rule or group matter."
    ) { value, _, settings in
      for member in value.members ?? [] {
        settings.rules.severities[member.key] = .some(
          member.value.string.flatMap { Severity(name: $0) })
      }
    },
    ConfigurationKey(
      "profile", .name(.profile), "The body by whose conventions texts are judged."
    ) { value, _, settings in settings.profile = value.named },
    ConfigurationKey("language", .name(.language), "The language of the texts.") {
      value, _, settings in settings.language = value.named
    },
    ConfigurationKey(
      "as-of", .date, "What citations may know; else the session in the title of each text."
    ) { value, _, settings in
      let text = value.string ?? value.int.map { String($0) }
      settings.rules.asOf = text.flatMap { AsOfDate($0) }
    },
    ConfigurationKey(
      "status", .choice(TextStatus.allCases.map(\.rawValue)),
      "Whether texts are still negotiated; a final text has no placeholders."
    ) { value, _, settings in
      settings.rules.status = value.string.flatMap { TextStatus(rawValue: $0) } ?? .draft
    },
    ConfigurationKey(
      "all-texts", .flag, "Judge texts, too, that are not recognised as resolutions."
    ) { value, _, settings in settings.rules.allTexts = value.bool ?? false },
    ConfigurationKey(
      "registers", .list(.path),
      "JSON or TSV files with texts that add to the register or correct it."
    ) { value, source, settings in
      for file in value.files(source) where !settings.registers.contains(file) {
        settings.registers.append(file)
      }
    },
    ConfigurationKey(
      "words", .list(.path),
      "TSV files with words and how the house writes them; they add to the word list or correct it."
    ) { value, source, settings in
      for file in value.files(source) where !settings.words.contains(file) {
        settings.words.append(file)
      }
    },
    ConfigurationKey(
      "fmt",
      .group(
        [
          ConfigurationKey(
            "dialect", .choice(DraftDialect.allCases.map(\.rawValue)),
            "How labels, headings and gaps are typed; auto: as most of each text is.",
            standard: "auto"
          ) { value, _, settings in
            settings.dialect = value.string.flatMap { DraftDialect(rawValue: $0) } ?? .auto
          }
        ], required: []), "What formatting does."),
    ConfigurationKey(
      "stable-numbers", .flag,
      "A paragraph that the editor inserts gets an insertion's number (2bis); all others keep theirs."
    ) { value, _, settings in settings.stableNumbers = value.bool ?? false },
    ConfigurationKey(
      "base", .path,
      "The earlier edition that references are compared with: a file, \"auto\" or \"none\".",
      standard: "auto"
    ) { value, source, settings in
      switch value.string {
      case nil: break
      case "auto": settings.base = .auto
      case "none": settings.base = .none
      case .some(let path):
        let place = source.place(value.range.lowerBound)
        settings.base = .file(
          NamedFile(path: path, file: source.file, line: place.line, column: place.column))
      }
    },
    ConfigurationKey(
      "calm", .flag, "No errors in the editor for the paragraph that is being written.",
      standard: true
    ) { value, _, settings in settings.calm = value.bool ?? true },
    ConfigurationKey(
      "hints",
      .group(
        [
          ConfigurationKey(
            "reference", .flag, "The beginning of what a reference points to.", standard: true
          ) { value, _, settings in settings.hints.reference = value.bool ?? true },
          ConfigurationKey(
            "edition", .flag, "The newest edition of a cited text.", standard: true
          ) { value, _, settings in settings.hints.edition = value.bool ?? true },
        ], required: []), "What the editor shows between the words."),
    ConfigurationKey(
      "lenses",
      .group(
        [
          ConfigurationKey("references", .flag, "How often a paragraph is referred to.") {
            value, _, settings in settings.lenses.references = value.bool ?? false
          },
          ConfigurationKey("citations", .flag, "How many texts a clause cites.") {
            value, _, settings in settings.lenses.citations = value.bool ?? false
          },
        ], required: []), "What the editor shows above the lines."),
    ConfigurationKey(
      "max-findings", .wholeNumber(1...1_000_000),
      "The most findings that the editor shows for a text; the worst are kept.", standard: 1000
    ) { value, _, settings in settings.maxFindings = value.int ?? settings.maxFindings },
    ConfigurationKey(
      "rule-pages", .address,
      "Where the manual's pages can be read, for editors that lead there from a finding: a folder with "
        + "numbering-gap.md, or an address with {rule} in place of numbering-gap."
    ) { value, _, settings in settings.rulePages = value.string },
  ]
}

extension JSONNode {
  fileprivate var strings: Set<String> { Set((elements ?? []).compactMap(\.string)) }

  /// The files that a value names, each with its place.
  func files(_ source: SettingsSource) -> [NamedFile] {
    (elements ?? [self]).compactMap { element in
      guard let path = element.string else { return nil }
      let place = source.place(element.range.lowerBound)
      return NamedFile(path: path, file: source.file, line: place.line, column: place.column)
    }
  }

  /// `nil` for `auto`: as each text shows.
  fileprivate var named: String? { string == "auto" ? nil : string }
}
