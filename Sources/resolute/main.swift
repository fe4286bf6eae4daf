import Glibc

Signals.holdStandardStreams()
Signals.ignoreBrokenPipes()
let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
  .dropFirst().compactMap { word in
    word.map { Argument(bytes: UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
  }
exit(Program.run(arguments, console: .standard(), linter: .standard))
