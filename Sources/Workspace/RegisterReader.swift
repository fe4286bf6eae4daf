internal import Catalogue
internal import Configuration
internal import Rules

/// Reads the registers that settings name. One that is broken gives one message, and what of it can be
/// read is used.
struct RegisterReader {
  /// The folder of the editor's settings.
  let root: FilePath
  let loaded: [SettingsFinder.Loaded]
  let texts: NearbyTexts

  func read(_ files: [RegisterFile]) -> (knowledge: Knowledge, reports: [ProblemReport]) {
    guard !files.isEmpty else { return (Knowledge(register: nil, texts: texts), []) }
    var register = Register.standard
    var reports: [ProblemReport] = []
    for file in files {
      var problems: [ConfigurationProblem] = []
      register = add(file, to: register, &problems)
      reports.append(ProblemReport(problems))
    }
    return (Knowledge(register: register, texts: texts), reports)
  }

  private func add(
    _ file: RegisterFile, to register: Register, _ problems: inout [ConfigurationProblem]
  ) -> Register {
    func complain(_ message: String) {
      problems.append(
        ConfigurationProblem(
          file: file.file, line: file.line, column: file.column,
          message: "register '\(file.path)': \(message)"))
    }
    let owner = loaded.first { $0.name == file.file }
    // What comes with the texts must not make the program read elsewhere.
    if owner != nil, Self.leaves(file.path) {
      complain("lies outside the folder of the configuration, so it is not read")
      return register
    }
    let path =
      file.path.hasPrefix("/")
      ? FilePath(file.path) : (owner?.folder ?? root).appending(file.path.utf8)
    let isJSON = file.path.hasSuffix(".json")
    guard isJSON || file.path.hasSuffix(".tsv") else {
      complain("a register is a .json or a .tsv file")
      return register
    }
    let bytes: [UInt8]
    do {
      bytes = try FileReader(limit: 64 << 20).read(path).bytes
    } catch {
      complain(error.message)
      return register
    }
    let name = path.shortened
    let added =
      isJSON ? register.adding(json: bytes, name: name) : register.adding(tsv: bytes, name: name)
    if let first = added.problems.first {
      let others = added.problems.count - 1
      let more = others > 0 ? " (and \(others) more)" : ""
      problems.append(
        ConfigurationProblem(
          file: name, line: first.line, column: first.column, message: first.message + more))
    }
    return added.register
  }

  /// Whether a path is absolute or climbs out of its folder.
  static func leaves(_ path: String) -> Bool {
    var depth = 0
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.elementsEqual("..".utf8) {
        depth -= 1
      } else if !part.isEmpty, !part.elementsEqual(".".utf8) {
        depth += 1
      }
      if depth < 0 { return true }
    }
    return path.hasPrefix("/")
  }
}
