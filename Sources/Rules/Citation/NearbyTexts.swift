public import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax

/// What the title of a text says that lies in the same folder as those that are judged. A file may be
/// a draft or a slip, so it grounds no more than hints.
public struct NearbyText: Sendable, Equatable {
  public let id: EntryID
  /// Not certain.
  public let edition: Edition
  /// The subject, blanks folded; `nil` where there is none or its end was not read.
  public let title: String?
  /// The file as messages name it.
  public let name: String

  /// Bytes from the start of a file in which its title is looked for.
  public static let frontLength = 4096

  /// Reads the title of the first resolution in the front of a text.
  /// - Parameters:
  ///   - front: up to `frontLength` bytes from the start; more are not looked at.
  ///   - name: the file as messages name it.
  /// - Returns: `nil` where no title gives a number and a session, or the body is not certain.
  public init?(front: [UInt8], name: String) {
    // Nearly every title stands at the very start, and a quarter is read in a quarter of the time.
    let short = Self.frontLength / 4
    let isCut = front.count > short
    let first = NearbyText(Array(front.prefix(short)), isCut: isCut, name: name)
    if let first, !isCut || first.title != nil {
      self = first
      return
    }
    let isStillCut = front.count >= Self.frontLength
    guard isCut,
      let text = NearbyText(
        Array(front.prefix(Self.frontLength)), isCut: isStillCut, name: name)
    else { return nil }
    self = text
  }

  /// - Parameter isCut: whether the text goes on behind the bytes.
  private init?(_ front: [UInt8], isCut: Bool, name: String) {
    let meaning = TextMeaning(Document(front))
    guard let index = meaning.sections.firstIndex(where: { $0.resolution.isRecognised }),
      let title = meaning.sections[index].resolution.title
    else { return nil }
    let section = meaning.sections[index]
    let text = SectionContext(section, words: [], settings: RuleSettings())
    guard let kind = Self.kind(title.noun), let session = CitationNotes.session(text) else {
      return nil
    }
    let number = text.string(title.number).replacingDashes()
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard let plain = parts.first, parts.count <= 2, number.utf8.count <= 9,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    let body = section.profile.body
    guard Self.isCertain(body, text, session) else { return nil }
    id = EntryID(body: body, kind: kind, number: String(plain))
    var edition = Edition(
      place: session.place, year: session.year, revised: !title.revision.isEmpty, certain: false)
    if body == "RA" { edition.suffix = number }
    if title.form == .wrc {
      edition.place = nil
      edition.token = Session.all.first { $0.body == "WRC" && $0.year == session.year }?.token
    }
    self.edition = edition
    let subject = text.plain(section.resolution.subject)
    let start = meaning.document.starts[index]
    let isWhole = !isCut || start + section.resolution.subject.upper < front.count - 4
    let trailsOff = subject.hasSuffix("...") || subject.hasSuffix("…")
    self.title = isWhole && !trailsOff && !subject.isEmpty ? subject : nil
    self.name = name
  }

  private static func kind(_ noun: TitleShape.Noun) -> TextKind? {
    switch noun {
    case .resolution: .resolution
    case .decision: .decision
    case .recommendation: .recommendation
    case .opinion: .opinion
    default: nil
    }
  }

  /// Whether formula, form of the title or session say whose text it is.
  private static func isCertain(
    _ body: String, _ text: SectionContext, _ session: CitationNotes.OwnSession
  ) -> Bool {
    if let formula = text.tree.formula { return formula.formula >= 0 }
    switch text.tree.title?.form {
    case .wrc, .assembly, .council, .councilBook: return true
    default: return Session.session(body: body, place: session.place, year: session.year) != nil
    }
  }
}

extension String {
  fileprivate func replacingDashes() -> String {
    String(unicodeScalars.map { $0 == "\u{2011}" || $0 == "\u{2013}" ? "-" : Character($0) })
  }
}

/// The texts of a folder, by what they are.
public struct NearbyTexts: Sendable {
  private var texts: [EntryID: [NearbyText]] = [:]

  /// Later ones of the same id and edition stand behind earlier ones.
  public init(_ texts: [NearbyText] = []) {
    for text in texts { self.texts[text.id, default: []].append(text) }
  }

  public var isEmpty: Bool { texts.isEmpty }

  func texts(_ id: EntryID) -> [NearbyText] { texts[id] ?? [] }
}
