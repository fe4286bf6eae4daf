internal import Grammar
internal import Syntax

/// A form of the word list as it stands in a block.
struct WrittenTerm {
  var term: Term
  var written: String
  /// The right form, with the capital of the written one.
  var right: String
  var span: Span

  static func all(in block: BlockContext, of kind: Term.Kind) -> [WrittenTerm] {
    guard block.words.hasNotes else { return [] }
    let tokens = block.tokens
    return block.words.notes.compactMap { note in
      guard note.kind == .term, block.terms.entries.indices.contains(Int(note.entry)),
        tokens.indices.contains(Int(note.token)), tokens.indices.contains(Int(note.last))
      else { return nil }
      let term = block.terms.entries[Int(note.entry)].term
      guard term.kind == kind else { return nil }
      let first = tokens[Int(note.token)]
      var span = Span(Int(first.start), tokens[Int(note.last)].end)
      var right = term.right
      if first.flags.contains(.capital), let letter = right.first, term.form.first == letter {
        right = letter.uppercased() + right.dropFirst()
      }
      // The s of the owner stays as it is.
      if right.hasSuffix("'s"), block.byte(span.upper - 2) == 0x27 {
        right.removeLast(2)
        span = Span(span.lower, span.upper - 2)
      }
      return WrittenTerm(term: term, written: block.string(span), right: right, span: span)
    }
  }
}
