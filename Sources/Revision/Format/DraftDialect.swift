/// How `fmt` types labels, headings and gaps.
public enum DraftDialect: String, CaseIterable, Sendable {
  /// As most of the text does.
  case auto
  /// `- a)` lists, `*headings*`, a blank line between blocks.
  case markdown
  /// Labels at the margin and a blank behind them, a blank line between blocks.
  case plain
  /// As a word processor pastes it: a tab behind labels, a line to a paragraph.
  case tabbed
}
