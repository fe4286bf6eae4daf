package import Syntax
internal import TextModel

/// Where the acronyms of a text stand, for those who want every place: an editor's highlights,
/// references and colours. Offsets count from the section.
package struct AcronymPlaces {
  package struct Use: Sendable {
    /// The plural's s and the tail of a compound (`-related`) left out.
    package var span: Span
    /// It stands in brackets behind the words it stands for.
    package var defines: Bool
  }

  private let section: Section

  package init(_ section: Section) { self.section = section }

  /// The acronym at an offset: its name without the plural's s, and all its uses in the text.
  package func uses(at offset: Int) -> (name: String, at: Span, uses: [Use])? {
    section.bytes.withByteView { view in
      var wanted: (key: UInt64, name: [UInt8], span: Span)?
      let touched = section.block(at: offset)
      // A word may end where the next block begins.
      for block in [touched, touched - 1] where section.blocks.indices.contains(block) {
        read(block, view) { span, spelling, _, _ in
          if wanted == nil, span.lower <= offset, offset <= span.upper {
            wanted = (spelling.key, spelling.text(view, span.lower), span)
          }
        }
        if wanted != nil { break }
      }
      guard let wanted else { return nil }
      var uses: [Use] = []
      for block in section.blocks.indices {
        read(block, view) { span, spelling, _, defines in
          guard spelling.key == wanted.key else { return }
          let length = spelling.length - (spelling.isPlural ? 1 : 0)
          uses.append(
            Use(span: Span(span.lower, span.lower + length), defines: defines(wanted.name)))
        }
      }
      return (String(decoding: wanted.name, as: UTF8.self), wanted.span, uses)
    }
  }

  /// The acronyms of a block that not everyone knows, in the order of the text. A word beside another
  /// in capitals may be one of a line in capitals and is left out.
  package func uses(inBlock block: Int, _ body: (Use) -> Void) {
    section.bytes.withByteView { view in
      read(block, view) { span, spelling, isShouted, defines in
        if AcronymTable.isKnown(spelling.key) || isShouted() { return }
        body(
          Use(
            span: Span(span.lower, span.lower + spelling.length),
            defines: defines(spelling.text(view, span.lower))))
      }
    }
  }

  private func read(
    _ block: Int, _ view: ByteView,
    _ body: (
      Span, AcronymSpelling, _ isShouted: () -> Bool, _ defines: ([UInt8]) -> Bool
    ) -> Void
  ) {
    guard section.blocks.indices.contains(block) else { return }
    switch section.blocks[block].kind {
    case .blank, .furniture, .comment, .code, .title, .annexTitle, .proposal, .sectionTitle: return
    default: break
    }
    let start = section.start(ofBlock: block)
    section.blocks[block].tokens.withUnsafeBufferPointer { tokens in
      var taken = -1
      let names = section.blocks[block].index.names
      var next = names.next(from: 0)
      while next < tokens.count {
        let first = next
        let token = tokens[first]
        next = names.next(from: first + 1)
        guard first > taken, token.length > 1, token.flags.contains(.capital),
          view.hasCapital(from: start + Int(token.start) + 1, to: start + token.end)
        else { continue }
        let last = AcronymTable.last(tokens, from: first)
        taken = last
        let span = Span(Int(token.start), tokens[last].end).shifted(by: start)
        guard let spelling = AcronymSpelling(view, span),
          !Surroundings.isSymbol(tokens, first, last)
        else { continue }
        body(span, spelling, { Surroundings(tokens, first, last).isShouted }) { name in
          Surroundings.isBracketed(tokens, first, last)
            && Expansion.fits(name, tokens[..<max(0, first - 1)], view, start)
        }
      }
    }
  }
}
