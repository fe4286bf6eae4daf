public import Grammar

extension Term {
  /// A word of the form by which it is looked for, written small or with a capital.
  public struct Trigger: Hashable, Sendable {
    public var hash: UInt32
    public var capital: Bool
    /// The word's place in the form, marks between words counted.
    public var offset: Int
  }

  /// Form and right form differ in case alone.
  public var isCaseAlone: Bool {
    form.lowercased() == right.lowercased() && kind != .placeholder
  }

  /// A word of the form stands for it: the longest, or where case alone is wrong each word that is to
  /// be written otherwise.
  public var triggers: [Trigger] {
    var found: [Trigger] = []
    let words = form.split { $0 == " " || $0 == "/" }
    let rights = right.split { $0 == " " || $0 == "/" }
    var longest = 0
    for (number, word) in words.enumerated() where word.count >= words[longest].count {
      longest = number
    }
    // Words stand at even places where a mark stands between each two.
    let step = form.contains("/") ? 2 : 1
    for (number, word) in words.enumerated() {
      let hash = wordHash(word)
      let offset = number * step
      func add(_ capital: Bool) {
        found.append(Trigger(hash: hash, capital: capital, offset: offset))
      }
      if isCaseAlone {
        guard number < rights.count, let first = rights[number].first else { continue }
        if first.isUppercase {
          add(false)
          if word.contains("-") { add(true) }
        } else if words[number].first?.isUppercase == true {
          add(true)
        }
      } else if number == longest {
        add(true)
        // An acronym has no small form, a placeholder neither.
        if word.contains(where: \.isLowercase) { add(false) }
      }
    }
    return found
  }
}
