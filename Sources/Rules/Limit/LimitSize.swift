/// A text is too large to be judged while it is written.
///
/// ## What it checks
/// An editor has a limit for the size of a text, in bytes. A larger one is not judged, and this finding
/// says so. The command line judges texts of any size.
///
/// ## Why
/// The longest resolution has some hundred thousand bytes; a file of many megabytes is something else,
/// and judging it at every keystroke would make the editor wait. Nothing is left out without a word.
///
/// ## Wrong
/// A log file of a gigabyte, opened in an editor as a resolution.
///
/// ## Right
/// A resolution.
///
/// ## Fix
/// None.
struct LimitSize: TextRule {
  static let id = "limit/size"
  static let severity = Severity.information
}

extension Finding {
  /// Says that a text is not judged because of its size; `nil` where it is within the limit.
  ///
  /// - Parameters:
  ///   - size: of the text, in bytes.
  ///   - limit: in bytes; a text of just this size is judged.
  public static func tooLarge(size: Int, limit: Int) -> Finding? {
    guard size > limit else { return nil }
    return Finding(
      rule: LimitSize.id, severity: LimitSize.severity,
      message: "the text has \(size) bytes and is not judged; the limit is \(limit)", range: 0..<0)
  }
}
