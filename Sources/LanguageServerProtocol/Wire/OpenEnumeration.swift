public import JSON

/// An enumeration of the protocol that later versions and other clients may extend: a value we do not
/// know is kept as it came.
public protocol OpenEnumeration: RawRepresentable, Hashable, WireReadable, WireWritable
where RawValue: WireReadable & WireWritable & Hashable {
  init(rawValue: RawValue)
}

extension OpenEnumeration {
  public init(json: JSONValue) throws(WireError) {
    self.init(rawValue: try RawValue(json: json))
  }

  public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }
}
