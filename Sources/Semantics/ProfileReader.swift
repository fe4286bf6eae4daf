internal import Grammar
internal import Syntax

/// Tells by which body's conventions a text is to be judged: its formula says so, else the form of
/// its title, else the place and year of its session.
struct ProfileReader {
  let section: Section

  private static let byBody = Dictionary(
    Profile.all.map { ($0.body, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byFormula = Language.english.formulas.map { profile(of: $0.body) }
  private static let council = profile(of: "Council")
  private static let radioConference = profile(of: "WRC")
  private static let assembly = profile(of: "RA")
  private static let conference = profile(of: "PP")

  /// The body's profile; the plenipotentiary conference's, which was counted, for any other.
  private static func profile(of body: String) -> Profile {
    byBody[body] ?? Profile.all[0]
  }

  func read() -> Profile {
    if let formula = section.resolution.formula {
      let index = formula.formula
      if index >= 0, index < Self.byFormula.count { return Self.byFormula[index] }
    }
    if let title = section.resolution.title {
      switch title.form {
      case .councilBook, .council: return Self.council
      case .wrc: return Self.radioConference
      case .assembly: return Self.assembly
      default: break
      }
    }
    return Self.conference
  }
}
