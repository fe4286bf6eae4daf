internal import Syntax

/// A word has letters of another script that look like Latin ones.
///
/// ## What it checks
/// A word of a Latin text in which letters of the Cyrillic or Greek script, or full-width letters,
/// stand for Latin ones that look the same. A word in another script that could not be read as a
/// Latin one is a quotation or a symbol and is left alone; so is a single letter.
///
/// ## Why
/// The word looks right, but no search finds it (CONVENTIONS 4: a Cyrillic OTT in a text of 2018).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// the report on ОТТ services in harbours,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on OTT services in harbours,
/// ```
///
/// ## Fix
/// Safe: writes the Latin letters.
struct WordingHomoglyph: BlockRule {
  static let id = "wording/homoglyph"
  static let severity = Severity.error

  static let looksFor: BlockSigns = .notedWords

  func check(_ block: BlockContext, _ report: inout Report) {
    guard block.words.notes.contains(where: { $0.kind == .otherScript }) else { return }
    let words = block.tokens.count { $0.kind == .word }
    let foreign = block.tokens.count { $0.kind == .word && $0.flags.contains(.otherScript) }
    // A passage in another language.
    guard foreign * 4 <= words || foreign == 1 && words > 1 else { return }
    for note in block.words.notes where note.kind == .otherScript {
      guard block.tokens.indices.contains(Int(note.token)) else { continue }
      let token = block.tokens[Int(note.token)]
      let written = block.string(token.span)
      guard let latin = LookAlikes.latin(written) else { continue }
      report.add(
        "`\(written)` has letters of another script; in Latin letters it is `\(latin)`",
        at: token.span,
        fixes: [.replace(token.span, with: latin, title: "Write `\(latin)` in Latin letters")])
    }
  }
}

/// Letters that a reader takes for Latin ones.
enum LookAlikes {
  private static let pairs: [(String, String)] = [
    // Cyrillic
    ("АВЕКМНОРСТУХІЈЅԌԚԜ", "ABEKMHOPCTYXIJSGQW"),
    ("аеорсухіјѕԁԛԝһ", "aeopcyxijsdqwh"),
    // Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("ορ", "op"),
  ]

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (others, latins) in pairs {
      for (other, latin) in zip(others.unicodeScalars, latins.unicodeScalars) {
        table[other] = latin
      }
    }
    return table
  }()

  /// The word in Latin letters, or `nil` where one of its letters has no Latin twin, or none needs it.
  static func latin(_ word: String) -> String? {
    var result = String.UnicodeScalarView()
    var letters = 0
    var replaced = 0
    for scalar in word.unicodeScalars {
      letters += scalar.properties.isAlphabetic ? 1 : 0
      if let latin = table[scalar] {
        result.append(latin)
        replaced += 1
      } else if (0xFF21...0xFF3A).contains(scalar.value)
        || (0xFF41...0xFF5A).contains(scalar.value),
        let latin = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        result.append(latin)
        replaced += 1
      } else if scalar.value < 0x250 || scalar.value == 0x2011 || scalar.value == 0x2019 {
        result.append(scalar)
      } else {
        return nil
      }
    }
    return replaced > 0 && letters > 1 ? String(result) : nil
  }
}
