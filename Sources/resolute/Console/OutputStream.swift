import Glibc

/// A descriptor to write to, with a buffer so that many small writes cost one call.
final class OutputStream {
  enum Condition: Equatable {
    case open
    /// The other end of the pipe is gone: nothing to complain about, nothing more to say.
    case closedByReader
    /// What the system said.
    case failed(Int32)
  }

  let descriptor: Int32
  let isTerminal: Bool
  private(set) var condition = Condition.open
  private var buffer: [UInt8] = []
  private let capacity: Int

  /// - Parameter capacity: bytes to gather before they are written; 0 writes at once.
  init(descriptor: Int32, isTerminal: Bool? = nil, capacity: Int = 1 << 16) {
    self.descriptor = descriptor
    self.isTerminal = isTerminal ?? (isatty(descriptor) == 1)
    self.capacity = capacity
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    guard condition == .open else { return }
    buffer.append(contentsOf: bytes)
    if buffer.count > capacity || isTerminal { flush() }
  }

  func flush() {
    var written = 0
    while condition == .open, written < buffer.count {
      let count = buffer.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      case EPIPE: condition = .closedByReader
      default: condition = .failed(errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
