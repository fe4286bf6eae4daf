import Planting
import Revising
import Revision
import Semantics
import Syntax

/// Revisions with known truth: how many stale references are found, how often one is named that is not,
/// and what comparing two editions costs.
struct RevisionCheck {
  let options: Options

  init(_ options: Options) { self.options = options }

  fileprivate struct Score {
    var found = 0
    var missed = 0
    var wrongLabels = 0
    var falseAlarms = 0
    var right = 0
    var open = 0

    var precision: Double {
      let told = found + wrongLabels + falseAlarms
      return told > 0 ? Double(found) / Double(told) : 1
    }
    var recall: Double {
      let all = found + wrongLabels + missed
      return all > 0 ? Double(found) / Double(all) : 1
    }
  }

  func run() -> Int32 {
    let isTuning = options.has("tuning")
    let sources = options.texts().map { Source(name: $0.name, bytes: $0.bytes) }
      .filter { options.has("all") || Split.isHeldOut($0.name) != isTuning }
    let generator = RevisionGenerator(sources)
    guard generator.textCount > 0 else {
      print("no texts to revise under \(options.corpus)")
      return 2
    }
    let seed = options.seed
    let count = options.number("count", 2000)
    var score = Score()
    var modes: [String: Score] = [:]
    for revision in generator.revisions(count: count, seed: seed) {
      judge(revision, &score, &modes)
    }
    print(
      "\(count) revisions of \(generator.textCount) texts, seed \(seed): "
        + "precision \(decimals(score.precision * 100, 2)) %, "
        + "recall \(decimals(score.recall * 100, 2)) %")
    print(
      "found \(score.found), missed \(score.missed), other labels \(score.wrongLabels), "
        + "false alarms \(score.falseAlarms) of \(score.right) right, open \(score.open)")
    for mode in modes.keys.sorted() {
      guard let own = modes[mode] else { continue }
      print(
        "  \(mode): found \(own.found), missed \(own.missed), other labels \(own.wrongLabels), "
          + "false alarms \(own.falseAlarms) of \(own.right)")
    }
    return score.precision >= 0.99 && score.recall >= 0.97 ? 0 : 1
  }

  private func judge(
    _ revision: Revising.Revision, _ score: inout Score, _ modes: inout [String: Score]
  ) {
    let old = TextMeaning(Document(revision.old))
    let new = TextMeaning(Document(revision.new))
    var told: [(range: Range<Int>, followed: FollowedReference)] = []
    if let before = digest(old), let (section, after) = digestAndSection(new) {
      let alignment = Alignment(AlignmentBase(before), after)
      for followed in alignment.followedReferences {
        let span = new.sections[section].references[followed.reference].span
        told.append((span.shifted(by: new.document.starts[section]).range, followed))
      }
    }
    for truth in revision.references {
      let at = told.firstIndex { $0.range.overlaps(truth.range) }
      let followed = at.map { told.remove(at: $0).followed }
      var own = Score()
      switch truth.verdict {
      case .right:
        own.right = 1
        if followed != nil { own.falseAlarms = 1 }
      case .open: own.open = 1
      case .deleted, .staleSplit, .stale([]):
        if followed == nil { own.missed = 1 } else { own.found = 1 }
      case .stale(let labels):
        if let followed {
          if followed.labels == labels { own.found = 1 } else { own.wrongLabels = 1 }
        } else {
          own.missed = 1
        }
      }
      if options.has("list"), own.missed + own.falseAlarms + own.wrongLabels > 0 {
        print(
          "\(own.missed > 0 ? "missed" : own.falseAlarms > 0 ? "false" : "labels") "
            + "\(revision.name) \(truth.mode) \(truth.verdict) `\(truth.text)` "
            + "told \(followed?.labels ?? []) certain \(followed?.isCertain ?? false) | "
            + revision.changes.joined(separator: "; "))
      }
      score += own
      modes[truth.mode.rawValue, default: Score()] += own
    }
    score.falseAlarms += told.count
    if options.has("list") {
      for (range, _) in told { print("false elsewhere", revision.name, range) }
    }
  }

  private func digest(_ text: TextMeaning) -> EditionDigest? { digestAndSection(text)?.1 }

  private func digestAndSection(_ text: TextMeaning) -> (Int, EditionDigest)? {
    text.sections.firstIndex { $0.resolution.isRecognised }.flatMap { index in
      EditionDigest(text, resolution: index).map { (index, $0) }
    }
  }
}

extension RevisionCheck.Score {
  fileprivate static func += (left: inout Self, right: Self) {
    left.found += right.found
    left.missed += right.missed
    left.wrongLabels += right.wrongLabels
    left.falseAlarms += right.falseAlarms
    left.right += right.right
    left.open += right.open
  }
}
