internal import Revision

/// The labels of a reference name other paragraphs than they did in the edition before.
///
/// ## What it checks
/// A draft that revises an earlier edition is laid beside it, paragraph by paragraph. Where a reference
/// of the earlier edition named certain paragraphs, the same reference of the draft must still name them,
/// under whatever labels they have now. Only content decides: the labels may have been touched or not.
/// An author who meant other paragraphs shows it: the old labels would have been right still, all of the
/// old paragraphs are named and one more, only some of them, only new ones, or the words before the
/// reference are others. Where a paragraph cannot be found again for certain, nothing is said of it.
///
/// The earlier edition is `--base FILE`, or the text of the same body and number with the nearest earlier
/// year in the same folder or workspace; without one the rule is silent.
///
/// ## Why
/// Most resolutions are revisions, and a paragraph that is put in or taken out moves the labels of all
/// behind it. In Resolution 140 (Rev. Dubai, 2018) the Council is asked to oversee an adaptation "in line
/// with resolves 5 above", and the paragraph on adaptation is resolves 7 (CONVENTIONS 3.4).
///
/// ## Wrong
/// ```resolution base
/// *resolves*
///
/// 1 that buoys shall be painted red;
///
/// 2 that lamps shall be lit at dusk,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 2 above.
/// ```
/// ```resolution
/// *resolves*
///
/// 1 that every port shall keep a chart;
///
/// 2 that buoys shall be painted red;
///
/// 3 that lamps shall be lit at dusk,
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
/// 2 that lamps shall be lit at dusk,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 2 above.
/// ```
/// ```resolution
/// *resolves*
///
/// 1 that every port shall keep a chart;
///
/// 2 that buoys shall be painted red;
///
/// 3 that lamps shall be lit at dusk,
///
/// *instructs the Secretary-General*
///
/// to report on the measures taken under *resolves* 3 above.
/// ```
///
/// ## Fix
/// Safe where each paragraph is found again for certain: the labels that they have now. Unsafe where one
/// was split or merged, where candidates are all there is, or where the draft names more paragraphs than
/// the earlier edition did.
struct ReferenceStale: SectionRule {
  static let id = "reference/stale"
  static let severity = Severity.warning
  static let wantsBase = true

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let comparison = text.comparison else { return }
    for followed in comparison.followed where !followed.namesDeleted {
      guard let stale = FollowedText(followed, comparison, text) else { continue }
      report.add(
        "no longer names what it named in \(stale.edition): \(stale.fate)", at: stale.labels,
        related: stale.related, fixes: stale.fixes)
    }
  }
}
