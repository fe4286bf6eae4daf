import Features
import LanguageServerProtocol

/// Folds are whole lines, as every client takes them.
enum FoldingRangeHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.foldingRange = true
  }

  static func answer(
    _ request: FoldingRangeRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [FoldingRange]? {
    let text = try state.draft(of: request.uri)
    let folds = FoldingRanges(text.draft, previous: state.texts[text.uri]?.sent.folds)
    state.texts[text.uri]?.sent.folds = folds
    let all = folds.folds
    let limit = max(0, state.client.foldingRangeLimit ?? Int.max)
    // Where not all are wanted the outer ones are.
    let kept = all.count <= limit ? all : outermost(all, limit)
    return kept.map { fold in
      FoldingRange(
        startLine: fold.lines.lowerBound, endLine: fold.lines.upperBound,
        kind: fold.kind == .comment ? .comment : nil)
    }
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
