import Features
import LanguageServerProtocol

/// Folds are whole lines, as every client takes them.
enum FoldingRangeHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.foldingRange = true
  }

  static func answer(
    _ request: FoldingRangeRequest, _ state: inout ServerState
  ) throws(ResponseError) -> WireList<FoldingRange>? {
    let text = try state.draft(of: request.uri)
    let folds = WrittenSections(text.draft, previous: state.texts[text.uri]?.sent.folds) { index in
      var json = MovableJSON()
      for fold in text.draft.folds(ofSection: index) { json.append(range(fold).jsonBytes) }
      return json
    }
    state.texts[text.uri]?.sent.folds = folds
    guard let limit = state.client.foldingRangeLimit, folds.count > max(0, limit) else {
      return .written(folds.list)
    }
    // Where not all are wanted the outer ones are.
    return .values(outermost(FoldingRanges(text.draft).folds, max(0, limit)).map(range))
  }

  private static func range(_ fold: Fold) -> FoldingRange {
    FoldingRange(
      startLine: fold.lines.lowerBound, endLine: fold.lines.upperBound,
      kind: fold.kind == .comment ? .comment : nil)
  }

  private static func outermost(_ folds: [Fold], _ limit: Int) -> [Fold] {
    let order = folds.indices.sorted {
      (folds[$0].kind.rank, $0) < (folds[$1].kind.rank, $1)
    }
    return order.prefix(limit).sorted().map { folds[$0] }
  }
}

extension Fold.Kind {
  fileprivate var rank: Int {
    switch self {
    case .resolution: 0
    case .annex: 1
    case .clause: 2
    case .paragraph, .footnotes, .comment: 3
    }
  }
}
