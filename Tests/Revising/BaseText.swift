/// A text as the generator sees it: clauses whose labels run on without a gap, and lines that it leaves
/// alone. It reads with its own eyes and shares nothing with the program that is to be measured.
struct BaseText {
  /// What stands in a line: words, or a reference by its index.
  enum Segment {
    case words(String)
    case reference(Int)
  }

  enum Part {
    case line([Segment])
    case clause(Int)
  }

  struct Clause {
    var headingLine: String
    /// The heading without marks, and the same without what follows the first comma.
    var names: [String]
    var isNumbered: Bool
    /// By index in `paragraphs`.
    var members: [Int]
    /// Whether it may be changed and its paragraphs named.
    var isClean: Bool
    /// What ends the last paragraph.
    var endMark: String
  }

  struct Paragraph {
    /// `- ` or nothing.
    var lead: String
    /// Marks of emphasis around the label.
    var emphasis: String
    /// Between label and text.
    var gap: String
    var text: [Segment]
    /// Lines below it: sub-items, blank lines.
    var tail: [[Segment]]
    /// The paragraphs of the old edition that it holds; empty for a new one.
    var sources: Set<Int>
    var isTouched = false

    var hasTail: Bool {
      tail.contains { line in
        line.contains {
          if case .words(let words) = $0 { return !words.allSatisfy(\.isWhitespace) }
          return true
        }
      }
    }
    var words: String {
      text.map { if case .words(let words) = $0 { words } else { "" } }.joined()
    }
    var holdsReference: Bool {
      (tail + [text]).joined().contains { if case .reference = $0 { true } else { false } }
    }
  }

  /// One label of a reference with what stands behind it: `c)` and ` ii)`.
  struct Item: Equatable {
    var target: Int
    var below: String
  }

  struct Reference {
    /// As written, marks of emphasis included, with the blank behind it.
    var head: String
    var clause: Int
    var items: [Item]
    var isRange: Bool
    var hasSerialComma: Bool
    /// Marks around each label.
    var emphasis: String
    /// ` above`, ` below` or nothing.
    var direction: String
  }

  var parts: [Part] = []
  var clauses: [Clause] = []
  var paragraphs: [Paragraph] = []
  var references: [Reference] = []

  static func label(_ place: Int, isNumbered: Bool) -> String {
    if isNumbered { return String(place + 1) }
    let letter = String(UnicodeScalar(UInt8(0x61 + place % 26)))
    return (place < 26 ? letter : letter + letter) + ")"
  }

  func label(of paragraph: Int) -> String? {
    for clause in clauses {
      if let place = clause.members.firstIndex(of: paragraph) {
        return Self.label(place, isNumbered: clause.isNumbered)
      }
    }
    return nil
  }

  func clause(of paragraph: Int) -> Int? {
    clauses.firstIndex { $0.members.contains(paragraph) }
  }

  /// The clauses that can take part in a revision.
  var cleanClauses: [Int] {
    clauses.indices.filter { clauses[$0].isClean && clauses[$0].members.count >= 2 }
  }
}
