internal import Catalogue
internal import Revision
public import Semantics
internal import Syntax
public import TextModel

/// The texts among which the earlier edition of a draft is looked for, by what their titles say.
public struct BaseShelf: Sendable {
  private var texts: [EntryID: [NearbyText]] = [:]
  private let read: @Sendable (_ file: String) -> [BaseEdition]

  /// - Parameter read: gives the resolutions of a text by the name under which it stands here; called
  ///   for each judgement, so it must remember what it has read.
  public init(_ texts: [NearbyText], read: @escaping @Sendable (_ file: String) -> [BaseEdition]) {
    for text in texts { self.texts[text.id, default: []].append(text) }
    self.read = read
  }

  /// - Parameter file: of the draft; it is never its own base, and texts of its folder come first.
  public func finder(for file: String) -> BaseFinder {
    BaseFinder { name, year in base(of: name, year, for: file) }
  }

  public func base(of name: TextName?, _ year: Int?, for file: String) -> BaseEdition? {
    guard let name, let body = name.body, let year,
      let kind = TextKind(rawValue: name.kind.rawValue)
    else { return nil }
    let id = EntryID(body: body.rawValue, kind: kind, number: name.number)
    var best: (text: NearbyText, year: Int, isBeside: Bool)?
    for text in texts[id] ?? [] where text.name != file {
      guard let own = text.edition.year, own < year else { continue }
      let isBeside = Self.folder(text.name) == Self.folder(file)
      if let best {
        if own < best.year { continue }
        if own == best.year, !isBeside || best.isBeside { continue }
      }
      best = (text, own, isBeside)
    }
    guard let best else { return nil }
    return read(best.text.name).first {
      $0.base.digest.name?.mayBe(name) == true && $0.base.digest.year == best.year
    }
  }

  private static func folder(_ file: String) -> Substring {
    file.lastIndex(of: "/").map { file[..<$0] } ?? ""
  }
}

extension BaseEdition {
  /// The resolutions of a text, each ready to be a base.
  /// - Parameters:
  ///   - file: as messages name it.
  ///   - encoding: of the columns of its places.
  public static func editions(of bytes: [UInt8], file: String, encoding: PositionEncoding)
    -> [BaseEdition]
  {
    let meaning = TextMeaning(Document(bytes))
    return meaning.sections.indices.compactMap { index in
      guard meaning.sections[index].resolution.isRecognised,
        let digest = EditionDigest(meaning, resolution: index, encoding: encoding)
      else { return nil }
      return BaseEdition(AlignmentBase(digest), file: file)
    }
  }
}
