import LanguageServerProtocol

/// The texts that the client has open, by the names it gave. Each is changed where it lies: a text with all
/// that is known of it is too large to be moved about at each keystroke.
struct OpenTexts: Sendable {
  /// `nil` only while one is taken out. Few are open at a time, so they are searched one by one.
  private var values: [OpenText?] = []
  private var names: [DocumentURI] = []

  var isEmpty: Bool { names.isEmpty }
  var keys: [DocumentURI] { names }
  var indices: Range<Int> { values.indices }

  /// Where a text lies until one is opened or closed.
  func index(of uri: DocumentURI) -> Int? { names.firstIndex(of: uri) }

  /// - Parameter index: of an open text; anything else is no text.
  subscript(index: Int) -> OpenText? {
    _read {
      if values.indices.contains(index) { yield values[index] } else { yield nil }
    }
    _modify {
      if values.indices.contains(index) {
        yield &values[index]
      } else {
        var nothing: OpenText?
        yield &nothing
      }
    }
  }

  subscript(uri: DocumentURI) -> OpenText? {
    _read {
      if let index = index(of: uri) { yield values[index] } else { yield nil }
    }
    _modify {
      if let index = index(of: uri) {
        yield &values[index]
        if values[index] == nil { remove(at: index) }
      } else {
        var new: OpenText?
        yield &new
        if let new {
          names.append(uri)
          values.append(new)
        }
      }
    }
  }

  mutating func removeValue(forKey uri: DocumentURI) -> OpenText? {
    guard let index = index(of: uri) else { return nil }
    let value = values[index]
    remove(at: index)
    return value
  }

  /// The names of those of which something holds.
  func names(where holds: (borrowing OpenText) -> Bool) -> [DocumentURI] {
    var found: [DocumentURI] = []
    for value in values {
      if let value, holds(value) { found.append(value.uri) }
    }
    return found
  }

  private mutating func remove(at index: Int) {
    names.remove(at: index)
    values.remove(at: index)
  }
}
