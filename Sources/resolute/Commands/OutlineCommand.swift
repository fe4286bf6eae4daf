import Grammar
import Semantics
import Syntax
import Workspace

/// What `outline` was told.
struct OutlineSettings: Sendable {
  var json = false
  var profile: Profile?
}

extension CommandTable {
  static let outline = Command(
    "outline", "Show the structure of a text as it was understood", operands: "PATH...",
    details: ["A PATH of '-' is standard input."], settings: OutlineSettings(),
    options: [
      OptionRow<OutlineSettings>(
        "format", value: "FORMAT", choices: ["text", "json"], "A tree of lines, or JSON"
      ) { (settings: inout OutlineSettings, value: Argument) throws(UsageError) in
        switch value.text {
        case "text": settings.json = false
        case "json": settings.json = true
        default: throw .unknown("format", value.text, among: ["text", "json"])
        }
      },
      OptionRow<OutlineSettings>("profile", value: "NAME", "Judge as this body's text, or 'auto'") {
        (settings: inout OutlineSettings, value: Argument) throws(UsageError) in
        guard value.text != "auto" else { return }
        guard let profile = Profile.named(value.text) else {
          throw .unknown("profile", value.text, among: Profile.all.map(\.id) + ["auto"])
        }
        settings.profile = profile
      },
    ]
  ) {
    (settings: OutlineSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    guard !operands.isEmpty else { throw UsageError("outline takes the path of a text") }
    var status = ExitStatus.clean
    for operand in operands {
      do throws(WorkspaceError) {
        let bytes = try OutlineInput.read(operand, from: session.console.input)
        let meaning = TextMeaning(Document(bytes), profile: settings.profile)
        if settings.json {
          var writer = OutlineJSON(path: operand.text, bytes: bytes, meaning: meaning)
          session.console.output.write(writer.text())
        } else {
          session.console.output.write(OutlineText(path: operand.text, meaning: meaning).text())
        }
      } catch {
        session.console.complain("\(error.path.text): \(error.message)")
        status = .failure
      }
    }
    return status
  }
}

/// Reads what `outline` or `compare` was given: a file, or standard input for `-`.
enum OutlineInput {
  static func read(_ operand: Argument, from descriptor: Int32 = 0) throws(WorkspaceError)
    -> [UInt8]
  {
    let path = FilePath(bytes: operand.bytes)
    if operand.text == "-" { return try FileReader().readStream(descriptor, as: path) }
    return try FileReader().read(path).bytes
  }
}
