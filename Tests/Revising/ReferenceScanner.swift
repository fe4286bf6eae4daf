/// Finds references whose labels name paragraphs of clean clauses. Where it is in doubt, the clause that
/// may be meant is left alone from then on.
struct ReferenceScanner {
  /// Heading words with their clause, the longest first.
  private let heads: [(words: [UInt8], clause: Int)]
  private let verbs: [(words: [UInt8], clause: Int)]

  init(_ text: BaseText) {
    var heads: [(words: [UInt8], clause: Int)] = []
    var verbs: [(words: [UInt8], clause: Int)] = []
    for (index, clause) in text.clauses.enumerated() {
      for name in clause.names { heads.append((Array(name.utf8), index)) }
      let verb = clause.names[0].split(separator: " ").first ?? ""
      verbs.append((Array(verb.utf8), index))
    }
    self.heads = heads.sorted { $0.words.count > $1.words.count }
    self.verbs = verbs
  }

  func scan(into text: inout BaseText) {
    // Twice: a doubt late in the text concerns what was read before.
    var doubtful: Set<Int> = []
    var trial = text
    read(&trial, &doubtful)
    for clause in doubtful { text.clauses[clause].isClean = false }
    var none: Set<Int> = []
    read(&text, &none)
  }

  private func read(_ text: inout BaseText, _ doubtful: inout Set<Int>) {
    for index in text.parts.indices {
      if case .line(let line) = text.parts[index] {
        text.parts[index] = .line(segments(line, &text, &doubtful))
      }
    }
    for index in text.paragraphs.indices {
      text.paragraphs[index].text = segments(text.paragraphs[index].text, &text, &doubtful)
      for line in text.paragraphs[index].tail.indices {
        text.paragraphs[index].tail[line] = segments(
          text.paragraphs[index].tail[line], &text, &doubtful)
      }
    }
  }

  private func segments(
    _ line: [BaseText.Segment], _ text: inout BaseText, _ doubtful: inout Set<Int>
  ) -> [BaseText.Segment] {
    guard case .words(let words)? = line.first, line.count == 1 else { return line }
    let bytes = Array(words.utf8)
    var result: [BaseText.Segment] = []
    var done = 0
    var at = 0
    while at < bytes.count {
      guard isLetter(bytes[at]), at == 0 || !isLetter(bytes[at - 1]) else {
        at += 1
        continue
      }
      if let (reference, end) = reference(bytes, at, text, &doubtful) {
        if done < at { result.append(.words(String(decoding: bytes[done..<at], as: UTF8.self))) }
        result.append(.reference(text.references.count))
        text.references.append(reference)
        done = end
        at = end
      } else {
        at += 1
      }
    }
    if done < bytes.count || result.isEmpty {
      result.append(.words(String(decoding: bytes[done...], as: UTF8.self)))
    }
    return result
  }

  private func reference(
    _ bytes: [UInt8], _ at: Int, _ text: BaseText, _ doubtful: inout Set<Int>
  ) -> (BaseText.Reference, Int)? {
    for head in heads where bytes[at...].starts(with: head.words) {
      let behind = at + head.words.count
      if at > 0, bytes[behind...].allSatisfy({ $0 == 0x20 || $0 == 0x2A }) {
        // The labels, if there are any, stand on the next line.
        doubtful.insert(head.clause)
        return nil
      }
      guard let (reference, end) = labels(bytes, behind, at, head.clause, text) else { continue }
      guard text.clauses[head.clause].isClean else { return nil }
      guard let reference, !isOthers(bytes, at, end) else {
        doubtful.insert(head.clause)
        return nil
      }
      return (reference, end)
    }
    // A verb and a label, but no heading that fits: which clause is meant is anyone's guess.
    for verb in verbs where bytes[at...].starts(with: verb.words) {
      var next = at + verb.words.count
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x2A { next += 1 }
      let rest = String(decoding: bytes[next...].prefix(60), as: UTF8.self)
      if rest.split(separator: " ").prefix(9).contains(where: { Self.looksLikeLabel($0) }) {
        doubtful.insert(verb.clause)
      }
    }
    return nil
  }

  private static func looksLikeLabel(_ word: Substring) -> Bool {
    let bare = word.filter { $0 != "*" && $0 != "," && $0 != ";" && $0 != "." }
    if bare.count <= 2, bare.allSatisfy(\.isNumber), !bare.isEmpty { return true }
    return bare.count <= 7 && bare.contains(")") && !bare.contains("(")
  }

