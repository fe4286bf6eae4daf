import Syntax
import TextModel

extension Document {
  /// Takes a whole new text as the edit that leads to it: clients that send all of a text with every
  /// keystroke change little of it, and what did not change is not read again.
  ///
  /// - Returns: the byte offset where the change ends in the new text; `nil` where the texts are the
  ///   same or have little in common.
  mutating func become(_ text: [UInt8]) -> Int? {
    let prefix = sharedPrefix(with: text)
    guard prefix < count || prefix < text.count else { return nil }
    let suffix = sharedSuffix(with: text, atMost: min(count, text.count) - prefix)
    let changed = max(count, text.count) - prefix - suffix
    guard changed < text.count / 2 else {
      self = Document(text, vocabulary: vocabulary)
      return nil
    }
    let end = text.count - suffix
    apply(TextEdit(range: prefix..<(count - suffix), replacement: Array(text[prefix..<end])))
    return end
  }

  private func sharedPrefix(with text: [UInt8]) -> Int {
    var shared = 0
    for section in sections {
      let end = min(section.source.count, text.count - shared)
      let length = section.source.withByteView { bytes in
        text.withByteView { commonPrefix(bytes.slice(0, end), $0.slice(shared, shared + end)) }
      }
      shared += length
      if length < section.source.count { break }
    }
    return shared
  }

  private func sharedSuffix(with text: [UInt8], atMost limit: Int) -> Int {
    var shared = 0
    for section in sections.reversed() where shared < limit {
      let end = min(section.source.count, limit - shared)
      let length = section.source.withByteView { bytes in
        text.withByteView { text in
          commonSuffix(
            bytes.slice(bytes.count - end, bytes.count),
            text.slice(text.count - shared - end, text.count - shared))
        }
      }
      shared += length
      if length < section.source.count { break }
    }
    return shared
  }
}

/// How many bytes are the same at the beginning of both; eight at a time.
private func commonPrefix(_ left: ByteView, _ right: ByteView) -> Int {
  let count = min(left.count, right.count)
  guard let a = left.pointer, let b = right.pointer else { return 0 }
  var i = 0
  while i &+ 8 <= count, word(a + i) == word(b + i) { i &+= 8 }
  while i < count, a[i] == b[i] { i &+= 1 }
  return i
}

/// How many bytes are the same at the end of both; eight at a time.
private func commonSuffix(_ left: ByteView, _ right: ByteView) -> Int {
  let count = min(left.count, right.count)
  guard let a = left.pointer, let b = right.pointer else { return 0 }
  let endA = a + left.count
  let endB = b + right.count
  var i = 0
  while i &+ 8 <= count, word(endA - i - 8) == word(endB - i - 8) { i &+= 8 }
  while i < count, endA[-i - 1] == endB[-i - 1] { i &+= 1 }
  return i
}

@inline(__always)
private func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
  UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self)
}
