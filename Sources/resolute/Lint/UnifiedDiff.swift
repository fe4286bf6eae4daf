/// The difference of two texts in the form that `patch` reads (POSIX diff -u). Lines end at LF, so
/// a CR stays part of its line.
enum UnifiedDiff {
  private static let context = 3

  /// Empty where the texts are equal.
  static func make(path: [UInt8], from old: [UInt8], to new: [UInt8]) -> [UInt8] {
    let (oldLines, newLines) = (lines(old), lines(new))
    let changes = LineDifference.changes(from: oldLines, to: newLines)
    guard !changes.isEmpty else { return [] }
    let name = quoted(path)
    var diff = Array("--- ".utf8) + name + Array("\n+++ ".utf8) + name + [0x0A]
    var index = 0
    while index < changes.count {
      // Changes whose context would meet share a hunk.
      var last = index
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context
      {
        last += 1
      }
      append(changes[index...last], oldLines, newLines, to: &diff)
      index = last + 1
    }
    return diff
  }

  private static func append(
    _ changes: ArraySlice<LineDifference.Change>, _ old: [ArraySlice<UInt8>],
    _ new: [ArraySlice<UInt8>], to diff: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let lead = min(context, first.old.lowerBound)
    let tail = min(context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - lead)..<(last.old.upperBound + tail)
    let newRange = (first.new.lowerBound - lead)..<(last.new.upperBound + tail)
    diff += Array("@@ -\(place(oldRange)) +\(place(newRange)) @@\n".utf8)
    var line = oldRange.lowerBound
    for change in changes {
      for kept in line..<change.old.lowerBound { append(" ", old[kept], to: &diff) }
      for gone in change.old { append("-", old[gone], to: &diff) }
      for added in change.new { append("+", new[added], to: &diff) }
      line = change.old.upperBound
    }
    for kept in line..<oldRange.upperBound { append(" ", old[kept], to: &diff) }
  }

  private static func append(
    _ mark: Unicode.Scalar, _ line: ArraySlice<UInt8>, to diff: inout [UInt8]
  ) {
    diff.append(UInt8(ascii: mark))
    diff += line
    if line.last != 0x0A { diff += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Line number from 1 and count; an empty range names the line before it.
  private static func place(_ range: Range<Int>) -> String {
    if range.count == 1 { return "\(range.lowerBound + 1)" }
    return "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  /// As GNU diff writes names: in quotes with escapes where a reader could misunderstand, with a tab
  /// behind one that has blanks.
  private static func quoted(_ path: [UInt8]) -> [UInt8] {
    let needsQuotes = path.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }
    guard needsQuotes else { return path.contains(0x20) ? path + [0x09] : path }
    var name: [UInt8] = [0x22]
    for byte in path {
      if byte == 0x22 || byte == 0x5C {
        name += [0x5C, byte]
      } else if byte < 0x20 || byte == 0x7F {
        let digits = String(byte, radix: 8)
        name += Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
      } else {
        name.append(byte)
      }
    }
    return name + [0x22]
  }
}
