import Revision
import Semantics
import Syntax

/// Two editions compared: what became of each paragraph, which references must follow, and the time.
struct AlignmentBench {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    guard options.files.count == 2 else {
      print("usage: Benchmarks align OLD NEW")
      return 2
    }
    let texts = options.files.map { readFile($0) }
    let meanings = texts.map { TextMeaning(Document($0)) }
    let digests = meanings.compactMap { meaning in
      meaning.sections.firstIndex { $0.resolution.isRecognised }.flatMap {
        EditionDigest(meaning, resolution: $0)
      }
    }
    guard digests.count == 2 else {
      print("not recognised as resolutions")
      return 2
    }
    measure(meanings, digests)
    let alignment = Alignment(AlignmentBase(digests[0]), digests[1])
    for link in alignment.links {
      print(
        link.old.map { digests[0].name(of: $0) }.joined(separator: " + "), "->",
        link.new.map { digests[1].name(of: $0) }.joined(separator: " + "), names(link.change),
        link.likeness.map { "\($0.shared) of \($0.old) and \($0.new)" } ?? "",
        link.new.isEmpty
          ? alignment.candidates(forOld: link.old.first ?? -1).map {
            "\(digests[1].name(of: $0.new)) \($0.likeness.percent) %"
          }.joined(separator: ", ") : "")
    }
    for followed in alignment.followedReferences {
      let written = digests[1].references[followed.reference].labels
      print("written", written, "right", followed.labels ?? [], followed.isCertain)
      for target in followed.targets {
        print(
          "  ", digests[0].name(of: target.old), "->",
          target.new.map { digests[1].name(of: $0) },
          target.candidates.map { "\(digests[1].name(of: $0.new)) \($0.likeness.percent) %" })
      }
    }
    return 0
  }

  private func measure(_ meanings: [TextMeaning], _ digests: [EditionDigest]) {
    var spent: [(String, UInt64)] = []
    func time(_ name: String, _ work: () -> Void) {
      var least = UInt64.max
      for _ in 0..<7 {
        let start = computed()
        work()
        least = min(least, computed() - start)
      }
      spent.append((name, least))
    }
    let section = meanings[1].sections.first { $0.resolution.isRecognised }
    let base = AlignmentBase(digests[0])
    let alignment = Alignment(base, digests[1])
    time("digest") { if let section { _ = EditionDigest(section) } }
    time("base") { _ = AlignmentBase(digests[0]) }
    time("align") { _ = Alignment(base, digests[1]) }
    time("align again") { _ = Alignment(base, digests[1], previous: alignment) }
    time("references") { _ = alignment.followedReferences }
    time("links") { _ = alignment.links }
    for (name, nanoseconds) in spent {
      print("\(name): \(decimals(Double(nanoseconds) / 1_000_000, 3)) ms")
    }
  }

  private func names(_ change: Alignment.Change) -> String {
    let all: [(Alignment.Change, String)] = [
      (.reworded, "reworded"), (.moved, "moved"), (.relabelled, "relabelled"),
      (.inserted, "inserted"), (.deleted, "deleted"), (.split, "split"), (.merged, "merged"),
      (.references, "references"),
    ]
    return all.filter { change.contains($0.0) }.map(\.1).joined(separator: " ")
  }
}
