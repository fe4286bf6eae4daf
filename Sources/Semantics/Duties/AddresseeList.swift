/// Takes the addressees of a heading apart.
public enum AddresseeList {
  /// The names as written, without articles: commas and "and" part them, except inside a name that
  /// has one of its own. A tail of cooperation or scope is no addressee.
  public static func read(_ text: String) -> [String] {
    let core = withoutTail(text)
    var names: [String] = []
    for part in core.split(separator: ",") {
      var words = part.split(separator: " ").map(String.init)
      if words.first == "and" { words.removeFirst() }
      var current: [String] = []
      for (index, word) in words.enumerated() {
        if word == "and", startsName(words, at: index + 1, after: current) {
          names.append(clean(current))
          current = []
        } else {
          current.append(word)
        }
      }
      names.append(clean(current))
    }
    return names.filter { !$0.isEmpty }
  }

  private static func withoutTail(_ text: String) -> String {
    let tails = [
      ", in ", ", with ", ", within ", ", each ", ", through ", ", as ", ", where ", ", based ",
      ", at ", ", when ", ", especially ",
    ]
    var end = text.endIndex
    for tail in tails {
      if let found = range(of: tail, in: text), found < end { end = found }
    }
    return String(text[..<end])
  }

  private static func range(of part: String, in text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(part) { return index }
      index = text.index(after: index)
    }
    return nil
  }

  /// "and" joins two addressees unless both sides share their last word: "the Directors of the
  /// Radiocommunication and Telecommunication Development Bureaux".
  private static func startsName(_ words: [String], at index: Int, after current: [String]) -> Bool
  {
    guard index < words.count else { return false }
    if current.contains(where: { $0 == "of" || $0 == "on" }), words[index] != "the" {
      return words[index] == "Sector" || words[index] == "Academia"
    }
    guard words[index] == "the", current.contains("Directors") else { return true }
    // "the Directors of the X Bureau and the Y Bureau"
    return !(words.last == "Bureau" && !words[index...].contains("Director"))
  }

  private static func clean(_ words: [String]) -> String {
    var words = words
    if let first = words.first, first == "the" || first == "all" && words.count > 1 {
      if first == "the" { words.removeFirst() }
    }
    return words.joined(separator: " ")
  }
}
