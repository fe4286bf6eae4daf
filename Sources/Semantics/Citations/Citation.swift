public import Syntax

/// A place where a text names another text, or a part of one, by its number: `Resolution 71 (Rev.
/// Dubai, 2018) of this conference`, `No. 81 of the Convention`, `§ 64 of the Geneva Declaration`.
///
/// The forms are those of CONVENTIONS 2, the wrong ones too; each member of a list is a citation of
/// its own. Offsets count from the start of the section.
public struct Citation: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case resolution, decision, recommendation, opinion, provision, article, paragraph
    case actionLine = "action-line"
    case document, annex

    /// Whether it is the whole of a text that a body adopted under a number.
    public var isText: Bool {
      switch self {
      case .resolution, .decision, .recommendation, .opinion: true
      default: false
      }
    }
  }

  /// How the body is known.
  public enum Evidence: UInt8, Sendable {
    case none
    /// The words around the citation name it.
    case words
    /// Only one body writes its numbers or sessions in this form.
    case form
    /// Only one body met at that place in that year.
    case session
    /// The same number was cited before in this text, with its body.
    case mention
  }

  public var kind: Kind
  /// From the noun (from the number, for a later member of a list) through the number and the
  /// bracket of its session.
  public var span: Span
  /// `Resolution`, `Nos.`, `§§`; empty for later members of a list and for bare symbols.
  public var nounSpan: Span
  /// Without noun and `ITU-R`, as written, but with plain hyphens; empty for an annex without one.
  public var number: String
  public var numberSpan: Span
  public var body: CitedBody?
  public var evidence: Evidence
  /// In canonical case; that of a later member of the list where the bracket is shared.
  public var place: String?
  /// By which `SessionIndex` knows the place; 0 where it must be found by its words.
  var placeKey: UInt32 = 0
  public var year: Int?
  public var revised: Bool
  /// With its brackets; empty where there is none, or where a later member of the list has it.
  public var bracketSpan: Span
  public var placeSpan: Span
  public var yearSpan: Span
  /// `Rev.` as written.
  public var revisionSpan: Span
  /// `of this conference`, `of the Plenipotentiary Conference`; empty without one, and for all but
  /// the last member of a list.
  public var ownerSpan: Span
  /// It is said to be a text of the body and session that adopts the draft ("of this conference").
  public var ofThis: Bool
  /// The subject behind `, on`, up to the end of its clause; empty without one.
  public var titleSpan: Span
  public var defects: Defects
  /// Index in the list of citations of the first member of its list; its own for a single one.
  public var list: Int
  /// Members of its list.
  public var members: Int
  /// An annex named without a number and without its text: "as shown in the Annex".
  var isBareAnnex: Bool
  /// Tells which text is cited: of kind, number and body. Citations of one text have equal keys, those
  /// of two texts in practice unequal ones. 0 until the whole text has told the body.
  public private(set) var key: UInt64 = 0

  /// What is wrong with its form, whatever the catalogue says.
  public struct Defects: OptionSet, Sendable, Equatable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// `(Antalya 2006)`: the comma belongs behind `placeSpan`.
    public static let missingComma = Defects(rawValue: 1)
    /// `(Rev Dubai, 2018)`
    public static let revisionStop = Defects(rawValue: 1 << 1)
    /// A blank is missing or needless in the bracket or before it.
    public static let spacing = Defects(rawValue: 1 << 2)
    /// `(Rev. BUSAN, 2014)`
    public static let placeCase = Defects(rawValue: 1 << 3)
    /// `(REV. Dubai, 2018)`
    public static let revisionCase = Defects(rawValue: 1 << 4)
    /// `resolution 71`, `action lines C2 and C5`
    public static let nounCase = Defects(rawValue: 1 << 5)
    /// `resolution.140`
    public static let nounStop = Defects(rawValue: 1 << 6)
    /// `Resolution 140 of the Plenipotentiary Conference (Antalya, 2006)`
    public static let sessionBehindBody = Defects(rawValue: 1 << 7)
    /// `of Plenipotentiary Conference`
    public static let missingArticle = Defects(rawValue: 1 << 8)
    /// `Resolution 71 (...) on the strategic plan`: a comma belongs behind citation and owner.
    public static let titleComma = Defects(rawValue: 1 << 9)
    /// `A/70/125` for a resolution: that is the symbol of a document.
    public static let documentSymbol = Defects(rawValue: 1 << 10)
    /// `A/RES/70/1`
    public static let resolutionSymbol = Defects(rawValue: 1 << 11)
    /// `(Rev. WRC-15)`: no blank in this form.
    public static let radioSpace = Defects(rawValue: 1 << 12)
    /// `(WRC-2015)`, `(WRC 19)`
    public static let radioToken = Defects(rawValue: 1 << 13)
    /// Old and new session run together in one bracket: `(Busan, 20142018)`.
    public static let mashed = Defects(rawValue: 1 << 14)
    /// `ITU-T Recommendation X.509`
    public static let seriesOrder = Defects(rawValue: 1 << 15)
    /// `Nos 6 and 7`
    public static let numberStop = Defects(rawValue: 1 << 16)
    /// `Resolution 1332 and 1334`
    public static let singularNoun = Defects(rawValue: 1 << 17)
    /// `of this Conference`
    public static let ownerCase = Defects(rawValue: 1 << 18)
    /// A resolution of the Radiocommunication Assembly without `ITU-R`.
    public static let assemblySeries = Defects(rawValue: 1 << 19)
  }

  /// - Parameter body: where the form of the number tells it.
  init(
    kind: Kind, noun: Span, number: String, numberSpan: Span, body: CitedBody? = nil,
    defects: Defects = []
  ) {
    self.kind = kind
    self.number = number
    self.numberSpan = numberSpan
    nounSpan = noun
    span = Span(noun.isEmpty ? numberSpan.lower : noun.lower, numberSpan.upper)
    self.body = body
    evidence = body == nil ? .none : .form
    self.defects = defects
    place = nil
    year = nil
    revised = false
    bracketSpan = .none
    placeSpan = .none
    yearSpan = .none
    revisionSpan = .none
    ownerSpan = .none
    ofThis = false
    titleSpan = .none
    list = 0
    members = 1
    isBareAnnex = false
  }

  mutating func shift(by offset: Int) {
    func moved(_ span: Span) -> Span { span.isEmpty ? span : span.shifted(by: offset) }
    span = moved(span)
    nounSpan = moved(nounSpan)
    numberSpan = moved(numberSpan)
    bracketSpan = moved(bracketSpan)
    placeSpan = moved(placeSpan)
    yearSpan = moved(yearSpan)
    revisionSpan = moved(revisionSpan)
    ownerSpan = moved(ownerSpan)
    titleSpan = moved(titleSpan)
  }

  /// - Parameter name: of kind and number.
  mutating func setKey(_ name: UInt64) { key = (name ^ (body?.code ?? 0)) &* 0x100_0000_01B3 }

  /// Of kind and number alone.
  static func key(_ kind: Kind, _ number: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    hash = (hash ^ kind.code) &* 0x100_0000_01B3
    for byte in number.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // A separator: the number ends here.
    return (hash ^ 0x2F) &* 0x100_0000_01B3
  }
}

