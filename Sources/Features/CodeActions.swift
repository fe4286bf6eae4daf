internal import Revision
public import Rules
internal import Semantics
internal import Syntax
public import TextModel

/// Something that can be done to a text at a place. Making the list costs what the range has; what an
/// action does is worked out when someone asks for it.
public struct OfferedAction: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case quickFix
    case rewrite
    case move
    case fixAll
    case organizeNumbering
  }

  public var title: String
  public var kind: Kind
  /// The finding that it cures.
  public var finding: Finding?
  /// The one to take when no other is chosen.
  public var isPreferred = false
  public var work: ActionWork
}

/// What an action does, in words that outlive the message: `work.code` goes to the client and comes
/// back.
public enum ActionWork: Sendable, Equatable {
  /// These edits of the text.
  case edits([TextEdit])
  /// An edit of structure in the resolution that begins at a byte offset.
  case structure(start: Int, name: String, index: Int)
  case fixAll
  case organizeNumbering
  /// Leaves a rule out in the settings that hold for the text: for whoever knows where they are.
  case ignoreInProject(rule: String)
}

extension Draft {
  /// What can be done in a range of bytes.
  ///
  /// - Parameters:
  ///   - stableNumbers: a paragraph that is inserted leaves all others their numbers.
  ///   - wants: whether actions of a kind are asked for; those that are not cost nothing.
  public func actions(
    in range: Range<Int>, stableNumbers: Bool = false,
    wants: (OfferedAction.Kind) -> Bool = { _ in true }
  ) -> [OfferedAction] {
    var actions: [OfferedAction] = []
    if wants(.quickFix) { actions += quickFixes(in: range) }
    if wants(.rewrite) || wants(.move) {
      actions += structureActions(at: range, stableNumbers).filter { wants($0.kind) }
    }
    guard judgement.meaning.isRecognised || judgement.settings.allTexts else { return actions }
    if wants(.fixAll), hasSafeFix() {
      actions.append(
        OfferedAction(title: "Apply all safe fixes", kind: .fixAll, work: .fixAll))
    }
    if wants(.organizeNumbering), hasSafeFix(group: "numbering") {
      actions.append(
        OfferedAction(
          title: "Put all numbering in order", kind: .organizeNumbering, work: .organizeNumbering))
    }
    return actions
  }

  /// What an action does to the text as it is, or why it cannot be done.
  public func change(of work: ActionWork) -> Result<Change, ActionFault> {
    ActionTrial(self).change(of: work)
  }
}

/// Why something is not done, in words without a full stop.
public struct ActionFault: Error, Sendable, Equatable {
  public var reason: String

  public init(reason: String) { self.reason = reason }
}

extension TextEdit {
  func shifted(by offset: Int) -> TextEdit {
    TextEdit(
      range: (range.lowerBound + offset)..<(range.upperBound + offset), replacement: replacement)
  }
}
