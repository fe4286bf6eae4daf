/// Reads the words behind a command's name with the command's table of options.
///
/// `--name value`, `--name=value`, `-n value`, `-nvalue`, switches together as `-qx`; `--` ends the
/// options; `-` is an operand. Options and operands may be mixed.
struct ArgumentParser<Settings> {
  struct Result {
    var settings: Settings
    var operands: [Argument] = []
    /// `--help` was among the words; what stands behind it was not read.
    var wantsHelp = false
  }

  let command: String
  let rows: [OptionRow<Settings>]

  func parse(_ arguments: [Argument], into settings: Settings) throws(UsageError) -> Result {
    var result = Result(settings: settings)
    var words = arguments[...]
    while let word = words.popFirst() {
      if word.bytes == Array("--".utf8) {
        result.operands += words
        break
      } else if word.bytes.starts(with: Array("--".utf8)) {
        try readLong(word, &words, &result)
      } else if word.bytes.first == UInt8(ascii: "-"), word.bytes.count > 1 {
        try readShort(word, &words, &result)
      } else {
        result.operands.append(word)
      }
      if result.wantsHelp { break }
    }
    return result
  }

  private func readLong(
    _ word: Argument, _ words: inout ArraySlice<Argument>, _ result: inout Result
  ) throws(UsageError) {
    let body = word.bytes.dropFirst(2)
    let equals = body.firstIndex(of: UInt8(ascii: "="))
    let name = String(decoding: body[..<(equals ?? body.endIndex)], as: UTF8.self)
    let attached = equals.map { Argument(bytes: body[($0 + 1)...]) }
    if name == "help" {
      result.wantsHelp = true
      return
    }
    guard let row = rows.first(where: { $0.description.long == name }) else {
      throw unknown("--\(name)")
    }
    guard row.description.value != nil else {
      guard attached == nil else {
        throw UsageError("option '--\(name)' takes no value")
      }
      return try row.apply(&result.settings, "")
    }
    let value = if let attached { attached } else { try following(row, &words) }
    try row.apply(&result.settings, value)
  }

  private func readShort(
    _ word: Argument, _ words: inout ArraySlice<Argument>, _ result: inout Result
  ) throws(UsageError) {
    var letters = word.bytes.dropFirst()
    while let letter = letters.popFirst() {
      let name = String(decoding: [letter], as: UTF8.self)
      if name == "h" {
        result.wantsHelp = true
        return
      }
      guard let row = rows.first(where: { $0.description.short == name }) else {
        throw unknown(letter < 0x80 ? "-\(name)" : word.text)
      }
      guard row.description.value != nil else {
        try row.apply(&result.settings, "")
        continue
      }
      let value = letters.isEmpty ? try following(row, &words) : Argument(bytes: letters)
      return try row.apply(&result.settings, value)
    }
  }

  /// The value in a word of its own. Another option there means that the value was forgotten.
  private func following(_ row: OptionRow<Settings>, _ words: inout ArraySlice<Argument>)
    throws(UsageError) -> Argument
  {
    let name = row.description.long
    let value = row.description.value ?? ""
    guard let word = words.first else {
      throw UsageError("option '--\(name)' needs a value: --\(name) \(value)")
    }
    guard !word.bytes.starts(with: Array("--".utf8)) else {
      throw UsageError(
        "option '--\(name)' needs a value before '\(printable(word.text))'"
          + " (a value that begins so is written --\(name)=\(printable(word.text)))")
    }
    words.removeFirst()
    return word
  }

  private func unknown(_ name: String) -> UsageError {
    let known = rows.map { "--\($0.description.long)" } + ["--help"]
    return .unknown("option of \(command)", name, among: name.hasPrefix("--") ? known : [])
  }
}
