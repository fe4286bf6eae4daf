extension EntryID {
  /// A stable address of the text, where the scheme of such addresses is sourced; `nil` for all others.
  ///
  /// The United Nations serve a document by its symbol behind `https://undocs.org/`, and the symbol of a
  /// resolution of the General Assembly since its 31st session is `A/RES/session/number` (Vanderbilt
  /// University Libraries, research guide "Find UN Documents: UN Document Symbols"). Lettered
  /// resolutions (`31/16 A`) and those of other organs are not in that source.
  public var webAddress: String? {
    guard body == "UNGA", kind == .resolution else { return nil }
    let parts = number.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
      let session = wholeNumber(Array(parts[0])[...]), session >= 31
    else { return nil }
    return "https://undocs.org/A/RES/\(number)"
  }
}
