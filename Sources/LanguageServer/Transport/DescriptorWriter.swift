import Glibc
import LanguageServerProtocol
import Synchronization

/// Sends messages over a file descriptor, whole and one after another whatever thread they come from.
public final class DescriptorWriter: MessageOutlet {
  private let descriptor: Int32
  private let isBroken = Mutex(false)
  private let onBroken: @Sendable () -> Void
  private let recorder: Recorder?

  /// - Parameter onBroken: called once, when the other side no longer reads.
  public init(
    descriptor: Int32, recorder: Recorder? = nil, onBroken: @escaping @Sendable () -> Void
  ) {
    self.descriptor = descriptor
    self.recorder = recorder
    self.onBroken = onBroken
  }

  public func send(_ body: [UInt8]) {
    let broke = isBroken.withLock { isBroken -> Bool in
      guard !isBroken else { return false }
      recorder?.record(.server, body)
      // A short message goes out in one write: the reader wakes once.
      let isWritten =
        body.count <= 1 << 16
        ? write(FrameWriter.frame(body))
        : write(FrameWriter.header(length: body.count)) && write(body)
      isBroken = !isWritten
      return isBroken
    }
    if broke { onBroken() }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, start, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
          waitUntilReady(descriptor, POLLOUT)
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}

/// Waits until a descriptor that does not block can be used again.
func waitUntilReady(_ descriptor: Int32, _ event: Int32) {
  var entry = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: event), revents: 0)
  _ = poll(&entry, 1, -1)
}
