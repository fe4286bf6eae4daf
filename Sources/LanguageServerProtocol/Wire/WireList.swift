public import JSON

/// A list: values, or the JSON of a list for a server that keeps what it wrote.
public enum WireList<Element: WireWritable & Equatable>: Sendable, Equatable, WireWritable,
  ExpressibleByArrayLiteral
{
  case values([Element])
  /// One JSON array in UTF-8.
  case written([UInt8])

  public init(arrayLiteral elements: Element...) { self = .values(elements) }

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .values(let values): values.write(to: &writer)
    case .written(let bytes): writer.raw(bytes)
    }
  }

  public var knownLength: Int { if case .written(let bytes) = self { bytes.count } else { 0 } }
}
