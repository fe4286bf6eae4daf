public import TextModel

/// The tracked changes of one section: it is judged with all of them accepted. A *place* is an offset in
/// `Section.bytes`, where everything is read; it is the offset as written but for the rest of a word
/// that a mark cuts in two. All offsets count from the section.
public struct SectionChanges: Sendable, Equatable {
  /// Those that touch the section, cut to it.
  public let marks: [TrackedChanges.Mark]
  /// What is not judged: signs, deleted text, comments; in order, not touching one another.
  public let removed: [Range<Int>]
  let moved: [MovedBytes]
  /// Places at which nothing stands.
  let blanks: [Range<Int>]

  /// Where the byte at a place was written; a place at which nothing stands is its own.
  private func origin(of place: Int) -> Int {
    for piece in moved {
      if piece.place > place { break }
      if place < piece.place + piece.count { return piece.origin + place - piece.place }
    }
    return place
  }

  /// The bytes as written from the first to the last that stands in a range of places. An empty range
  /// stands behind the byte before it, or before the byte behind it, whichever is next to it.
  public func origin(of range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    for blank in blanks {
      if blank.lowerBound >= upper { break }
      if blank.contains(lower) { lower = min(blank.upperBound, upper) }
      if blank.contains(upper - 1) { upper = max(blank.lowerBound, lower) }
    }
    if lower < upper {
      let start = origin(of: lower)
      return start..<max(start, origin(of: upper - 1) + 1)
    }
    let place = between(range.lowerBound)
    return place..<place
  }

  private func between(_ place: Int) -> Int {
    guard let blank = blanks.first(where: { $0.lowerBound < place && place <= $0.upperBound })
    else { return place > 0 ? origin(of: place - 1) + 1 : 0 }
    if place == blank.upperBound { return origin(of: place) }
    return blank.lowerBound > 0 ? origin(of: blank.lowerBound - 1) + 1 : 0
  }

  /// The places in a range at which something stands that is judged.
  func kept(in range: Range<Int>) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    var start = range.lowerBound
    for gone in blanks where gone.overlaps(range) {
      if gone.lowerBound > start { kept.append(start..<gone.lowerBound) }
      start = max(start, gone.upperBound)
    }
    if start < range.upperBound { kept.append(start..<range.upperBound) }
    return kept
  }

  /// Edits of places as edits of the bytes as written; `nil` where one would go over the border of a
  /// mark or into deleted text.
  public func origin(of edits: [TextEdit]) -> [TextEdit]? {
    var all: [TextEdit] = []
    for edit in edits {
      // An edit that begins or ends where nothing stands took the gap for a blank of the text.
      if !edit.range.isEmpty,
        blanks.contains(where: {
          $0.contains(edit.range.lowerBound) || $0.contains(edit.range.upperBound - 1)
        })
      {
        return nil
      }
      let range = origin(of: edit.range)
      for gone in removed {
        if gone.lowerBound >= range.upperBound, !range.isEmpty { break }
        let crosses =
          range.isEmpty
          ? gone.lowerBound < range.lowerBound && range.lowerBound < gone.upperBound
          : gone.upperBound > range.lowerBound
        if crosses { return nil }
      }
      all.append(TextEdit(range: range, replacement: edit.replacement))
    }
    return all
  }

  /// Whether a range of bytes as written has something in it or at its ends that is not judged.
  public func touchesRemoved(_ range: Range<Int>) -> Bool {
    removed.contains { $0.lowerBound <= range.upperBound && $0.upperBound >= range.lowerBound }
  }
}

extension Section {
  /// The bytes in a range of places without those at which nothing stands.
  package func standing(in range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<bytes.count)
    guard let changes else { return Array(bytes[range]) }
    return changes.kept(in: range).flatMap { bytes[$0] }
  }

  /// The first place in a range at which something stands.
  package func firstStanding(in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<bytes.count)
    guard let changes else { return range.first }
    return changes.kept(in: range).first { !$0.isEmpty }?.lowerBound
  }

  /// Edits of places as edits of the bytes as written; `nil` where a tracked change is in the way.
  public func origin(of edits: [TextEdit]) -> [TextEdit]? {
    changes.map { $0.origin(of: edits) } ?? edits
  }
}

extension Document {
  /// Where the bytes at a range of places were written, from the start of the text.
  public func origin(of range: Range<Int>) -> Range<Int> {
    guard hasChanges else { return range }
    let index = section(at: range.lowerBound)
    guard sections.indices.contains(index), starts.indices.contains(index),
      let changes = sections[index].changes
    else { return range }
    let start = starts[index]
    let found = changes.origin(
      of: (range.lowerBound - start)..<(range.upperBound - start))
    return (found.lowerBound + start)..<(found.upperBound + start)
  }
}
