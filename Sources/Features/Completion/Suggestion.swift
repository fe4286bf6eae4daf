/// What may be written at the caret.
public struct Suggestion: Sendable, Equatable {
  public enum Kind: Sendable, Equatable, CaseIterable {
    case citation, reference, heading, addressee, acronym, label, snippet
  }

  public var kind: Kind
  /// What is shown in the list.
  public var label: String
  /// More of it: a title, the first words of a paragraph, an expansion.
  public var detail: String?
  /// A word at the end of the line: the body, the number of uses.
  public var note: String?
  /// What is replaced, in bytes from the start of the text; it holds the caret and lies on its line.
  public var range: Range<Int>
  public var text: String
  /// `text` is a snippet in the syntax of the protocol (`${1:Place}`); else it is plain.
  public var isSnippet = false
  /// Suggestions are shown in the order of these.
  public var sortKey = ""
  /// What is compared with what the author types on; begins with what stands in `range` now.
  public var filter: String
  /// What `help(for:)` takes to give the whole story.
  public var key: SuggestionKey?

  /// `text` in the syntax of snippets, whether it has places to fill in or not.
  public var snippet: String { isSnippet ? text : SnippetText.words(text).snippet }

  init(_ kind: Kind, _ label: String, replacing range: Range<Int>, with text: String) {
    self.kind = kind
    self.label = label
    self.range = range
    self.text = text
    filter = label
  }
}

/// Answer to a request for suggestions.
public struct Suggestions: Sendable, Equatable {
  public var items: [Suggestion] = []
  /// There are more; typing on should ask again.
  public var isCut = false
}

public struct SuggestionOptions: Sendable {
  /// The client puts the caret into the places of a snippet; without it snippets come as plain text.
  public var snippets: Bool
  /// At most this many texts of the register are offered; each may come in two forms.
  public var limit: Int

  public init(snippets: Bool = false, limit: Int = 12) {
    self.snippets = snippets
    self.limit = limit
  }
}

/// What a suggestion is about, small enough to travel to the client and back.
public enum SuggestionKey: Sendable, Equatable {
  /// A text of the register: body, kind, number, year of the edition.
  case text(body: String, kind: String, number: String, year: Int?)
  /// The paragraph that begins at that byte of the text.
  case paragraph(Int)
  /// A verb that opens a clause of that part.
  case clause(verb: String, part: String)
  case acronym(String)

  /// `text PP resolution 140 2018`
  public var description: String {
    switch self {
    case .text(let body, let kind, let number, let year):
      "text\t\(body)\t\(kind)\t\(number)\t\(year.map(String.init) ?? "-")"
    case .paragraph(let offset): "paragraph\t\(offset)"
    case .clause(let verb, let part): "clause\t\(verb)\t\(part)"
    case .acronym(let name): "acronym\t\(name)"
    }
  }

  /// Reads what `description` wrote; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first else { return nil }
    switch (first, parts.count) {
    case ("text", 5):
      self = .text(body: parts[1], kind: parts[2], number: parts[3], year: Int(parts[4]))
    case ("paragraph", 2):
      guard let offset = Int(parts[1]) else { return nil }
      self = .paragraph(offset)
    case ("clause", 3): self = .clause(verb: parts[1], part: parts[2])
    case ("acronym", 2): self = .acronym(parts[1])
    default: return nil
    }
  }
}
