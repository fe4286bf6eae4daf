internal import Catalogue
internal import Semantics
internal import Syntax
internal import TextModel

/// A place of the text that leads somewhere else.
public struct TextLink: Sendable, Equatable {
  public enum Target: Sendable, Equatable {
    /// A whole address: `https://undocs.org/A/RES/70/125`.
    case address(String)
    /// The target of a Markdown link as written, relative to the text: `annex.md#scope`.
    case file(String)
  }

  /// In bytes from the start of the text.
  public var range: Range<Int>
  public var target: Target
  public var tooltip: String
}

extension Draft {
  /// Addresses in the text, targets of Markdown links, and citations of texts whose address is known
  /// from a sourced scheme; in the order of the text.
  public func links() -> [TextLink] {
    meaning.sections.indices.flatMap { links(ofSection: $0) }
  }

  /// The links of one section.
  /// - Parameter index: of the section in the document.
  public func links(ofSection index: Int) -> [TextLink] {
    guard meaning.sections.indices.contains(index), document.starts.indices.contains(index) else {
      return []
    }
    return meaning.sections[index].links().map { $0.shifted(by: document.starts[index]) }
  }
}

extension TextLink {
  fileprivate func shifted(by offset: Int) -> TextLink {
    var copy = self
    copy.range = range.lowerBound + offset..<range.upperBound + offset
    return copy
  }
}

extension SectionMeaning {
  /// Offsets count from the section.
  func links() -> [TextLink] {
    var links = section.bytes.withByteView { view in
      var reader = LinkReader(view: view, section: section)
      return reader.read()
    }
    for citation in citations where citation.body?.isUN == true {
      guard let id = citation.entryID, let address = id.webAddress,
        !links.contains(where: { $0.range.overlaps(citation.span.range) })
      else { continue }
      links.append(
        TextLink(
          range: citation.span.range, target: .address(address),
          tooltip: "\(Register.bodyName(id.body)) Resolution \(id.number)"))
    }
    return links.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Finds addresses and Markdown links in the bytes of a section.
private struct LinkReader {
  let view: ByteView
  let section: Section
  private var links: [TextLink] = []

  /// Nobody types a longer address.
  private static let longest = 2_000
  private static let most = 10_000

  init(view: ByteView, section: Section) {
    self.view = view
    self.section = section
  }

  mutating func read() -> [TextLink] {
    markdown()
    addresses()
    return links
  }

  /// `[text](target)`
  private mutating func markdown() {
    var place = view.firstOffset(of: 0x5D, from: 0)
    while place < view.count, links.count < Self.most {
      if view[place + 1] == 0x28, let end = target(from: place + 2), !isOpaque(place) {
        let text = view.string(place + 2, end)
        let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
        links.append(
          TextLink(
            range: (place + 2)..<end, target: isAddress ? .address(text) : .file(text),
            tooltip: isAddress ? "Open the address" : "Open the file"))
      }
      place = view.firstOffset(of: 0x5D, from: place + 1)
    }
  }

  /// Where the target of a link ends; `nil` for an anchor of the text itself, another scheme, or
  /// something that is no target.
  private func target(from start: Int) -> Int? {
    var end = start
    var depth = 0
    while end < view.count, end - start < Self.longest {
      let byte = view[end]
      if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      if byte == 0x28 { depth += 1 }
      if byte <= 0x20 || byte == 0x3C || byte == 0x3E { break }
      end += 1
    }
    guard end > start, view[end] == 0x29 || view[end] == 0x20, view[start] != 0x23 else {
      return nil
    }
    if view[end] == 0x20, view[end + 1] != 0x22 { return nil }
    if hasScheme(start, end) {
      return view.matches("https://", at: start) || view.matches("http://", at: start) ? end : nil
    }
    // `[text](1)` is a footnote mark or a label, not a file.
    var isName = false
    for place in start..<end where view[place] == 0x2E || view[place] == 0x2F { isName = true }
    return isName ? end : nil
  }

  private func hasScheme(_ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end, isASCIILetter(view[place]) { place += 1 }
    return place > start + 1 && view[place] == 0x3A
  }

  /// `https://example.org/a` wherever it stands.
  private mutating func addresses() {
    let known = links.count
    var place = view.firstOffset(of: 0x3A, from: 0)
    while place < view.count, links.count < Self.most {
      defer { place = view.firstOffset(of: 0x3A, from: place + 1) }
      guard view[place + 1] == 0x2F, view[place + 2] == 0x2F else { continue }
      let start =
        view.matchesFolded("https", at: place - 5)
        ? place - 5 : view.matchesFolded("http", at: place - 4) ? place - 4 : -1
      guard start >= 0, !isASCIILetter(view[start - 1]) else { continue }
      let end = addressEnd(from: place + 3)
      guard end > place + 3, !isOpaque(place),
        !links.prefix(known).contains(where: { $0.range.contains(start) })
      else { continue }
      links.append(
        TextLink(
          range: start..<end, target: .address(view.string(start, end)),
          tooltip: "Open the address"))
    }
  }

  private func addressEnd(from start: Int) -> Int {
    var end = start
    var depth = 0
    while end < view.count, end - start < Self.longest {
      let byte = view[end]
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x5D { break }
      // A blank or a mark beyond ASCII ends it; letters do not.
      if byte >= 0xE2, byte <= 0xE3 || byte == 0xEF { break }
      end += 1
    }
    while end > start, isSentenceMark(view[end - 1]) { end -= 1 }
    return end
  }

  private func isSentenceMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// In code or in a comment.
  private func isOpaque(_ offset: Int) -> Bool {
    let index = section.block(at: offset)
    guard section.blocks.indices.contains(index) else { return true }
    let kind = section.blocks[index].kind
    return kind == .code || kind == .comment
  }
}
