internal import Grammar
internal import Revision
internal import Semantics
internal import Syntax
internal import TextModel

extension NewLabel {
  /// Reads a label that someone typed: `c)`, `c`, `iv)`, `7`, `2bis`, `b)bis`. A letter is read as a
  /// numeral where the paragraph has one.
  init?(_ text: String, like paragraph: Paragraph) {
    var bytes = Array(text.utf8.filter { $0 != 0x2A && $0 != 0x5F && $0 != 0x20 })
    var suffix = 0
    for value in 1...4 {
      let word = Array(LabelText.word(value).utf8)
      if bytes.count > word.count, bytes.suffix(word.count).elementsEqual(word) {
        suffix = value
        bytes.removeLast(word.count)
        break
      }
    }
    if bytes.last == 0x29 { bytes.removeLast() }
    if bytes.first == 0x28 { bytes.removeFirst() }
    // Of `4.2` only the last number can change.
    if paragraph.form == .decimal, let dot = bytes.lastIndex(of: 0x2E) {
      let own = (paragraph.label?.prefix ?? []).map { String($0) }.joined(separator: ".")
      guard bytes[..<dot].elementsEqual(own.utf8) else { return nil }
      bytes.removeFirst(dot + 1)
    }
    guard !bytes.isEmpty, bytes.count <= 6 else { return nil }
    let core = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ isASCIIDigit($0) }), let value = Int(core), value > 0 {
      self.init(form: paragraph.form == .decimal ? .decimal : .digit, value: value, suffix: suffix)
      return
    }
    let roman = (1...39).first { LabelText.core($0, .roman) == core }
    let letter = (1...78).first { LabelText.core($0, .letter) == core }
    if let roman, paragraph.form == .roman || letter == nil {
      self.init(form: .roman, value: roman, suffix: suffix)
    } else if let letter {
      self.init(form: .letter, value: letter, suffix: suffix)
    } else {
      return nil
    }
  }
}

/// Gives an acronym another name wherever the resolution uses it; quoted words stay.
struct AcronymRename {
  let meaning: SectionMeaning
  let old: String

  /// The name in a word with two capitals at least, the plural's s left out.
  static func base(of word: [UInt8]) -> [UInt8]? {
    var word = word
    if word.count > 2, word.last == 0x73, isASCIIUpper(word[word.count - 2]) { word.removeLast() }
    guard word.count > 1, word.count(where: { isASCIIUpper($0) }) > 1,
      word.allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x2D || $0 == 0x2B })
    else { return nil }
    return word
  }

  func edits(to name: String) -> Result<[TextEdit], ActionFault> {
    let new = Array(name.utf8)
    guard new.count > 1, new.count <= 40,
      new.allSatisfy({
        isASCIILetter($0) || isASCIIDigit($0) || [0x2D, 0x2B, 0x26, 0x2F].contains($0) || $0 >= 0x80
      })
    else { return .failure(ActionFault(reason: "`\(name)` is no acronym")) }
    let section = meaning.section
    let wanted = Array(old.utf8)
    let hashes = [wordHash(old), wordHash(old + "s")]
    var edits: [TextEdit] = []
    for (index, block) in section.blocks.enumerated() {
      var quotes = 0
      for token in block.tokens {
        if token.kind == .quote { quotes += 1 }
        guard token.kind == .word, quotes % 2 == 0, hashes.contains(token.hash) else { continue }
        let span = token.span.shifted(by: section.starts[index])
        guard let base = Self.base(of: Array(section.bytes[span.range])), base == wanted else {
          continue
        }
        edits.append(
          TextEdit(range: span.lower..<(span.lower + base.count), replacement: new))
      }
    }
    return .success(edits)
  }
}

/// Gives a draft another session: in its title, its formula and its annex titles.
struct SessionRename {
  let meaning: SectionMeaning

  /// The lines that name the session of the draft itself.
  var shapes: [TitleShape] {
    let tree = meaning.resolution
    let annexes = tree.annexes.filter { !$0.isSection }.map(\.title)
    return [tree.title, tree.formula].compactMap(\.self) + annexes
  }

  func edits(to name: String) -> Result<[TextEdit], ActionFault> {
    let fault = ActionFault(reason: "a session is written `Place, Year`")
    let bytes = Array(name.utf8)
    guard let comma = bytes.lastIndex(of: 0x2C), comma > 0 else { return .failure(fault) }
    let place = String(decoding: bytes[..<comma], as: UTF8.self).trimmingBlanks
    let year = String(decoding: bytes[(comma + 1)...], as: UTF8.self).trimmingBlanks
    guard !place.isEmpty, place.utf8.count <= 60, year.utf8.count == 4, let value = Int(year),
      (1865...2199).contains(value),
      !place.utf8.contains(where: { $0 == 0x28 || $0 == 0x29 || $0 < 0x20 })
    else { return .failure(fault) }
    var edits: [TextEdit] = []
    for shape in shapes where shape.session != nil {
      let old = meaning.section.string(shape.place)
      let isCapitals = old == old.uppercased() && old != old.lowercased()
      edits.append(
        TextEdit(range: shape.place.range, text: isCapitals ? place.uppercased() : place))
      edits.append(TextEdit(range: shape.year.range, text: year))
    }
    return .success(edits)
  }
}
