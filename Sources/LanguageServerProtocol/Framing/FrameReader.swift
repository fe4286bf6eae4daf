/// Cuts a stream of bytes into the bodies of messages (LSP 3.18, "Base Protocol").
///
/// The bytes may come in pieces of any size. Nothing that is sent can make the reader allocate more
/// than its limits or lose its place for good: after what is no header it goes on with the next
/// `Content-Length`.
public struct FrameReader: Sendable {
  public enum Event: Sendable, Equatable {
    /// The body of a message.
    case message([UInt8])
    /// Something that is no message was passed over.
    case problem(FrameProblem)
  }

  /// Bytes that a header may have.
  public static let headerLimit = 8192
  /// Bytes that a body may have; a longer one is passed over without being kept.
  public let bodyLimit: Int

  private enum State {
    case header
    case body(Int)
    case skipping(Int)
  }

  private var state = State.header
  private var header: [UInt8] = []
  private var body: [UInt8] = []
  /// In a run of garbage that has been reported once.
  private var isLost = false

  public init(bodyLimit: Int = 256 << 20) {
    self.bodyLimit = max(0, bodyLimit)
    header.reserveCapacity(128)
  }

  /// Whether the stream stands between two messages, so that its end is no loss.
  public var isBetweenMessages: Bool {
    if case .header = state { header.isEmpty } else { false }
  }

  /// Takes the next piece of the stream and gives what it completes, in order.
  public mutating func read(_ piece: [UInt8], _ emit: (Event) -> Void) {
    piece.withUnsafeBytes { read($0, emit) }
  }

  public mutating func read(_ piece: UnsafeRawBufferPointer, _ emit: (Event) -> Void) {
    var index = 0
    while index < piece.count {
      let left = piece.count - index
      switch state {
      case .header:
        readHeader(piece[index], emit)
        index += 1
      case .body(let missing):
        let count = min(missing, left)
        body.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[index..<index + count]))
        index += count
        state = .body(missing - count)
        finishBody(emit)
      case .skipping(let missing):
        let count = min(missing, left)
        index += count
        state = count == missing ? .header : .skipping(missing - count)
      }
    }
  }

  private mutating func finishBody(_ emit: (Event) -> Void) {
    guard case .body(0) = state else { return }
    state = .header
    var message: [UInt8] = []
    swap(&message, &body)
    emit(.message(message))
  }

  private mutating func readHeader(_ byte: UInt8, _ emit: (Event) -> Void) {
    header.append(byte)
    if byte == 0x0A, endsWithEmptyLine { return finishHeader(emit) }
    guard header.count > Self.headerLimit else { return }
    report(.headerTooLong, emit)
    // What may be the start of a good header at the very end is kept.
    header = Array(header.suffix(64))
  }

  private var endsWithEmptyLine: Bool {
    if header.count == 1 || header.count == 2 && header[0] == 0x0D { return true }
    return header.hasSuffix([0x0A, 0x0A]) || header.hasSuffix([0x0A, 0x0D, 0x0A])
  }

  private mutating func finishHeader(_ emit: (Event) -> Void) {
    let fields = HeaderFields(header)
    let wasEmpty = header.count <= 2
    header.removeAll(keepingCapacity: true)
    // Empty lines between messages harm nobody.
    if wasEmpty { return }
    if let problem = fields.problem { report(problem, emit) }
    guard let length = fields.length else { return }
    isLost = false
    if length > bodyLimit {
      report(.bodyTooLong(length), emit)
      isLost = false
      state = .skipping(length)
    } else if let charset = fields.charset, charset != "utf-8", charset != "utf8" {
      report(.unsupportedCharset(charset), emit)
      isLost = false
      state = length > 0 ? .skipping(length) : .header
    } else {
      // The length is only a promise: memory for it is taken as the bytes come.
      body.reserveCapacity(min(length, 1 << 20))
      state = .body(length)
      finishBody(emit)
    }
  }

  private mutating func report(_ problem: FrameProblem, _ emit: (Event) -> Void) {
    if !isLost { emit(.problem(problem)) }
    isLost = true
  }
}

/// What is wrong in a stream of messages.
public enum FrameProblem: Sendable, Equatable, CustomStringConvertible {
  case missingLength
  case invalidLength
  /// Two lengths that differ.
  case contradictoryLength
  /// Bytes that are no header stood before one.
  case garbage
  case headerTooLong
  /// A body over the limit; its bytes.
  case bodyTooLong(Int)
  case unsupportedCharset(String)

  public var description: String {
    switch self {
    case .missingLength: "a header has no Content-Length"
    case .invalidLength: "a Content-Length is not a number of bytes"
    case .contradictoryLength: "a header has two different Content-Lengths"
    case .garbage: "bytes that belong to no message were passed over"
    case .headerTooLong: "a header is longer than \(FrameReader.headerLimit) bytes"
    case .bodyTooLong(let length): "a message of \(length) bytes is over the limit"
    case .unsupportedCharset(let name): "the charset \(name) is not supported, only utf-8"
    }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
