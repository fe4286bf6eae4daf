/// Where the manual's pages about the rules can be read, as the user's settings say. The program knows of
/// no place itself.
struct RulePages: Sendable, Equatable {
  private let front: String
  private let back: String

  /// - Parameter address: of the folder that holds pages named `numbering-gap.md`; or, for pages with other
  ///   names, of a page, with `{rule}` in place of `numbering-gap`.
  init(_ address: String) {
    let mark = Array("{rule}".utf8)
    let bytes = Array(address.utf8)
    let place = bytes.indices.first { bytes.dropFirst($0).starts(with: mark) }
    if let place {
      front = String(decoding: bytes.prefix(place), as: UTF8.self)
      back = String(decoding: bytes.dropFirst(place).dropFirst(mark.count), as: UTF8.self)
    } else {
      front = address.hasSuffix("/") ? address : address + "/"
      back = ".md"
    }
  }

  /// - Parameter rule: `numbering/gap`.
  func page(of rule: String) -> String {
    let name = rule.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }
    return "\(front)\(String(decoding: name, as: UTF8.self))\(back)"
  }
}
