/// A kind of text in which a keystroke is measured, made from the example drafts so that anyone can make
/// it again.
struct TextKind {
  let name: String
  /// What stands once, at the beginning.
  var front: [UInt8] = []
  /// What is repeated behind it.
  let pieces: [(name: String, bytes: [UInt8])]

  /// The text at a size in bytes, cut at a line end.
  func text(_ size: Int) -> [UInt8] {
    front + repeated(pieces, to: max(0, size - front.count))
  }

  static func all(in folder: String, _ options: Options) -> [TextKind] {
    let drafts = options.texts(in: folder).map { draft in
      (name: String(draft.name.split(separator: "/").last ?? ""), bytes: draft.bytes + [0x0A])
    }
    guard let tracked = drafts.first(where: { $0.name.contains("-tracked") }),
      let proposals = drafts.first(where: { $0.name.contains("-contribution") })
    else { return [] }
    let plain = drafts.filter { draft in
      !["-tracked", "-contribution", "-proposals"].contains { draft.name.contains($0) }
    }
    let directed = plain.map { (name: $0.name, bytes: withDirectives($0.bytes)) }
    let file = Array("<!-- resolute: ignore-file numbering -->\n\n".utf8)
    return [
      TextKind(name: "plain: all plain drafts in turn", pieces: plain),
      TextKind(name: "tracked changes everywhere", pieces: [tracked]),
      TextKind(name: "tracked changes at the beginning", front: tracked.bytes, pieces: plain),
      TextKind(name: "proposals", pieces: [proposals]),
      TextKind(name: "suppressions everywhere", pieces: directed),
      TextKind(name: "a group suppressed for the whole text", front: file, pieces: plain),
    ] + drafts.map { TextKind(name: $0.name, pieces: [$0]) }
  }

  /// A directive before every second paragraph; every fourth of them opens what the next one ends.
  private static func withDirectives(_ bytes: [UInt8]) -> [UInt8] {
    let directives = [
      "ignore numbering/gap", "ignore-start punctuation", "ignore-end punctuation", "ignore",
    ]
    var result: [UInt8] = []
    var paragraphs = 0
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      guard byte == 0x0A, index > 0, bytes[index - 1] == 0x0A, index + 1 < bytes.count else {
        continue
      }
      paragraphs += 1
      if paragraphs % 2 == 0 {
        let directive = directives[paragraphs / 2 % directives.count]
        result += Array("<!-- resolute: \(directive) -->\n\n".utf8)
      }
    }
    return result
  }
}
