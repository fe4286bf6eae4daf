import Glibc
public import LanguageServerProtocol

/// Reads messages from a file descriptor until its end.
public enum DescriptorReader {
  /// Calls `take` with the messages of each read, on the calling thread. Returns at the end of the
  /// stream or at an error of the descriptor, which is as final.
  public static func run(descriptor: Int32, take: ([FrameReader.Event]) -> Void) {
    var reader = FrameReader()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var events: [FrameReader.Event] = []
      let count = buffer.withUnsafeMutableBytes { bytes -> Int in
        let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
        if count > 0, count <= bytes.count {
          reader.read(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { events.append($0) }
        }
        return count
      }
      if !events.isEmpty { take(events) }
      if count > 0 { continue }
      guard count < 0 else { return }
      if errno == EAGAIN || errno == EWOULDBLOCK {
        waitUntilReady(descriptor, POLLIN)
      } else if errno != EINTR {
        return
      }
    }
  }
}
