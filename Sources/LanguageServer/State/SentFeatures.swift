import Features

/// What was sent of a text, so that the next answer costs what was edited since.
struct SentFeatures: Sendable {
  var tokens: Features.SemanticTokens?
  /// The name under which the client knows the tokens.
  var tokensID: String?
  var folds: WrittenSections?
  var links: WrittenSections?
  var formatting: WrittenSections?
  var symbols: WrittenSections?
  /// Edits of structure that a menu was made of.
  var tried = TriedActions()
}
