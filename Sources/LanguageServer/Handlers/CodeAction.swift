import Features
import JSON
import LanguageServerProtocol
import Rules
import TextModel

enum CodeActionHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    // A client that knows commands alone would need one for each edit.
    guard client.codeActionKinds != nil else { return }
    capabilities.codeAction = CodeActionOptions(
      kinds: [.quickFix, .refactorRewrite, .refactorMove, .sourceFixAll, .organizeNumbering],
      resolve: client.resolvesEdits)
  }

  static func answer(
    _ request: CodeActionRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [CodeAction]? {
    guard state.client.codeActionKinds != nil else { return nil }
    let open = try state.draft(of: request.uri)
    let project = state
    let trial = ActionTrial(open.draft, knowing: state.texts[open.uri]?.sent.tried)
    defer { state.texts[open.uri]?.sent.tried = trial.tried }
    let writer = ActionWriter(
      open: open, client: state.client, request: request, trial: trial
    ) {
      project.ignoring($0, for: open.uri)
    }
    let range = open.map.offsets(of: request.range)
    return open.draft.actions(in: range, stableNumbers: open.settings.stableNumbers) {
      writer.isWanted($0)
    }.compactMap(writer.action)
  }
}

/// Makes the client's actions of those offered.
private struct ActionWriter {
  let open: OpenDraft
  let client: ClientCapabilities
  let request: CodeActionRequest
  let trial: ActionTrial
  /// The edit of the settings of the text that leaves a rule out.
  let ignoring: (_ rule: String) -> Result<WorkspaceEdit, ActionFault>

  /// Actions on the whole text are for those who ask.
  func isWanted(_ kind: OfferedAction.Kind) -> Bool {
    let kind = CodeActionKind(kind)
    guard let only = request.only else {
      return !request.isAutomatic || !kind.isKind(of: .source)
    }
    return only.contains { kind.isKind(of: $0) }
  }

  func action(_ offered: OfferedAction) -> CodeAction? {
    var action = CodeAction(title: offered.title, kind: CodeActionKind(offered.kind))
    action.isPreferred = client.codeActionPreferred && offered.isPreferred
    if let finding = offered.finding {
      let range = open.map.range(of: finding.range)
      action.diagnostics = request.diagnostics.filter {
        $0.code == finding.rule && $0.range == range
      }
    }
    if client.resolvesEdits, let data = offered.work.json(open) {
      // Whoever opens the menu is shown what can be done. The lamp beside the text comes and goes with
      // the caret; it must not cost what trying costs.
      if !request.isAutomatic, case .structure = offered.work,
        case .failure(let fault) = trial.change(of: offered.work)
      {
        guard client.codeActionDisabled else { return nil }
        action.disabledReason = fault.reason
        return action
      }
      action.data = data
      return action
    }
    if case .ignoreInProject(let rule) = offered.work {
      guard case .success(let edit) = ignoring(rule) else { return nil }
      action.edit = edit
      return action
    }
    switch trial.change(of: offered.work) {
    case .success(let change):
      guard !change.edits.isEmpty else { return nil }
      action.edit = open.workspaceEdit(change.edits, for: client)
      // The user sees no more of it than its title.
      if let words = open.words(on: change) { action.title = "\(action.title) – \(words)" }
    case .failure(let fault):
      guard client.codeActionDisabled else { return nil }
      action.disabledReason = fault.reason
    }
    return action
  }
}

extension ClientCapabilities {
  /// The edit of an action may come later, by what the action's `data` says.
  var resolvesEdits: Bool { codeActionData && codeActionResolve.contains("edit") }
}

extension CodeActionKind {
  static let organizeNumbering = CodeActionKind(rawValue: "source.organizeNumbering")

  init(_ kind: OfferedAction.Kind) {
    switch kind {
    case .quickFix: self = .quickFix
    case .rewrite: self = .refactorRewrite
    case .move: self = .refactorMove
    case .fixAll: self = .sourceFixAll
    case .organizeNumbering: self = .organizeNumbering
    }
  }
}

extension ActionWork {
  /// What is sent along to find the work again; `nil` for edits that are known already.
  func json(_ open: OpenDraft) -> JSONValue? {
    var members: JSONValue
    switch self {
    case .edits: return nil
    case .fixAll: members = ["name": "fixAll"]
    case .organizeNumbering: members = ["name": "organizeNumbering"]
    case .ignoreInProject(let rule): members = ["name": "ignoreInProject", "rule": .string(rule)]
    case .structure(let start, let name, let index):
      members = ["name": .string(name), "start": .int(start), "index": .int(index)]
    }
    guard case .object(var object) = members else { return nil }
    object["uri"] = .string(open.uri.rawValue)
    object["version"] = .int(open.version)
    members = .object(object)
    return members
  }

  init?(json: JSONValue) {
    switch json["name"]?.string {
    case "fixAll": self = .fixAll
    case "organizeNumbering": self = .organizeNumbering
    case "ignoreInProject":
      guard let rule = json["rule"]?.string, RuleInfo.named(rule) != nil else { return nil }
      self = .ignoreInProject(rule: rule)
    case let name?:
      guard let start = json["start"]?.int, let index = json["index"]?.int else { return nil }
      self = .structure(start: start, name: name, index: index)
    case nil: return nil
    }
  }
}