/// A body, or an instrument, whose texts are cited.
public enum CitedBody: String, Sendable, CaseIterable {
  case plenipotentiary = "PP"
  case standardization = "WTSA"
  case development = "WTDC"
  case radioAssembly = "RA"
  case radioConference = "WRC"
  case regulations = "WCIT"
  case policyForum = "WTPF"
  case council = "Council"
  case ituT = "ITU-T"
  case ituR = "ITU-R"
  case ituD = "ITU-D"
  case constitution = "CS"
  case convention = "CV"
  case generalAssembly = "UNGA"
  case economicAndSocial = "ECOSOC"
  case security = "UNSC"
  case humanRights = "HRC"

  public var isUN: Bool {
    switch self {
    case .generalAssembly, .economicAndSocial, .security, .humanRights: true
    default: false
    }
  }
}

// A letter apiece: the raw values are strings, and keys are asked for again and again.

extension Citation.Kind {
  fileprivate var code: UInt64 {
    switch self {
    case .resolution: 1
    case .decision: 2
    case .recommendation: 3
    case .opinion: 4
    case .provision: 5
    case .article: 6
    case .paragraph: 7
    case .actionLine: 8
    case .document: 9
    case .annex: 10
    }
  }
}

extension CitedBody {
  /// Above 0, which stands for none.
  fileprivate var code: UInt64 {
    switch self {
    case .plenipotentiary: 1
    case .standardization: 2
    case .development: 3
    case .radioAssembly: 4
    case .radioConference: 5
    case .regulations: 6
    case .policyForum: 7
    case .council: 8
    case .ituT: 9
    case .ituR: 10
    case .ituD: 11
    case .constitution: 12
    case .convention: 13
    case .generalAssembly: 14
    case .economicAndSocial: 15
    case .security: 16
    case .humanRights: 17
    }
  }
}
