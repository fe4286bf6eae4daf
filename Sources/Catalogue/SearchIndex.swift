/// Folded numbers, titles and editions of a register, laid out for one quick pass over all of them.
struct SearchIndex: Sendable {
  struct Item: Sendable {
    /// Bounds in `text`, in bytes: the number, the title, then the editions.
    var numberStart: Int32 = 0
    var titleStart: Int32 = 0
    var editionsStart: Int32 = 0
    var end: Int32 = 0
    /// Bounds in `words`: the beginnings of the words of title and editions.
    var firstWord: Int32 = 0
    var lastWord: Int32 = 0
    /// One bit for each pair of letters that begins a word, so that most items are passed over unread.
    var heads: UInt64 = 0
    var body: UInt8 = 0
    var kind: UInt8 = 0
    var inForce = false
    var abrogated = false
    /// Year of the last known edition, 0 where none is known.
    var lastYear: Int16 = 0
  }

  let text: [UInt8]
  /// Where words begin in `text`, in bytes.
  let words: [Int32]
  /// One for each row of the store, in its order.
  let items: [Item]
  /// Folded names of the bodies, by the number in `Item.body`.
  let bodies: [[UInt8]]

  /// The bit of a word that begins with these two bytes.
  static func head(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << UInt64((UInt32(first) &* 37 &+ UInt32(second)) & 63)
  }

  struct Builder {
    private var text: [UInt8] = []
    private var words: [Int32] = []
    private var items: [Item] = []
    private var bodies: [[UInt8]] = []
    private var lastBody: ArraySlice<UInt8> = []
    private var lastNumber: UInt8 = 0

    init(capacity: Int) {
      text.reserveCapacity(capacity / 4 * 3)
      words.reserveCapacity(capacity / 8)
      items.reserveCapacity(capacity / 128)
    }

    /// - Parameter tabs: places of the tabs of the line in `bytes`, at least five.
    mutating func add(_ bytes: [UInt8], line: Range<Int>, tabs: [Int]) {
      var item = Item()
      item.body = body(bytes[line.lowerBound..<tabs[0]])
      item.kind = kind(bytes[(tabs[0] + 1)..<tabs[1]])
      item.numberStart = Int32(text.count)
      append(bytes[(tabs[1] + 1)..<tabs[2]])
      item.titleStart = Int32(text.count)
      append(bytes[(tabs[3] + 1)..<tabs[4]])
      item.editionsStart = Int32(text.count)
      let editionsEnd = tabs.count > 5 ? tabs[5] : line.upperBound
      append(bytes[(tabs[4] + 1)..<editionsEnd])
      item.end = Int32(text.count)
      item.firstWord = Int32(words.count)
      item.heads = addWords(from: Int(item.titleStart))
      item.lastWord = Int32(words.count)
      item.lastYear = lastYear(from: Int(item.editionsStart))
      if tabs.count > 5 {
        let status = bytes[(tabs[5] + 1)..<(tabs.count > 6 ? tabs[6] : line.upperBound)]
        item.inForce = status.first == UInt8(ascii: "i")
        item.abrogated = status.first == UInt8(ascii: "a") || status.first == UInt8(ascii: "s")
      }
      items.append(item)
    }

    func build(order: [Int]) -> SearchIndex {
      SearchIndex(text: text, words: words, items: order.map { items[$0] }, bodies: bodies)
    }

    /// Folded, with a space after it that parts it from the next field; `-` counts as nothing.
    private mutating func append(_ field: ArraySlice<UInt8>) {
      if !(field.count == 1 && field.first == UInt8(ascii: "-")) {
        fold(field, into: &text)
      }
      text.append(0x20)
    }

    private mutating func body(_ name: ArraySlice<UInt8>) -> UInt8 {
      if name.elementsEqual(lastBody), !bodies.isEmpty { return lastNumber }
      lastBody = name
      let folded = fold(name)
      let known = bodies.firstIndex(of: folded)
      if known == nil { bodies.append(folded) }
      // Beyond 255 bodies all others share a number, and lose only the bonus of the draft's own body.
      lastNumber = UInt8(clamping: known ?? bodies.count - 1)
      return lastNumber
    }

    private func kind(_ name: ArraySlice<UInt8>) -> UInt8 {
      switch name.dropFirst(2).first {
      case UInt8(ascii: "s"): 0
      case UInt8(ascii: "c") where name.first == UInt8(ascii: "d"): 1
      case UInt8(ascii: "c"): 2
      default: 3
      }
    }

    /// Notes where words begin from `start` on.
    /// - Returns: their heads.
    private mutating func addWords(from start: Int) -> UInt64 {
      var heads: UInt64 = 0
      var inWord = false
      var index = start
      while index + 1 < text.count {
        let isWord = text[index].isWord
        if isWord, !inWord {
          heads |= SearchIndex.head(text[index], text[index + 1])
          words.append(Int32(index))
        }
        inWord = isWord
        index += 1
      }
      return heads
    }

    /// The last run of four digits.
    private func lastYear(from start: Int) -> Int16 {
      var index = text.count
      var run = 0
      while index > start {
        index -= 1
        run = text[index].isDigit ? run + 1 : 0
        if run == 4, let year = wholeNumber(text[index..<(index + 4)]), year < 3000 {
          return Int16(truncatingIfNeeded: year)
        }
      }
      return 0
    }
  }
}
