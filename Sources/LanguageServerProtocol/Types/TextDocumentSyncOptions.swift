public import JSON

/// How the client tells of changes: always open, close and incremental changes.
public struct TextDocumentSyncOptions: Sendable, Equatable, WireWritable {
  public var willSave: Bool
  public var save: Bool

  public init(willSave: Bool = false, save: Bool = true) {
    self.willSave = willSave
    self.save = save
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("openClose", true)
      $0.member("change", TextDocumentSyncKind.incremental)
      $0.flag("willSave", willSave)
      guard save else { return }
      $0.key("save")
      $0.object { $0.member("includeText", false) }
    }
  }
}

public struct TextDocumentSyncKind: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let none = TextDocumentSyncKind(rawValue: 0)
  public static let full = TextDocumentSyncKind(rawValue: 1)
  public static let incremental = TextDocumentSyncKind(rawValue: 2)
}
