import JSON
import Syntax
import TextModel

/// JSON values about places of a section, written once and sent again and again as long as the section
/// stays as it is. Lines count from the section's first and are filled in when the values are sent, so
/// that an edit before the section changes nothing here.
struct MovableJSON: Sendable {
  /// The values without their line numbers, one after the other.
  private var text: [UInt8] = []
  /// One for each value.
  private var entries: [Entry] = []
  /// Where line numbers stand in the text.
  private var gaps: [Gap] = []

  private struct Entry: Sendable {
    /// Ends in `text` and `gaps`.
    var text: UInt32
    var gaps: UInt32
  }

  private struct Gap: Sendable {
    var offset: UInt32
    var line: UInt32
  }

  /// How many values there are.
  var count: Int { entries.count }

  /// Bytes that the values take when they are sent, or a few more.
  var length: Int { text.count + entries.count + gaps.count * 6 }

  /// Adds a value whose line numbers are the members `line`, `startLine` and `endLine`. Quotation marks
  /// inside strings are escaped, so the keys can be found without reading the JSON.
  ///
  /// - Parameter own: the text's URI as JSON. Where the value names places by URI, the lines of other
  ///   texts stay as they are: a location has two.
  mutating func append(_ json: [UInt8], own: [UInt8] = []) {
    let name: StaticString = "\"uri\":"
    json.withByteView { view in
      var start = 0
      var kept = 0
      var quote = view.firstOffset(of: 0x22, from: 0)
      while quote < view.count {
        if !own.isEmpty, view.matches(name, at: quote) {
          quote += name.utf8CodeUnitCount
          kept = view.array(quote, min(view.count, quote + own.count)) == own ? 0 : 2
        }
        let length = Self.lengthOfLineKey(view, at: quote)
        guard length > 0, kept == 0 else {
          if length > 0 { kept -= 1 }
          quote = view.firstOffset(of: 0x22, from: quote + 1)
          continue
        }
        var offset = quote + length
        view.append(start, offset, to: &text)
        var line = 0
        while isASCIIDigit(view[offset]) {
          line = line &* 10 &+ Int(view[offset] & 0x0F)
          offset += 1
        }
        gaps.append(Gap(offset: UInt32(clamping: text.count), line: UInt32(clamping: line)))
        start = offset
        quote = view.firstOffset(of: 0x22, from: offset)
      }
      view.append(start, view.count, to: &text)
    }
    entries.append(
      Entry(text: UInt32(clamping: text.count), gaps: UInt32(clamping: gaps.count)))
  }

  /// Adds one of the values of another list as it is.
  mutating func append(_ index: Int, of other: MovableJSON) {
    guard other.entries.indices.contains(index) else { return }
    let before = index > 0 ? other.entries[index - 1] : Entry(text: 0, gaps: 0)
    let entry = other.entries[index]
    let start = UInt32(clamping: text.count)
    text += other.text[Int(before.text)..<Int(max(before.text, entry.text))]
    for gap in other.gaps[Int(before.gaps)..<Int(max(before.gaps, entry.gaps))] {
      gaps.append(Gap(offset: gap.offset &- before.text &+ start, line: gap.line))
    }
    entries.append(
      Entry(text: UInt32(clamping: text.count), gaps: UInt32(clamping: gaps.count)))
  }

  private static func lengthOfLineKey(_ view: ByteView, at quote: Int) -> Int {
    switch view[quote + 1] {
    case UInt8(ascii: "l"): view.matches("\"line\":", at: quote) ? 7 : 0
    case UInt8(ascii: "s"): view.matches("\"startLine\":", at: quote) ? 12 : 0
    case UInt8(ascii: "e"): view.matches("\"endLine\":", at: quote) ? 10 : 0
    default: 0
    }
  }

  /// Appends the values to a list, each with a comma before it; `closed` makes JSON of the list.
  ///
  /// - Parameters:
  ///   - line: of the section's first line in the text, from 0.
  ///   - isWanted: tells by index whether a value is to be sent; `nil` for all.
  func write(to list: inout [UInt8], line: Int, where isWanted: ((Int) -> Bool)? = nil) {
    var written = 0
    var gap = 0
    text.withUnsafeBufferPointer { text in
      for (index, entry) in entries.enumerated() {
        let end = Int(entry.text)
        let lastGap = Int(entry.gaps)
        defer {
          written = end
          gap = lastGap
        }
        if let isWanted, !isWanted(index) { continue }
        list.append(0x2C)
        var start = written
        for gap in gaps[gap..<max(gap, lastGap)] {
          let offset = Int(gap.offset)
          list.append(contentsOf: text[start..<max(start, offset)])
          list.appendDecimal(line + Int(gap.line))
          start = offset
        }
        list.append(contentsOf: text[start..<max(start, end)])
      }
    }
  }
}

extension ByteView {
  fileprivate func append(_ lower: Int, _ upper: Int, to text: inout [UInt8]) {
    let part = slice(lower, upper)
    text.append(contentsOf: UnsafeBufferPointer(start: part.pointer, count: part.count))
  }
}

extension [UInt8] {
  /// Values with a comma before each, as a JSON list.
  var closed: [UInt8] {
    guard !isEmpty else { return Array("[]".utf8) }
    var list: [UInt8] = []
    list.reserveCapacity(count + 1)
    list.append(0x5B)
    list += dropFirst()
    list.append(0x5D)
    return list
  }
}
