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
      isBroken = !write(FrameWriter.header(length: body.count), body)
      return isBroken
    }
    if broke { onBroken() }
  }

  /// Both in one call where there is room, so that the client wakes once.
  private func write(_ header: [UInt8], _ body: [UInt8]) -> Bool {
    header.withUnsafeBytes { header in
      body.withUnsafeBytes { body in
        var parts = (part(header), part(body))
        let sent = withUnsafePointer(to: &parts) { parts in
          parts.withMemoryRebound(to: iovec.self, capacity: 2) { writev(descriptor, $0, 2) }
        }
        // What failed is tried again the long way, which knows why.
        let count = max(0, sent)
        return write(header.dropFirst(count)) && write(body.dropFirst(max(0, count - header.count)))
      }
    }
  }

  private func part(_ bytes: UnsafeRawBufferPointer) -> iovec {
    iovec(iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count)
  }

  private func write(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    var rest = bytes
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

/// Waits until a descriptor that does not block can be used again.
func waitUntilReady(_ descriptor: Int32, _ event: Int32) {
  var entry = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: event), revents: 0)
  _ = poll(&entry, 1, -1)
}
