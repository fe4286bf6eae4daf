/// The lines of a register, sorted by body, kind and number, with what the lookup needs beside them.
/// Entries are decoded on demand, so that a register costs little to open.
final class RegisterStore: Sendable {
  struct Row {
    var start: Int32
    /// End of `body TAB kind TAB number`, which the rows are sorted by.
    var keyEnd: Int32
    var end: Int32
  }

  let bytes: [UInt8]
  let rows: [Row]
  let index: SearchIndex
  /// Highest number known by itself for each body and kind, key `PP/resolution`.
  let highest: [String: Int]

  /// - Parameter bytes: lines in the order of `RegisterRow.columns`, sorted by the bytes of their key.
  ///   Lines that are not sorted are sorted here, lines with fewer than three fields are left out.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var rows: [Row] = []
    var builder = SearchIndex.Builder(capacity: bytes.count)
    var highest: [String: Int] = [:]
    var group: [UInt8] = []
    var groupHighest = 0
    func closeGroup() {
      guard groupHighest > 0 else { return }
      let name = String(decoding: group.map { $0 == 0x09 ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
      highest[name] = max(highest[name] ?? 0, groupHighest)
    }
    var start = 0
    var tabs: [Int] = []
    while start < bytes.count {
      tabs.removeAll(keepingCapacity: true)
      var end = start
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] == 0x09 { tabs.append(end) }
        end += 1
      }
      if tabs.count >= 5, end < Int(Int32.max) {
        rows.append(Row(start: Int32(start), keyEnd: Int32(tabs[2]), end: Int32(end)))
        builder.add(bytes, line: start..<end, tabs: tabs)
        let head = bytes[start..<tabs[1]]
        if !head.elementsEqual(group) {
          closeGroup()
          group = Array(head)
          groupHighest = 0
        }
        groupHighest = max(groupHighest, wholeNumber(bytes[(tabs[1] + 1)..<tabs[2]]) ?? 0)
      }
      start = end + 1
    }
    closeGroup()
    self.highest = highest
    let order = RegisterStore.sortedOrder(rows, bytes)
    self.rows = order.map { rows[$0] }
    index = builder.build(order: order)
  }

  private static func sortedOrder(_ rows: [Row], _ bytes: [UInt8]) -> [Int] {
    let identity = Array(rows.indices)
    let sorted = zip(rows, rows.dropFirst()).allSatisfy { a, b in
      !key(b, bytes).lexicographicallyPrecedes(key(a, bytes))
    }
    if sorted { return identity }
    return identity.sorted { a, b in
      let (first, second) = (key(rows[a], bytes), key(rows[b], bytes))
      return first.elementsEqual(second) ? a < b : first.lexicographicallyPrecedes(second)
    }
  }

  private static func key(_ row: Row, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[Int(row.start)..<Int(row.keyEnd)]
  }

  /// The rows of an id, usually one.
  func rows(_ id: EntryID) -> Range<Int> {
    let wanted = Array("\(id.body)\t\(id.kind.rawValue)\t\(id.number)".utf8)
    var low = 0
    var high = rows.count
    while low < high {
      let middle = low + (high - low) / 2
      if RegisterStore.key(rows[middle], bytes).lexicographicallyPrecedes(wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < rows.count, RegisterStore.key(rows[end], bytes).elementsEqual(wanted) { end += 1 }
    return low..<end
  }

  /// The entry of a row; `nil` beyond the rows or where the line cannot be read.
  func entry(_ row: Int) -> Entry? {
    guard rows.indices.contains(row) else { return nil }
    let line = bytes[Int(rows[row].start)..<Int(rows[row].end)]
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    return try? RegisterRow.entry(fields.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The id of a row, without reading the rest of it.
  func id(_ row: Int) -> EntryID? {
    guard rows.indices.contains(row) else { return nil }
    let fields = RegisterStore.key(rows[row], bytes).split(separator: 0x09)
    guard fields.count == 3,
      let kind = TextKind(rawValue: String(decoding: fields[1], as: UTF8.self))
    else { return nil }
    return EntryID(
      body: String(decoding: fields[0], as: UTF8.self), kind: kind,
      number: String(decoding: fields[2], as: UTF8.self))
  }

  func entries(_ id: EntryID) -> [Entry] { rows(id).compactMap { entry($0) } }
}

/// The value of a text of digits alone, up to nine of them.
func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
  var value = 0
  for byte in bytes {
    guard byte.isDigit else { return nil }
    value = value * 10 + Int(byte &- 0x30)
  }
  return value
}
