import Glibc
import JSON
import LanguageServerProtocol

/// A language server as a process of its own, spoken to over its standard input and output.
final class ServerProcess {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var reader = FrameReader()
  private var arrived: [(time: UInt64, body: [UInt8])] = []
  /// When it was started.
  let born: UInt64

  init?(_ command: [String]) {
    guard let program = command.first else { return nil }
    signal(SIGPIPE, SIG_IGN)
    var toServer: [Int32] = [-1, -1]
    var fromServer: [Int32] = [-1, -1]
    guard pipe(&toServer) == 0, pipe(&fromServer) == 0 else { return nil }
    // The server is not to hold these ends itself: it would never see the end of its input.
    for end in toServer + fromServer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toServer[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromServer[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    born = now()
    let status = posix_spawnp(&child, program, &actions, nil, &arguments, environ)
    close(toServer[0])
    close(fromServer[1])
    process = child
    input = toServer[1]
    output = fromServer[0]
    guard status == 0 else {
      close(input)
      close(output)
      return nil
    }
    // Neither side may wait for the other to read.
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    _ = fcntl(input, 1031, 1 << 20)  // F_SETPIPE_SZ
    _ = fcntl(output, 1031, 1 << 20)
  }

  /// Writes a whole message, reading meanwhile.
  func send(_ frame: [UInt8]) -> Bool {
    var sent = 0
    while sent < frame.count {
      let count = frame.withUnsafeBytes { bytes in
        write(input, bytes.baseAddress.map { $0 + sent }, frame.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        var ready = [
          pollfd(fd: output, events: Int16(POLLIN), revents: 0),
          pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&ready, 2, 30_000) > 0 else { return false }
        if ready[0].revents & Int16(POLLIN) != 0, !read() { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// The next message with the moment at which its last byte was there; `nil` where none comes in time.
  func receive(within milliseconds: Int) -> (time: UInt64, body: [UInt8])? {
    let end = now() + UInt64(milliseconds) * 1_000_000
    while arrived.isEmpty {
      let time = now()
      guard time < end else { return nil }
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let left = Int32(clamping: (end - time + 999_999) / 1_000_000)
      guard poll(&ready, 1, left) > 0, read() else { return nil }
    }
    return arrived.removeFirst()
  }

  private func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let count = Glibc.read(output, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    let time = now()
    buffer.withUnsafeBytes { bytes in
      reader.read(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { event in
        if case .message(let body) = event { arrived.append((time, body)) }
      }
    }
    return true
  }

  /// Most memory that the process has had, in kilobytes.
  var peak: Int {
    let status = String(decoding: readFile("/proc/\(process)/status"), as: UTF8.self)
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
    return 0
  }

  /// Nanoseconds that all its threads have computed.
  var computed: UInt64 {
    let folder = "/proc/\(process)/task"
    guard let stream = opendir(folder) else { return 0 }
    defer { closedir(stream) }
    var total: UInt64 = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let times = String(decoding: readFile("\(folder)/\(name)/schedstat"), as: UTF8.self)
      total += times.split(separator: " ").first.flatMap { UInt64($0) } ?? 0
    }
    return total
  }

  /// Takes leave; ends the process where it does not go by itself.
  ///
  /// - Returns: the exit status; `nil` where it had to be ended.
  func finish() -> Int32? {
    close(input)
    defer { close(output) }
    var status: Int32 = 0
    for _ in 0..<2_000 {
      if waitpid(process, &status, WNOHANG) == process {
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
      }
      usleep(1_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return nil
  }
}
