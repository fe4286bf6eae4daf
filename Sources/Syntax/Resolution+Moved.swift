extension Resolution {
  /// The tree behind a change of a word that is none of its own.
  func moved(by change: WordChange) -> Resolution {
    guard change.growth != 0 else { return self }
    var tree = self
    tree.proposal = proposal?.moved(by: change)
    tree.title = title?.moved(by: change)
    tree.subject = change.move(subject)
    tree.referenceLine = change.move(referenceLine)
    tree.formula = formula?.moved(by: change)
    for index in tree.clauses.indices {
      tree.clauses[index].heading.move(by: change)
    }
    for index in tree.paragraphs.indices where tree.paragraphs[index].span.upper > change.old.lower
    {
      tree.paragraphs[index].move(by: change)
    }
    for index in tree.annexes.indices {
      tree.annexes[index].title = tree.annexes[index].title.moved(by: change)
      tree.annexes[index].span = change.move(tree.annexes[index].span)
    }
    for index in tree.footnotes.indices {
      tree.footnotes[index].mark = change.move(tree.footnotes[index].mark)
      tree.footnotes[index].text = change.move(tree.footnotes[index].text)
    }
    tree.closings = closings.map(change.move)
    tree.reasons = change.move(reasons)
    tree.comments = comments.map(change.move)
    tree.start = change.move(start)
    return tree
  }
}

extension Paragraph {
  fileprivate mutating func move(by change: WordChange) {
    span = change.move(span)
    text = change.move(text)
    endSpan = change.move(endSpan)
    end = change.move(end)
    guard var label else { return }
    label.span = change.move(label.span)
    label.textStart = change.move(label.textStart)
    self.label = label
  }
}

extension TitleShape {
  /// A title is one line: all of it lies before the word, or behind it.
  fileprivate func moved(by change: WordChange) -> TitleShape {
    span.lower > change.old.lower ? shifted(by: change.growth) : self
  }
}

extension HeadingShape {
  fileprivate mutating func move(by change: WordChange) {
    if span.lower > change.old.lower { self = shifted(by: change.growth) }
  }
}
