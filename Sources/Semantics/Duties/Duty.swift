public import Syntax

/// What one paragraph of the operative part makes someone do.
public struct Duty: Sendable, Equatable {
  /// Who: the addressees of the clause, as written, without articles. Where the clause names none,
  /// the one that the paragraph begins with ("that the Council shall ..."); empty where the
  /// conference speaks of itself.
  public var addressees: [String]
  /// The heading as a reader sees it: "instructs the Secretary-General".
  public var heading: String
  /// Without "further" or "also".
  public var verb: String
  /// As written, `nil` for a paragraph without one.
  public var label: String?
  /// What is to be done: the paragraph without its label and final mark.
  public var action: String
  /// The paragraphs of the list below, label before the text.
  public var items: [String]
  /// By when, in the words of the text.
  public var deadlines: [String]
  /// How often, in the words of the text.
  public var frequencies: [String]
  /// Whether a report is due.
  public var reports: Bool
  /// To whom, in the words of the text; may be empty where a report is due.
  public var recipients: [String]
  /// Of the paragraph, in bytes from the start of the section.
  public var span: Span

  /// How a reader would cite the paragraph: "instructs the Secretary-General 2".
  public var paragraph: String { label.map { "\(heading) \($0)" } ?? heading }
  /// Whether it is due at a time, again and again, or in a report.
  public var isDated: Bool { reports || !deadlines.isEmpty || !frequencies.isEmpty }
}