  /// - Returns: `nil` where no label follows; no reference where the labels cannot all be read.
  private func labels(
    _ bytes: [UInt8], _ start: Int, _ headStart: Int, _ clause: Int, _ text: BaseText
  ) -> (BaseText.Reference?, Int)? {
    var at = start
    while at < bytes.count, bytes[at] == 0x2A { at += 1 }
    guard at < bytes.count, bytes[at] == 0x20 else { return nil }
    at += 1
    let head = String(decoding: bytes[headStart..<at], as: UTF8.self)
    var reference = BaseText.Reference(
      head: head, clause: clause, items: [], isRange: false, hasSerialComma: false, emphasis: "",
      direction: "")
    let isNumbered = text.clauses[clause].isNumbered
    var end = at
    var isUnclear = false
    while true {
      let hasMark = at < bytes.count && bytes[at] == 0x2A
      let from = at + (hasMark ? 1 : 0)
      guard let (label, behind) = label(bytes, from) else { break }
      if label.first?.isNumber != isNumbered { isUnclear = true }
      let place = text.clauses[clause].members.indices.first {
        BaseText.label($0, isNumbered: isNumbered) == label
      }
      if place == nil { isUnclear = true }
      var next = behind
      if hasMark {
        if next < bytes.count, bytes[next] == 0x2A { next += 1 } else { isUnclear = true }
        reference.emphasis = "*"
      }
      var below = ""
      if !isNumbered, let (sub, behindSub) = sub(bytes, next) {
        below = sub
        next = behindSub
      }
      if let place {
        reference.items.append(
          BaseText.Item(target: text.clauses[clause].members[place], below: below))
      }
      end = next
      let rest = String(decoding: bytes[next...].prefix(6), as: UTF8.self)
      if rest.hasPrefix(", and ") {
        reference.hasSerialComma = true
        at = next + 6
      } else if rest.hasPrefix(" and ") {
        at = next + 5
      } else if rest.hasPrefix(" to ") {
        reference.isRange = true
        at = next + 4
      } else if rest.hasPrefix(", ") {
        at = next + 2
      } else if rest.hasPrefix(" or ") || rest.hasPrefix("bis") || rest.hasPrefix(" bis") {
        isUnclear = true
        break
      } else {
        break
      }
    }
    guard !reference.items.isEmpty || isUnclear else { return nil }
    if reference.isRange {
      guard reference.items.count == 2,
        let first = text.clauses[clause].members.firstIndex(of: reference.items[0].target),
        let last = text.clauses[clause].members.firstIndex(of: reference.items[1].target),
        first < last
      else { return (nil, end) }
      reference.items = text.clauses[clause].members[first...last].map {
        BaseText.Item(target: $0, below: "")
      }
    }
    for word in [" above", " below"]
    where bytes[end...].starts(with: word.utf8) { reference.direction = word }
    end += reference.direction.utf8.count
    return (isUnclear ? nil : reference, end)
  }

  private func label(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    var at = start
    while at < bytes.count, at - start < 3, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    if at > start {
      guard at - start <= 2 else { return nil }
      if at < bytes.count, isLetter(bytes[at]) || bytes[at] == 0x25 || bytes[at] == 0x2F {
        return nil
      }
      if String(decoding: bytes[at...].prefix(5), as: UTF8.self) == " per " { return nil }
      return (String(decoding: bytes[start..<at], as: UTF8.self), at)
    }
    while at < bytes.count, at - start < 2, bytes[at] >= 0x61, bytes[at] <= 0x7A { at += 1 }
    guard at > start, at < bytes.count, bytes[at] == 0x29 else { return nil }
    return (String(decoding: bytes[start...at], as: UTF8.self), at + 1)
  }

  /// ` ii)` behind a letter.
  private func sub(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    guard start < bytes.count, bytes[start] == 0x20 else { return nil }
    var at = start + 1
    while at < bytes.count, bytes[at] == 0x69 || bytes[at] == 0x76 || bytes[at] == 0x78 { at += 1 }
    guard at > start + 1, at < bytes.count, bytes[at] == 0x29 else { return nil }
    return (String(decoding: bytes[start...at], as: UTF8.self), at + 1)
  }

  /// Whether it may name a paragraph of another text.
  private func isOthers(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let after = String(decoding: bytes[end...].prefix(24), as: UTF8.self)
    if after.hasPrefix(" of ") && !after.hasPrefix(" of this ") { return true }
    if after.hasPrefix(" thereof") || after.hasPrefix(")") { return true }
    let before = String(decoding: bytes[max(0, start - 90)..<start], as: UTF8.self)
    return before.contains("Resolution") || before.contains("Decision")
      || before.contains("Recommendation")
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
