public import JSON

/// Options of one offer, where all that can be said is whether entries may be filled in later.
public struct ResolveOptions: Sendable, Equatable, WireWritable {
  public var resolve: Bool

  public init(resolve: Bool = false) { self.resolve = resolve }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.flag("resolveProvider", resolve) }
  }
}

public struct CompletionOptions: Sendable, Equatable, WireWritable {
  public var triggerCharacters: [String]
  public var resolve: Bool
  public var labelDetails: Bool

  public init(triggerCharacters: [String], resolve: Bool = false, labelDetails: Bool = false) {
    self.triggerCharacters = triggerCharacters
    self.resolve = resolve
    self.labelDetails = labelDetails
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.list("triggerCharacters", triggerCharacters)
      $0.flag("resolveProvider", resolve)
      guard labelDetails else { return }
      $0.key("completionItem")
      $0.object { $0.member("labelDetailsSupport", true) }
    }
  }
}

public struct SemanticTokensOptions: Sendable, Equatable, WireWritable {
  public var tokenTypes: [String]
  public var tokenModifiers: [String]
  public var range: Bool
  public var delta: Bool

  public init(tokenTypes: [String], tokenModifiers: [String], range: Bool, delta: Bool) {
    self.tokenTypes = tokenTypes
    self.tokenModifiers = tokenModifiers
    self.range = range
    self.delta = delta
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("legend")
      $0.object { writer in
        writer.member("tokenTypes", tokenTypes)
        writer.member("tokenModifiers", tokenModifiers)
      }
      $0.flag("range", range)
      $0.key("full")
      $0.object { $0.flag("delta", delta) }
    }
  }
}

public struct RenameOptions: Sendable, Equatable, WireWritable {
  /// Only for clients with `prepareSupport`; others take `true` alone.
  public var prepare: Bool

  public init(prepare: Bool) { self.prepare = prepare }

  public func write(to writer: inout JSONWriter) {
    guard prepare else { return writer.bool(true) }
    writer.object { $0.member("prepareProvider", true) }
  }
}

public struct CodeActionOptions: Sendable, Equatable, WireWritable {
  public var kinds: [CodeActionKind]
  public var resolve: Bool

  public init(kinds: [CodeActionKind], resolve: Bool = false) {
    self.kinds = kinds
    self.resolve = resolve
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.list("codeActionKinds", kinds)
      $0.flag("resolveProvider", resolve)
    }
  }
}

public struct RangeFormattingOptions: Sendable, Equatable, WireWritable {
  /// Since 3.18; only for clients with `rangesSupport`.
  public var ranges: Bool

  public init(ranges: Bool = false) { self.ranges = ranges }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.flag("rangesSupport", ranges) }
  }
}

public struct OnTypeFormattingOptions: Sendable, Equatable, WireWritable {
  public var firstTrigger: String
  public var moreTriggers: [String]

  public init(firstTrigger: String, moreTriggers: [String] = []) {
    self.firstTrigger = firstTrigger
    self.moreTriggers = moreTriggers
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("firstTriggerCharacter", firstTrigger)
      $0.list("moreTriggerCharacter", moreTriggers)
    }
  }
}

public struct DiagnosticOptions: Sendable, Equatable, WireWritable {
  public var identifier: String?
  /// Whether an edit in one text can change the findings of another.
  public var interFileDependencies: Bool
  public var workspaceDiagnostics: Bool

  public init(
    identifier: String? = nil, interFileDependencies: Bool, workspaceDiagnostics: Bool
  ) {
    self.identifier = identifier
    self.interFileDependencies = interFileDependencies
    self.workspaceDiagnostics = workspaceDiagnostics
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.optional("identifier", identifier)
      $0.member("interFileDependencies", interFileDependencies)
      $0.member("workspaceDiagnostics", workspaceDiagnostics)
    }
  }
}
