import Grammar
import Revision
import Semantics
import Syntax
import Workspace

/// The two editions that the command line names: two texts, or the two sides of one with tracked
/// changes. What cannot be read or is no resolution is told and missing.
struct Editions {
  private(set) var old: ComparedText?
  private(set) var new: ComparedText?
  private let profile: Profile?
  private let session: Session

  init(_ operands: [Argument], _ settings: CompareSettings, _ session: Session)
    throws(UsageError)
  {
    guard let last = operands.last, operands.count <= 2 else {
      throw UsageError("compare takes two texts, the old and the new one, or one with its changes")
    }
    guard operands.count == 1 || operands[0].text != "-" || last.text != "-" else {
      throw UsageError("only one of the two texts can be standard input")
    }
    profile = settings.profile.flatMap(Profile.named)
    self.session = session
    guard let bytes = read(last) else {
      // What is wrong with the other is worth knowing, too.
      if operands.count == 2 { _ = read(operands[0]) }
      return
    }
    let first = operands.count == 2 ? read(operands[0]) : bytes
    guard let first else { return }
    let isTracked = first == bytes && !TrackedChanges(bytes).isEmpty
    guard isTracked || operands.count == 2 else {
      session.console.complain(
        "\(printable(last.text)): no tracked changes, so there is nothing to compare it with")
      return
    }
    new = text(last, bytes, isTracked ? .accepted : nil, like: nil)
    old = text(operands[0], first, isTracked ? .rejected : nil, like: new?.digest.name)
  }

  private func read(_ operand: Argument) -> [UInt8]? {
    do throws(WorkspaceError) {
      return try OutlineInput.read(operand, from: session.console.input)
    } catch {
      session.console.complain("\(printable(error.path.text)): \(error.message)")
      return nil
    }
  }

  private func text(
    _ operand: Argument, _ bytes: [UInt8], _ side: TrackedChanges.Side?, like name: TextName?
  ) -> ComparedText? {
    let found = ComparedText(
      path: operand.text, bytes: bytes, side: side, profile: profile, like: name)
    if found == nil {
      session.console.complain(
        "\(printable(operand.text)): not recognised as a resolution, so not compared")
    }
    return found
  }
}
