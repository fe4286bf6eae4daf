internal import Semantics
internal import Syntax

/// Two clauses fit a reference equally well.
///
/// ## What it checks
/// The words of a reference name one clause: the one with exactly that heading, else the longest
/// that begins so. Where two fit alike, and both have the labels and lie in the direction named,
/// nobody can tell which is meant. A heading that stands twice is reported as such, not here.
///
/// ## Why
/// Headings with an addressee and a tail ("in consultation with ...") are cited by their beginning
/// (CONVENTIONS 3.1, 3.2).
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// to light the harbours,
///
/// *instructs the Secretary-General, in consultation with the Directors of the Bureaux*
///
/// 1 to publish a form for reports;
///
/// 2 to keep the form up to date,
///
/// *instructs the Secretary-General, in cooperation with Member States*
///
/// 1 to collect old reports;
///
/// 2 to make copies of them,
///
/// *invites Sector Members*
///
/// to help with *instructs the Secretary-General* 2 above.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// to light the harbours,
///
/// *instructs the Secretary-General, in consultation with the Directors of the Bureaux*
///
/// 1 to publish a form for reports;
///
/// 2 to keep the form up to date,
///
/// *instructs the Secretary-General, in cooperation with Member States*
///
/// 1 to collect old reports;
///
/// 2 to make copies of them,
///
/// *invites Sector Members*
///
/// to help with *instructs the Secretary-General, in cooperation with Member States* 2 above.
/// ```
///
/// ## Fix
/// None: only the author knows which clause was meant.
struct ReferenceAmbiguous: SectionRule {
  static let id = "reference/ambiguous"
  static let severity = Severity.warning
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences where !reference.rivals.isEmpty && reference.clause >= 0 {
      let clause = text.tree.clauses[reference.clause]
      guard reference.items.allSatisfy({ $0.outcome == .found }) else { continue }
      let rivals = reference.rivals.map { text.tree.clauses[$0] }
        .filter { $0.words != clause.words }
      guard !rivals.isEmpty else { continue }
      report.add(
        "this may mean `\(text.heading(clause))` or `\(text.heading(rivals[0]))`",
        at: reference.span,
        related: ([clause] + rivals).map {
          Related(message: "one that fits", range: $0.heading.span.range)
        })
    }
  }
}
