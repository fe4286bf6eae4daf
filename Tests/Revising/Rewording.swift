internal import Planting

/// Changes words of a paragraph the way drafters do: a few words here and there, a phrase put in or left
/// out; never so many that nobody would know the paragraph again.
struct Rewording {
  private static let words = [
    "relevant", "further", "appropriate", "sustainable", "effective", "regional", "digital",
    "enhanced", "inclusive", "timely", "technical", "continuing", "national", "available",
    "support", "develop", "strengthen", "promote", "activities", "measures", "policies",
    "cooperation", "membership", "resources", "services", "networks", "countries", "standards",
  ]
  private static let phrases = [
    "as appropriate", "within available resources", "in particular in developing countries",
    "in close collaboration with the Sectors", "taking account of recent developments",
    "and the 2030 Agenda for Sustainable Development", "including through the regional offices",
    "on the basis of contributions from the membership", "where necessary",
    "and other relevant stakeholders", "in a transparent manner",
  ]

  /// - Parameter share: of the words that may change, from 0 to 1.
  static func reword(
    _ text: [BaseText.Segment], share: Double, _ random: inout SeededRandom
  ) -> [BaseText.Segment] {
    var text = text
    // The words just before a reference stay: what changes them is another thing.
    let candidates = text.indices.filter {
      if case .words(let words) = text[$0] { return words.utf8.count > 30 }
      return false
    }
    guard let at = candidates.randomElement(using: &random), case .words(let whole) = text[at]
    else {
      return text
    }
    var words = whole.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let first = at == 0 ? 1 : 0
    let kept = at + 1 < text.count ? 5 : 1
    var left = max(1, Int(Double(words.count) * share))
    while left > 0, words.count - kept > first + 3 {
      let place = Int.random(in: first..<(words.count - kept), using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        words.insert(Self.words.randomElement(using: &random) ?? "further", at: place)
        left -= 1
      case 1:
        words[place] = Self.words.randomElement(using: &random) ?? "further"
        left -= 1
      case 2:
        words.remove(at: place)
        left -= 1
      default:
        let phrase = Self.phrases.randomElement(using: &random) ?? "where necessary"
        words.insert(
          contentsOf: ("," + phrase + ",").split(separator: " ").map(String.init), at: place)
        left -= phrase.split(separator: " ").count
      }
    }
    text[at] = .words(words.joined(separator: " "))
    return text
  }
}
