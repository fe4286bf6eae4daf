// Measurements and long checks of the library, for developers:
//   Benchmarks speed [--corpus DIR] [--select GROUP,...] [--size MB] [--largest KB]
//             [--at-least MB/S] [--at-most MS]
//                                              parse and judge, keystrokes at several sizes
//   Benchmarks keystrokes [--kind WORDS] [--largest KB] [--inside] [--program PATH] [--at-most MS]
//                                              a keystroke by kind and size of text
//   Benchmarks server [--corpus DIR] [--program PATH] [--peer COMMAND] [--sessions N] [--largest KB]
//                                              the language server from outside, and a peer
//   Benchmarks incremental [--corpus DIR] [--edits N] [--seed N] [--sabotage]
//             [--dress plain|changes|proposals|directives|all]
//   Benchmarks noise [--seconds N] [--seed N]  random bytes and hostile shapes
//   Benchmarks fuzz [--part framing|server|tree] [--seconds N] [--seed N]
//   Benchmarks citations [--corpus DIR] [--sample N --seed N | --list | --truth FILE]
//   Benchmarks revisions [--corpus DIR] [--count N] [--seed N] [--tuning | --all] [--list]
//                                              stale references in revisions with known truth
//   Benchmarks edits [--corpus DIR] [--count N] [--seed N]
//                                              random edits of structure, undone and judged
//   Benchmarks align OLD NEW                   two editions compared, and what it costs
//   Benchmarks tree FILE...                    the parsed structure
// Texts come from --corpus or RESOLUTE_CORPUS, else from Grammar/Examples.

import Glibc

let options = Options(CommandLine.arguments.dropFirst())
switch options.command {
case "speed": exit(SpeedBench(options).run())
case "keystrokes": exit(KeystrokeBench(options: options).run())
case "server": exit(ServerBench(options: options).run())
case "incremental": exit(IncrementalCheck(options).run())
case "noise": exit(NoiseCheck(options).run())
case "fuzz": exit(FuzzCheck(options: options).run())
case "citations": exit(CitationCheck(options).run())
case "revisions": exit(RevisionCheck(options).run())
case "edits": exit(EditRun(options).run())
case "align": exit(AlignmentBench(options).run())
case "tree": exit(TreeDump(options).run())
default:
  print(
    "usage: Benchmarks speed|keystrokes|server|incremental|noise|fuzz|citations|revisions|edits|align|tree [--corpus DIR] [--edits N] [--seed N]"
  )
  exit(2)
}
