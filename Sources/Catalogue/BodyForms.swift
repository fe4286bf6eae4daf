import Grammar

/// How a body is named where one of its texts is cited (CONVENTIONS 2, counted over PP-18).
struct BodyForms {
  /// `Plenipotentiary Conference`
  var name: String
  /// Where the short form is introduced and used: `WTDC`. `nil` for a body always named in full.
  var short: String?
  /// What the body calls itself: `of this conference`.
  var own: String
  /// Its name comes before the kind of text: `Council Resolution 1332`, not `… of the Council`.
  var leads: Bool
  /// A body of the United Nations, whose own documents write `resolution` in lower case, with the date.
  var isUN: Bool

  /// `nil` for a body of a user's own register.
  init?(_ id: String) {
    if let name = BodyForms.unitedNations[id] {
      self.name = name
      short = id == "UNGA" || id == "ECOSOC" ? id : nil
      own = id == "UNGA" ? "assembly" : "council"
      leads = true
      isUN = true
      return
    }
    guard let body = Body.named(id) else { return nil }
    name = body.name
    // The Plenipotentiary Conference is named in full or not at all (PP-18: no "of PP").
    short = id == "PP" ? nil : body.shortName
    own = body.ownWord
    leads = id == "Council"
    isUN = false
  }

  private static let unitedNations = [
    "UNGA": "United Nations General Assembly",
    "ECOSOC": "United Nations Economic and Social Council",
    "HRC": "United Nations Human Rights Council",
    "UNSC": "United Nations Security Council",
  ]
}

extension Register {
  /// The name of a body for people, `Plenipotentiary Conference`; a body of a user's own register is
  /// named as it stands there.
  public static func bodyName(_ id: String) -> String { BodyForms(id)?.name ?? id }
}

extension Entry {
  public var bodyName: String { Register.bodyName(body) }
}
