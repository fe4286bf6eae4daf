/// Drafts of the tests.
enum Drafts {
  /// A good draft, but for what is asked of it.
  static func whole(_ operative: String = "to drink tea.", preamble: String = "tea,") -> String {
    """
    # RESOLUTION 999 (Dubai, 2018)

    ## Tea in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

    *considering*

    \(preamble)

    *resolves*

    \(operative)

    """
  }

  /// Its second label is wrong.
  static let gap = whole("1 to drink tea;\n\n«3» to wash cups.")
}
