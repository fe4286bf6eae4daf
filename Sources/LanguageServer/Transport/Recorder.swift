import Glibc
import JSON
import Synchronization

/// Writes a session to a file, one JSON object a line: `{"t_ms": …, "dir": "c2s", "msg": …}`, `s2c`
/// for what the server sends, and `{"t_ms": …, "dir": "exit", "code": …}` at the end. A body that is
/// no JSON stands as `{"_invalid_json": "…"}`.
public final class Recorder: Sendable {
  public enum Side: String, Sendable {
    case client = "c2s"
    case server = "s2c"
  }

  private let descriptor: Int32
  private let start = ContinuousClock.now
  private let lock = Mutex(())

  /// Starts a new file; `nil` where it cannot be written.
  public init?(path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  public func record(_ side: Side, _ body: [UInt8]) {
    write { writer in
      writer.key("dir")
      writer.string(side.rawValue)
      writer.key("msg")
      if let value = try? JSONParser().value(body) {
        // Written anew, since the client's JSON may have line ends in it.
        writer.value(value)
      } else {
        writer.beginObject()
        writer.key("_invalid_json")
        writer.string(body)
        writer.endObject()
      }
    }
  }

  public func recordExit(_ status: Int32) {
    write { writer in
      writer.key("dir")
      writer.string("exit")
      writer.key("code")
      writer.int(Int(status))
    }
  }

  private func write(_ body: (inout JSONWriter) -> Void) {
    lock.withLock { _ in
      var writer = JSONWriter()
      let time = (ContinuousClock.now - start).components
      let microseconds = time.seconds * 1_000_000 + time.attoseconds / 1_000_000_000_000
      writer.beginObject()
      writer.key("t_ms")
      writer.double(Double(microseconds) / 1000)
      body(&writer)
      writer.endObject()
      var line = writer.bytes
      line.append(0x0A)
      // The record helps to find faults; one that cannot be written must not add to them.
      line.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
        }
      }
    }
  }
}
