public import TextModel

/// An edit of a resolution's structure. Paragraphs and clauses are named by their index in
/// `Resolution.paragraphs` and `Resolution.clauses`.
public enum StructureEdit: Sendable, Equatable {
  public enum Place: Sendable, Equatable {
    case before(Int)
    /// Behind the paragraph and everything below it.
    case after(Int)
    /// As the first paragraph of a clause that has none.
    case into(clause: Int)
  }

  /// A new paragraph without label and end mark; those follow from its place. An empty text becomes
  /// an ellipsis.
  /// - Parameter stable: the paragraph takes an insertion's number (`2bis`), and all others keep theirs.
  case insert(Place, text: String, stable: Bool = false)
  /// The paragraph with everything below it.
  case delete(Int)
  /// The clause with its heading.
  case deleteClause(Int)
  /// A new clause of one paragraph behind another. Heading and text without marks; those follow from
  /// the place. An empty text becomes an ellipsis.
  case insertClause(after: Int, heading: String, text: String)
  /// With all its paragraphs past the clause before or behind it, in its own part.
  case moveClauseUp(Int)
  case moveClauseDown(Int)
  /// The paragraphs of the clause behind go on counting in this one.
  case mergeClauses(Int)
  /// Past the paragraph before it, or to the end of the clause before.
  case moveUp(Int)
  /// Past the paragraph behind it, or to the beginning of the clause behind.
  case moveDown(Int)
  /// The paragraph and the one behind it become one.
  case merge(Int)
  /// At a byte offset in the section: what stands behind becomes a paragraph of its own.
  case split(at: Int)
  /// The paragraph gets a label. If another has it, the paragraph takes the other's place; else those
  /// behind it run on from the new label. Another form of label goes for the whole list.
  case relabel(Int, NewLabel)
  /// The list of the paragraph runs on from its first label.
  case renumber(Int)
  /// The list of bullets to which the paragraph belongs gets labels.
  case labelBullets(Int)
}

/// What is to be done to a text, and what could not follow.
public struct Revised: Sendable, Equatable {
  /// In ascending order, not overlapping; UTF-8 byte offsets from the start of the section.
  public var edits: [TextEdit]
  public var problems: [RevisionProblem]
}

/// Something that a reader has to look at behind an edit.
public struct RevisionProblem: Sendable, Equatable {
  public enum Kind: Sendable {
    /// A reference names a paragraph that is no longer there; its words were left as they are, or the
    /// label was taken out of its list.
    case deletedTarget
    /// A reference named a paragraph that is now two; it stays with the first.
    case splitTarget
    /// A reference's range of labels takes the new paragraph in.
    case widerRange
    /// A reference named its target in a way that the inverse edit will not restore.
    case rewritten
    /// Of the paragraphs that a reference names, some now stand above and some below it.
    case bothSides
    /// A reference would come to name the paragraph that it stands in.
    case selfReference
    /// A label that no paragraph has; another paragraph may have it now.
    case danglingLabel
    /// "see b) above": nothing tells which list is meant, so it was left alone.
    case looseMention
  }

  public var kind: Kind
  /// The reference before the edit: UTF-8 bytes from the start of the section.
  public var range: Range<Int>
  /// What it named before, in words: "resolves 3".
  public var lastTarget: String
}

/// Why an edit is not made.
public enum RevisionRefusal: Error, Sendable, Equatable {
  /// There is no such paragraph, clause or place, or nothing to do there.
  case notThere
  /// The place has a form that the edit does not know: the reason in words, without a full stop.
  case unclear(String)
  /// The edit can be made, but a rule would find something behind it that was not there before: its id
  /// and what it would say.
  case fault(rule: String, message: String)

  /// For whoever asked for the edit, without a full stop; `nil` where there is nothing to say but that
  /// there is nothing to do.
  public var reason: String? {
    switch self {
    case .notThere: nil
    case .unclear(let reason): reason
    case .fault(_, let message): "it would make a new fault: \(message)"
    }
  }
}
