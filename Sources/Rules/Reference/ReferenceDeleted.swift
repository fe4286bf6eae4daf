internal import Revision

/// A paragraph that a reference named in the edition before is gone.
///
/// ## What it checks
/// Where a reference of the earlier edition named a paragraph of which nothing is left in the draft, the
/// same reference with the same labels now names something else, or nothing. What the draft is compared
/// with is told on the page of `reference/stale`. A paragraph that was written anew in the same place, so
/// that some of its words are left, counts as doubtful and is not told.
///
/// ## Why
/// The reference was written for a paragraph that nobody can read any more; the label that it had belongs
/// to another one now (CONVENTIONS 3.4).
///
/// ## Wrong
/// ```resolution base
/// *resolves*
///
/// 1 that buoys shall be painted red;
///
/// 2 that lamps shall be lit at dusk;
///
/// 3 that bells shall be rung in fog,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 2 above.
/// ```
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted red;
///
/// 2 that bells shall be rung in fog,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 2 above.
/// ```
///
/// ## Right
/// ```resolution base
/// *resolves*
///
/// 1 that buoys shall be painted red;
///
/// 2 that lamps shall be lit at dusk;
///
/// 3 that bells shall be rung in fog,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 1 and 2 above.
/// ```
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted red;
///
/// 2 that bells shall be rung in fog,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 1 above.
/// ```
///
/// ## Fix
/// Unsafe: the labels of those that are left, where there are any; the author may want to drop the
/// reference.
struct ReferenceDeleted: SectionRule {
  static let id = "reference/deleted"
  static let severity = Severity.warning
  static let wantsBase = true

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let comparison = text.comparison else { return }
    for followed in comparison.followed where followed.namesDeleted {
      guard let stale = FollowedText(followed, comparison, text) else { continue }
      report.add(
        "names a paragraph of \(stale.edition) that is gone: \(stale.fate)", at: stale.labels,
        related: stale.related, fixes: stale.fixes)
    }
  }
}
