import Editing
import Planting

/// Edits of structure at random: half of them in drafts of the generator, half in the texts of the corpus
/// and the examples. `--count` counts those that are made; what is refused comes on top.
struct EditRun {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    let seed = options.seed
    let count = options.number("count", 2_000)
    var random = SeededRandom(seed: seed)
    var faults: [String] = []
    var own = EditCheck()
    while own.made < count / 2 {
      let draft = DraftGenerator(&random).text
      guard let text = EditedText(Array(draft.utf8), name: "own draft", isOwn: true),
        text.faults.isEmpty
      else {
        faults.append("a draft that is not good:\n\(draft)")
        break
      }
      for _ in 0..<10 {
        if let fault = own.edit(text, &random) { faults.append("\(fault)\nin\n\(draft)") }
      }
    }
    var files = options.texts()
    if options.corpus != Options.examples { files += options.texts(in: Options.examples) }
    let texts = files.flatMap { EditedText.sections(of: $0.bytes, name: $0.name) }
    var real = EditCheck()
    while real.made < count - count / 2, real.tried < 20 * count,
      let text = texts.randomElement(using: &random)
    {
      for _ in 0..<10 {
        if let fault = real.edit(text, &random) { faults.append(fault) }
      }
    }
    print("seed \(seed)")
    for (name, check) in [("drafts of the generator", own), ("\(texts.count) texts", real)] {
      print("\(name): \(check.line)")
      for reason in check.refusals { print("  refused: \(reason)") }
    }
    for fault in faults.prefix(options.number("show", 20)) { print("FAULT: \(fault)") }
    print("\(faults.count) faults")
    return faults.isEmpty ? 0 : 1
  }
}
