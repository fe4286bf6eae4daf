extension HeadingShape {
  func shifted(by offset: Int) -> HeadingShape {
    var shape = self
    shape.span = span.shifted(by: offset)
    shape.textStart = Int32(clamping: Int(textStart) + offset)
    shape.verb = verb.shifted(by: offset)
    if !addressees.isEmpty { shape.addressees = addressees.shifted(by: offset) }
    if !endMark.isEmpty { shape.endMark = endMark.shifted(by: offset) }
    return shape
  }
}

extension TitleShape {
  func shifted(by offset: Int) -> TitleShape {
    func move(_ span: Span) -> Span { span.isEmpty ? .none : span.shifted(by: offset) }
    var shape = self
    shape.nounSpan = move(nounSpan)
    shape.number = move(number)
    shape.bracket = move(bracket)
    shape.place = move(place)
    shape.year = move(year)
    shape.revision = move(revision)
    shape.span = move(span)
    shape.rest = move(rest)
    return shape
  }
}
