// Writes the generated sources of the project: `swift run Generate` from the package's root.
// `swift run Generate --check` writes nothing, names the files that are stale and exits with 1.

import Glibc

let arguments = CommandLine.arguments.dropFirst()
if let unknown = arguments.first(where: { $0 != "--check" }) {
  Files.print("unknown argument \(unknown); usage: Generate [--check]", to: STDERR_FILENO)
  exit(2)
}

do {
  let root = "."
  let outputs = try steps.flatMap { try $0.outputs(root: root) }
  if arguments.isEmpty {
    let written = try Output.write(outputs, root: root, folders: steps.flatMap(\.folders))
    for path in written { Files.print("wrote \(path)") }
  } else {
    let stale = try Output.stale(outputs, root: root, folders: steps.flatMap(\.folders))
    for path in stale { Files.print("stale: \(path)", to: STDERR_FILENO) }
    if !stale.isEmpty { exit(1) }
  }
} catch {
  Files.print("\(error)", to: STDERR_FILENO)
  exit(2)
}
