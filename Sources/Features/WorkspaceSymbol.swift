public import Semantics

/// A resolution, clause or annex of one of the texts of a workspace.
public struct WorkspaceSymbol: Sendable, Equatable {
  public var kind: Symbol.Kind
  /// Title, heading or annex title.
  public var name: String
  /// The subject of a resolution; for a part, the title of its resolution.
  public var container: String
  /// The key of the text in the index.
  public var text: String
  public var range: SummaryRange
}

extension TextIndex {
  /// The resolutions, clauses and annexes that have all words of a query in name or container, without
  /// regard to case; a word may be the beginning of one. Resolutions come first, then by key and
  /// place. An empty query gives the resolutions.
  /// - Parameter limit: at most this many.
  public func symbols(matching query: String, limit: Int = 500) -> [WorkspaceSymbol] {
    let words = query.lowercased().split { $0 == " " || $0 == "\t" }.map { Array($0.utf8) }
    var titles: [WorkspaceSymbol] = []
    var parts: [WorkspaceSymbol] = []
    for text in texts where titles.count < limit {
      for resolution in self[text]?.resolutions ?? [] {
        let title = resolution.title.isEmpty ? resolution.subject : resolution.title
        guard !title.isEmpty else { continue }
        let own = Self.folded(title + " " + resolution.subject)
        if words.allSatisfy({ own.contains($0) }) {
          titles.append(
            WorkspaceSymbol(
              kind: .resolution, name: title,
              container: resolution.title.isEmpty ? "" : resolution.subject, text: text,
              range: resolution.titleRange))
        }
        guard !words.isEmpty, parts.count < limit else { continue }
        for part in resolution.parts {
          let name = Self.folded(part.name)
          // One word must be the part's own, or every part of a fitting resolution would come.
          guard words.contains(where: name.contains),
            words.allSatisfy({ name.contains($0) || own.contains($0) })
          else { continue }
          parts.append(
            WorkspaceSymbol(
              kind: part.symbolKind, name: part.name, container: title, text: text,
              range: part.range))
        }
      }
    }
    return Array((titles + parts).prefix(max(0, limit)))
  }

  private static func folded(_ text: String) -> FoldedWords { FoldedWords(text) }
}

/// Words in small letters, for comparing beginnings.
private struct FoldedWords {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.lowercased().utf8) }

  /// Whether a word of the text begins with this one.
  func contains(_ word: [UInt8]) -> Bool {
    guard let head = word.first, word.count <= bytes.count else { return false }
    for start in 0...(bytes.count - word.count) where bytes[start] == head {
      let before = start > 0 ? bytes[start - 1] : 0x20
      // Chinese writes without blanks: any character beyond ASCII may begin a word.
      let begins = !(before.isWordByte) || head >= 0x80
      if begins, bytes[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self >= 0x30 && self <= 0x39 || self >= 0x80
  }
}

extension PartSummary {
  fileprivate var symbolKind: Symbol.Kind {
    switch kind {
    case .preambularClause: .preambularClause
    case .operativeClause: .operativeClause
    case .annex: .annex
    }
  }
}
