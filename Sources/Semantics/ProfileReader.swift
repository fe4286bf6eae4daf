internal import Grammar
internal import Syntax

/// Tells by which body's conventions a text is to be judged: its formula says so, else the form of
/// its title, else the place and year of its session. The signs are those of `recognition.tsv`.
struct ProfileReader {
  let section: Section

  private static let byID = Dictionary(
    Profile.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  private static let byBody = Dictionary(
    Profile.all.map { ($0.body, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byFormula = Language.english.formulas.map {
    byBody[$0.body] ?? Profile.all[0]
  }

  /// Signs in titles, the weightiest first; formulas are read with the vocabulary.
  private static let signs: [(sign: RecognitionSign, profile: Profile, text: String)] =
    RecognitionSign.all.compactMap { sign in
      guard sign.kind != .formula, let profile = byID[sign.profile] else { return nil }
      return (sign, profile, sign.text?.lowercased() ?? "")
    }

  func read() -> Profile {
    let tree = section.resolution
    if let formula = tree.formula {
      let index = formula.formula
      if index >= 0, index < Self.byFormula.count { return Self.byFormula[index] }
    }
    guard let title = tree.title else { return Profile.all[0] }
    return Self.signs.first { fits($0.sign.kind, $0.text, $0.profile, title) }?.profile
      ?? Profile.all[0]
  }

  private func fits(
    _ kind: RecognitionSign.Kind, _ text: String, _ profile: Profile, _ title: TitleShape
  ) -> Bool {
    switch kind {
    case .formula: return false
    case .fallback: return true
    case .marginNumber: return title.form == .councilBook && begins(title.nounSpan, text)
    case .titleNumber: return title.form == .assembly && text == "itu-r"
    case .titleSession:
      guard title.form == .wrc || title.form == .council else { return false }
      return begins(title.bracket, text)
    case .titlePrefix:
      return begins(Span(title.span.lower, max(title.span.lower, title.nounSpan.lower)), text)
    case .titlePlaceYear: return meets(profile, title)
    }
  }

  /// Whether a span begins with a text, behind brackets, marks of emphasis and "Rev.".
  private func begins(_ span: Span, _ text: String) -> Bool {
    var rest = section.string(span).lowercased().drop { "(*_ ".contains($0) }
    if rest.hasPrefix("rev") {
      rest = rest.dropFirst(3).drop { ". ".contains($0) }
    }
    return rest.hasPrefix(text)
  }

  /// Whether the profile's body met there in that year, and no other that has a profile.
  private func meets(_ profile: Profile, _ title: TitleShape) -> Bool {
    guard title.yearValue > 0, !title.place.isEmpty else { return false }
    let sessions = Session.sessions(place: section.string(title.place), year: title.yearValue)
    let bodies = Set(sessions.map(\.body)).filter { Self.byBody[$0] != nil }
    return bodies == [profile.body]
  }
}
