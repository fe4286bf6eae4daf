/// A text for people, in Markdown and plain: what a hover or the details of a suggestion show.
public struct HelpText: Sendable, Equatable {
  /// Paragraphs divided by an empty line.
  public private(set) var markdown = ""
  public private(set) var plain = ""

  public init() {}

  public var isEmpty: Bool { plain.isEmpty }

  /// A first line in bold, with more behind it.
  mutating func title(_ text: String, _ rest: String? = nil) {
    let tail = rest.map { ": \($0)" } ?? ""
    add(markdown: "**\(Self.escaped(text))**\(Self.escaped(tail))", plain: text + tail)
  }

  mutating func paragraph(_ text: String) { add(markdown: Self.escaped(text), plain: text) }

  /// Words of the draft itself.
  mutating func quote(_ text: String) {
    add(markdown: "> " + Self.escaped(text), plain: text)
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    add(
      markdown: items.map { "- " + Self.escaped($0) }.joined(separator: "\n"),
      plain: items.map { "- " + $0 }.joined(separator: "\n"))
  }

  /// Text shown as it is typed.
  mutating func sample(_ text: String) {
    add(markdown: "```text\n\(text)\n```", plain: text)
  }

  mutating func append(_ other: HelpText) {
    guard !other.isEmpty else { return }
    add(markdown: other.markdown, plain: other.plain)
  }

  private mutating func add(markdown more: String, plain morePlain: String) {
    if !plain.isEmpty {
      markdown += "\n\n"
      plain += "\n\n"
    }
    markdown += more
    plain += morePlain
  }

  /// The characters that mean something in Markdown, each behind a backslash.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isMarkup) || opensList(text) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for (place, byte) in text.utf8.enumerated() {
      if isMarkup(byte) || place == 0 && opensList(text) && !isDigit(byte) {
        bytes.append(UInt8(ascii: "\\"))
      } else if place > 0, byte == UInt8(ascii: "."), opensOrderedList(text, place) {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"),
      UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `- ` and `+ ` open a list at the start of a line.
  private static func opensList(_ text: String) -> Bool {
    text.hasPrefix("- ") || text.hasPrefix("+ ")
  }

  /// So does `1. `.
  private static func opensOrderedList(_ text: String, _ stop: Int) -> Bool {
    text.utf8.prefix(stop).allSatisfy(isDigit)
  }
}
