internal import JSON

/// A change of the text of a `.resolute.json` that leaves its comments and its order alone.
public struct SettingsEdit: Sendable, Equatable {
  /// In bytes.
  public var range: Range<Int>
  public var text: String

  /// Adds a rule or group to `ignore`.
  ///
  /// - Returns: `nil` where it is there already, or where the text is not an object.
  public static func ignoring(_ rule: String, in bytes: [UInt8]) -> SettingsEdit? {
    guard let root = try? JSONParser(options: .settings).document(bytes).root, root.members != nil
    else { return nil }
    let quoted = "\"\(rule)\""
    guard let list = root.members?.last(where: { $0.key == "ignore" })?.value else {
      return first(quoted, in: root)
    }
    guard let elements = list.elements, !elements.contains(where: { $0.string == rule }) else {
      return nil
    }
    guard let last = elements.last else {
      let start = list.range.lowerBound + 1
      return SettingsEdit(range: start..<start, text: quoted)
    }
    let end = last.range.upperBound
    return SettingsEdit(range: end..<end, text: ", \(quoted)")
  }

  /// A new key behind the opening brace.
  private static func first(_ quoted: String, in root: JSONNode) -> SettingsEdit {
    let start = root.range.lowerBound + 1
    let comma = root.members?.isEmpty == true ? "" : ","
    return SettingsEdit(range: start..<start, text: "\n  \"ignore\": [\(quoted)]\(comma)")
  }

  /// The text of a new file.
  public static func newFile(ignoring rule: String) -> String {
    "{\n  \"ignore\": [\"\(rule)\"]\n}\n"
  }
}
