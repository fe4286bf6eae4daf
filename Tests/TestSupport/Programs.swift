import Foundation

/// What another program said.
public struct ProgramResult: Sendable {
  public var output: [UInt8]
  public var errors: [UInt8]
  public var status: Int32

  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Other programs that tests take as judges.
public enum Programs {
  /// The full path of a program on the search path.
  public static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A program of this package, which stands beside the test bundle.
  public static func built(_ name: String) -> String? {
    let folders = [CommandLine.arguments[0], Bundle.main.executablePath ?? ""]
      .map { ($0 as NSString).deletingLastPathComponent }
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  public static func run(
    _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = []
  )
    throws -> ProgramResult
  {
    let scratch = try TemporaryFolder()
    try scratch.write("in", input)
    try scratch.write("out")
    try scratch.write("err")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle(forReadingAtPath: scratch / "in")
    process.standardOutput = FileHandle(forWritingAtPath: scratch / "out")
    process.standardError = FileHandle(forWritingAtPath: scratch / "err")
    try process.run()
    process.waitUntilExit()
    return ProgramResult(
      output: try scratch.read("out"), errors: try scratch.read("err"),
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus)
  }
}
