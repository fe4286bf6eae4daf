internal import Grammar
internal import Syntax

/// Tells by which body's conventions a text is to be judged: its formula says so, else the form of
/// its title, else the place and year of its session.
struct ProfileReader {
  let section: Section

  private static let byBody = Dictionary(
    Profile.all.map { ($0.body, $0) }, uniquingKeysWith: { first, _ in first })

  /// The body's profile; the plenipotentiary conference's, which was counted, for any other.
  private static func profile(of body: String) -> Profile {
    byBody[body] ?? Profile.all[0]
  }

  func read() -> Profile {
    let tree = section.resolution
    if let formula = tree.formula {
      let formulas = Language.english.formulas
      if formula.formula >= 0, formula.formula < formulas.count {
        return Self.profile(of: formulas[formula.formula].body)
      }
    }
    if let title = tree.title {
      switch title.form {
      case .councilBook, .council: return Self.profile(of: "Council")
      case .wrc: return Self.profile(of: "WRC")
      case .assembly: return Self.profile(of: "RA")
      default: break
      }
    }
    return Self.profile(of: "PP")
  }
}
