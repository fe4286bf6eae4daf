extension HelpText {
  /// The help with the first lines of the text itself under it.
  ///
  /// - Parameters:
  ///   - text: the beginning of the resolution, its title first; it may end in the middle of a line.
  ///   - limit: lines to show, blank ones not counted; the title is not shown again.
  public func quoting(_ text: [UInt8], limit: Int = 4) -> HelpText {
    var help = self
    var lines: [String] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let bare = line.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }
        .drop { $0 == UInt8(ascii: "#") || $0 <= 0x20 }
      guard bare.contains(where: { $0 > 0x20 }) else { continue }
      lines.append(Self.cut(String(decoding: bare, as: UTF8.self)))
      if lines.count > limit { break }
    }
    for line in lines.dropFirst() { help.quote(line) }
    return help
  }

  /// A long paragraph is shown up to a blank.
  private static func cut(_ line: String) -> String {
    guard line.utf8.count > 200 else { return line }
    var short = Substring(line)
    short = short.prefix(160)
    if let blank = short.lastIndex(of: " ") { short = short[..<blank] }
    return short + " …"
  }
}
