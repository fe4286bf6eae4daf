extension String {
  /// Whether its bytes hold those of another text. The search of the standard library for a text in a
  /// text brings the engine of regular expressions into the program, more than a megabyte.
  public func holds(_ part: String) -> Bool {
    var rest = Substring(self).utf8
    while !rest.isEmpty {
      if rest.starts(with: part.utf8) { return true }
      rest = rest.dropFirst()
    }
    return part.isEmpty
  }
}
