/// Puts the header before the body of a message.
public enum FrameWriter {
  /// The header of a body of so many bytes, its empty line included.
  public static func header(length: Int) -> [UInt8] {
    Array("Content-Length: \(length)\r\n\r\n".utf8)
  }

  /// A message ready to be sent.
  public static func frame(_ body: [UInt8]) -> [UInt8] {
    var result = header(length: body.count)
    result.reserveCapacity(result.count + body.count)
    result.append(contentsOf: body)
    return result
  }
}
