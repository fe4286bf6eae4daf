import Editing
import Planting

/// Edits of structure at random: half of them in drafts of the generator, half in the texts of the corpus
/// and the examples.
struct EditRun {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    let seed = options.seed
    let count = options.number("count", 2_000)
    var random = SeededRandom(seed: seed)
    var faults: [String] = []
    var own = EditCheck()
    while own.tried < count / 2 {
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
    while real.tried < count - count / 2, let text = texts.randomElement(using: &random) {
      for _ in 0..<10 {
        if let fault = real.edit(text, &random) { faults.append(fault) }
      }
    }
    print("seed \(seed)")
    print("drafts of the generator: \(own.line)")
    print("\(texts.count) texts: \(real.line)")
    for words in real.worse.prefix(20) { print("new findings: \(words)") }
    for fault in faults.prefix(20) { print("FAULT: \(fault)") }
    print("\(faults.count) faults, \(real.worse.count) edits of texts with new findings")
    return faults.isEmpty ? 0 : 1
  }
}
