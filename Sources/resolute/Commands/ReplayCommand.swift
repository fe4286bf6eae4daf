import JSON
import LanguageServer
import Workspace

extension CommandTable {
  static let replay = Command(
    "replay", "Play a session recorded by 'lsp --log' to a fresh server", operands: "FILE",
    details: [
      "Writes what the server sends, a message a line. The exit status is 2 where the record is"
        + " damaged, else 0."
    ],
    settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    guard let file = operands.first, operands.count == 1 else {
      throw UsageError("replay takes the file of one recorded session")
    }
    let recording: Recording
    do throws(WorkspaceError) {
      recording = Recording(try FileReader().read(FilePath(bytes: file.bytes)).bytes)
    } catch {
      session.console.complain("\(error.path.text): \(error.message)")
      return .failure
    }
    let server = InProcessConnection(
      state: ServerState(), routes: ResolutionServer.routes(version: version))
    for message in recording.play(to: server) {
      var line = JSONWriter()
      line.value(message)
      session.console.output.write(line.bytes + [0x0A])
    }
    for problem in recording.problems {
      session.console.complain("\(file.text):\(problem.line): \(problem.message)")
    }
    return recording.problems.isEmpty ? .clean : .failure
  }
}
