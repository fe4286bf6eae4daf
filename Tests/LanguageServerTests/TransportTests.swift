import Dispatch
import Foundation
import Glibc
import JSON
import LanguageServerProtocol
import Synchronization
import Testing

@testable import LanguageServer

@Suite struct TransportTests {
  private func pipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    #expect(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func messagesGoThroughAPipeWhole() {
    let (input, output) = pipe()
    let large = [UInt8](repeating: 0x61, count: 3_000_000)
    let bodies: [[UInt8]] = [Array("{}".utf8), large, [], Array("\"é\"".utf8)]
    let writer = DescriptorWriter(descriptor: output) {}
    let sender = Thread {
      for body in bodies { writer.send(body) }
      close(output)
    }
    sender.start()
    var received: [[UInt8]] = []
    DescriptorReader.run(descriptor: input) { events in
      for case .message(let body) in events { received.append(body) }
    }
    close(input)
    #expect(received == bodies)
  }

  @Test func aPipeThatDoesNotBlockIsWaitedFor() {
    let (input, output) = pipe()
    for end in [input, output] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
    let body = [UInt8](repeating: 0x62, count: 500_000)
    let writer = DescriptorWriter(descriptor: output) {}
    let sender = Thread {
      usleep(20_000)
      writer.send(body)
      close(output)
    }
    sender.start()
    var received: [[UInt8]] = []
    DescriptorReader.run(descriptor: input) { events in
      for case .message(let body) in events { received.append(body) }
    }
    close(input)
    #expect(received == [body])
  }

  @Test func messagesOfManyThreadsDoNotMix() {
    let (input, output) = pipe()
    let writer = DescriptorWriter(descriptor: output) {}
    let sender = Thread {
      DispatchQueue.concurrentPerform(iterations: 200) { index in
        writer.send([UInt8](repeating: UInt8(index), count: 100 + index * 500))
      }
      close(output)
    }
    sender.start()
    var seen: Set<UInt8> = []
    var isWhole = true
    DescriptorReader.run(descriptor: input) { events in
      for event in events {
        guard case .message(let body) = event, let first = body.first else {
          isWhole = false
          continue
        }
        isWhole = isWhole && body.count == 100 + Int(first) * 500
        isWhole = isWhole && body.allSatisfy { $0 == first }
        seen.insert(first)
      }
    }
    close(input)
    #expect(isWhole)
    #expect(seen.count == 200)
  }

  @Test func aBrokenPipeIsToldOnce() {
    signal(SIGPIPE, SIG_IGN)
    let (input, output) = pipe()
    let count = Atomic<Int>(0)
    let writer = DescriptorWriter(descriptor: output) { count.add(1, ordering: .relaxed) }
    writer.send([1])
    #expect(count.load(ordering: .relaxed) == 0)
    close(input)
    for _ in 0..<3 { writer.send([1]) }
    #expect(count.load(ordering: .relaxed) == 1)
    close(output)
  }

  @Test func theDeathOfAProcessIsSeen() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "read line"]
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    let died = DispatchSemaphore(value: 0)
    let other = Atomic<Int>(0)
    let watch = ProcessWatch(interval: 0.02)
    watch.watch(Int(process.processIdentifier)) { other.add(1, ordering: .relaxed) }
    watch.watch(Int(process.processIdentifier)) { died.signal() }
    #expect(died.wait(timeout: .now() + 0.2) == .timedOut)
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(died.wait(timeout: .now() + 10) == .success)
    // The earlier watch was replaced.
    #expect(other.load(ordering: .relaxed) == 0)
    #expect(ProcessWatch.isAlive(getpid()))
  }

  @Test(arguments: [0, -1, -7, Int.min, Int.max, 1 << 40])
  func idsOfNoProcessAreIgnored(id: Int) {
    let died = DispatchSemaphore(value: 0)
    ProcessWatch(interval: 0.01).watch(id) { died.signal() }
    #expect(died.wait(timeout: .now() + 0.05) == .timedOut)
  }
}
