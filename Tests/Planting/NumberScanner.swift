/// `No. 81 of the Convention`, `Nos. 92, 115 and 147 of the ITU Constitution`.
struct Provisions {
  var noun: Range<Int>
  var isPlural: Bool
  var numbers: [Range<Int>]
  /// `CS` or `CV`.
  var instrument: String
}

/// A noun in the plural with the members of its list: `Action Lines C2, C5 and C6`.
struct NumberList {
  var noun: Range<Int>
  var isPlural: Bool
  var members: [Range<Int>]
}

extension Scanner {
  func provisions() -> [Provisions] {
    lists(noun: "No", plural: "Nos", stop: ".") { member in
      guard var end = digits(member) else { return nil }
      while let byte = self[end], isCapital(byte) { end += 1 }
      return isLetterOrDigit(end) || self[end] == UInt8(ascii: ".") ? nil : end
    }.compactMap { list in
      guard let end = list.members.last?.upperBound else { return nil }
      let instruments = [
        ("of the Convention", "CV"), ("of the ITU Convention", "CV"),
        ("of the Constitution", "CS"), ("of the ITU Constitution", "CS"),
      ]
      for (words, instrument) in instruments {
        if let of = space(end), self.words(words, of) != nil {
          return Provisions(
            noun: list.noun, isPlural: list.isPlural, numbers: list.members,
            instrument: instrument)
        }
      }
      return nil
    }
  }

  /// Action lines `C1` to `C11`.
  func actionLines() -> [NumberList] {
    lists(noun: "Action Line", plural: "Action Lines", stop: "") { member in
      guard self[member] == UInt8(ascii: "C"), let end = digits(member + 1, max: 2),
        let number = number(member + 1..<end), (1...11).contains(number)
      else { return nil }
      return isLetterOrDigit(end) ? nil : end
    }
  }

  /// Lists of numbers, with or without brackets after them: `Resolutions 71/243 and 72/279`.
  func plainLists() -> [NumberList] {
    ["Resolution", "Decision"].flatMap { noun in
      lists(noun: noun, plural: noun + "s", stop: "") { member in
        guard var end = digits(member) else { return nil }
        if self[end] == UInt8(ascii: "/"), let part = digits(end + 1) { end = part }
        return isLetterOrDigit(end) ? nil : end
      }
    }
  }

  private func lists(
    noun: String, plural: String, stop: String, _ member: (Int) -> Int?
  ) -> [NumberList] {
    let first = noun.utf8.first
    var result: [NumberList] = []
    for at in bytes.indices where bytes[at] == first && !(at > 0 && isLetterOrDigit(at - 1)) {
      let isPlural = word(plural, at) != nil
      guard let end = word((isPlural ? plural : noun) + stop, at), var next = space(end),
        !isQuoted(at)
      else { continue }
      var members: [Range<Int>] = []
      while let end = member(next) {
        members.append(next..<end)
        guard let joint = joint(end) else { break }
        next = joint
      }
      if !members.isEmpty {
        result.append(NumberList(noun: at..<end, isPlural: isPlural, members: members))
      }
    }
    return result
  }
}
