internal import Catalogue
internal import Configuration
internal import Rules

/// Reads the registers and word lists that settings name. A file that is broken gives one message, and
/// what of it can be read is used.
struct KnowledgeReader {
  struct Read {
    var knowledge: Knowledge
    var reports: [ProblemReport] = []
    /// The files, those that could not be read too.
    var paths: [FilePath] = []
  }

  /// The folder of the editor's settings.
  let root: FilePath
  let loaded: [LoadedSettings]
  let texts: NearbyTexts

  func read(registers: [NamedFile], words: [NamedFile]) -> Read {
    var register: Register?
    var list: WordList?
    var reports: [ProblemReport] = []
    var paths: [FilePath] = []
    for file in registers {
      var problems: [ConfigurationProblem] = []
      if let path = path(of: file, "register", &problems) {
        paths.append(path)
        register = add(file, path, to: register ?? .standard, &problems)
      }
      reports.append(ProblemReport(problems))
    }
    for file in words {
      var problems: [ConfigurationProblem] = []
      if let path = path(of: file, "word list", &problems) {
        paths.append(path)
        list = add(file, path, to: list ?? .standard, &problems)
      }
      reports.append(ProblemReport(problems))
    }
    let knowledge = Knowledge(register: register, words: list, texts: texts)
    return Read(knowledge: knowledge, reports: reports, paths: paths)
  }

  private func problem(_ file: NamedFile, _ noun: String, _ message: String)
    -> ConfigurationProblem
  {
    ConfigurationProblem(
      file: file.file, line: file.line, column: file.column,
      message: "\(noun) '\(file.path)': \(message)")
  }

  /// `nil` for a file that may not be read.
  private func path(
    of file: NamedFile, _ noun: String, _ problems: inout [ConfigurationProblem]
  ) -> FilePath? {
    let owner = loaded.first { $0.name == file.file }
    let folder = owner?.folder ?? root
    let path = file.path.hasPrefix("/") ? FilePath(file.path) : folder.appending(file.path.utf8)
    // What comes with the texts must not make the program read elsewhere.
    let isElsewhere = path.resolved().map { !$0.isInside(folder.repository) } ?? false
    guard owner == nil || !Self.leaves(file.path) && !isElsewhere else {
      problems.append(
        problem(
          file, noun, "lies outside the folder of the configuration, so it is not read"))
      return nil
    }
    return path
  }

  private func add(
    _ file: NamedFile, _ path: FilePath, to list: WordList,
    _ problems: inout [ConfigurationProblem]
  ) -> WordList {
    do {
      let bytes = try FileReader(limit: 4 << 20).read(path).bytes
      let added = list.adding(tsv: bytes)
      if let first = added.problems.first {
        problems.append(
          ConfigurationProblem(
            file: path.shortened, line: first.line, column: first.column,
            message: first.message + Self.more(added.problems.count)))
      }
      return added.list
    } catch {
      problems.append(problem(file, "word list", error.message))
      return list
    }
  }

  private static func more(_ count: Int) -> String { count > 1 ? " (and \(count - 1) more)" : "" }

  private func add(
    _ file: NamedFile, _ path: FilePath, to register: Register,
    _ problems: inout [ConfigurationProblem]
  ) -> Register {
    func complain(_ message: String) { problems.append(problem(file, "register", message)) }
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
      problems.append(
        ConfigurationProblem(
          file: name, line: first.line, column: first.column,
          message: first.message + Self.more(added.problems.count)))
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
