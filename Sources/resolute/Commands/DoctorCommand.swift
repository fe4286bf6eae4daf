import Catalogue
import Configuration
import Glibc
import Rules
import Workspace

extension CommandTable {
  static let doctor = Command(
    "doctor", "Show what a bug report needs", operands: "[PATH]",
    details: [
      "Version, system, terminal, register, and the settings in force for PATH or the current folder,"
        + " with what is wrong with them. Nothing of any text is shown.",
      "Exit status: 0, or 2 where the settings are wrong.",
    ],
    settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    guard operands.count <= 1 else { throw UsageError("doctor takes one path") }
    let path = FilePath(bytes: operands.first?.bytes ?? [UInt8(ascii: ".")])
    let findings = Diagnosis(session: session, path: path)
    session.console.output.write(findings.text())
    return findings.problems.isEmpty ? .clean : .failure
  }
}

/// What the program sees of itself and its surroundings.
private struct Diagnosis {
  let session: Session
  let path: FilePath
  let problems: [ConfigurationProblem]

  init(session: Session, path: FilePath) {
    self.session = session
    self.path = path
    let finder = SettingsFinder(.nearest, names: session.linter.names)
    let place = path.isFolder ? path.appending("-".utf8) : path
    problems = finder.settings(for: place).reports.flatMap(\.problems)
  }

  func text() -> String {
    let rows =
      [
        ("version", "resolute \(version)"), ("program", program), ("system", system),
        ("encoding", encoding), ("terminal", terminal),
        ("rules", "\(session.linter.rules().count)"),
        ("profiles", session.linter.profiles().joined(separator: " ")),
      ] + register + [("folder", printable(folder)), ("settings", settings)]
    let width = rows.map { $0.0.utf8.count }.max() ?? 0
    var out = ""
    for (name, value) in rows {
      out += name + String(repeating: " ", count: width - name.utf8.count + 2) + value + "\n"
    }
    for problem in problems { out += "  " + printable(problem.description) + "\n" }
    return out
  }

  private var program: String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? -1
    }
    guard count > 0 else { return "not told by the system" }
    return printable(String(decoding: buffer.prefix(count), as: UTF8.self))
  }

  private var system: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "not told by the system" }
    func text<T>(_ field: T) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return "\(text(names.sysname)) \(text(names.release)) \(text(names.machine)), "
      + "\(processors) processors"
  }

  private var encoding: String {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let value = names.compactMap { session.console.environment($0) }.first { !$0.isEmpty }
    guard let value else { return "texts UTF-8; locale not set" }
    let isUTF8 = value.lowercased().contains("utf-8") || value.lowercased().contains("utf8")
    return "texts UTF-8; locale \(printable(value))"
      + (isUTF8 ? "" : " (messages have characters that it may not show)")
  }

  private var terminal: String {
    let output = session.console.output.isTerminal ? "a terminal" : "no terminal"
    let colours = session.console.isColoured(.auto) ? "colours" : "no colours"
    return "\(output), \(colours)"
  }

  private var register: [(String, String)] {
    let statistics = RegisterReport(.standard).statistics
    let texts = statistics.bodies.map(\.texts).reduce(0, +)
    let known = statistics.bodies.compactMap { body in body.knownUntil.map { "\(body.body) \($0)" }
    }
    return [("register", "\(texts) texts; known until: \(known.joined(separator: ", "))")]
  }

  private var folder: String { (path.resolved() ?? path).text }

  private var settings: String {
    var folder = path.resolved() ?? path
    if !folder.isFolder { folder = folder.folder }
    while true {
      let file = folder.appending(SettingsDocument.fileName.utf8)
      if file.exists {
        let count = problems.count
        let state = count == 0 ? "no problem" : count == 1 ? "1 problem" : "\(count) problems"
        return "\(printable(file.text)): \(state)"
      }
      guard folder.folder != folder else {
        return "no \(SettingsDocument.fileName); the defaults hold"
      }
      folder = folder.folder
    }
  }
}
