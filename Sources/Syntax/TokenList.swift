/// The tokens of a block. Those of blocks that were read in one go lie side by side in one piece of
/// memory, which is kept as long as one of them is.
@frozen
public struct TokenList: RandomAccessCollection, Equatable, @unchecked Sendable {
  @usableFromInline let store: TokenStore
  @usableFromInline let base: UnsafePointer<Token>
  public let count: Int

  fileprivate init(_ store: TokenStore, _ base: UnsafePointer<Token>, count: Int) {
    self.store = store
    self.base = base
    self.count = count
  }

  /// A copy of its own.
  public init(_ tokens: [Token]) {
    self = TokenStore(capacity: tokens.count).add(tokens)
  }

  static let none = TokenStore.empty.add([])

  /// A copy in which one token is another and those behind it stand so many bytes further on.
  func replacing(_ place: Int, by token: Token, movingRest growth: Int) -> TokenList {
    TokenStore(capacity: count).add(self, replacing: place, by: token, movingRest: growth)
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  /// `Token.none` at an index where there is none.
  @inlinable
  public subscript(index: Int) -> Token {
    guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return .none }
    defer { withExtendedLifetime(store) {} }
    return base[index]
  }

  @inlinable
  @inline(__always)
  public func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Token>) throws -> Result
  ) rethrows -> Result {
    defer { withExtendedLifetime(store) {} }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  public static func == (left: TokenList, right: TokenList) -> Bool {
    left.count == right.count && (left.base == right.base || left.elementsEqual(right))
  }

  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Token>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

/// Memory for the tokens of several blocks. It is filled while they are read, before anyone else sees
/// them, and never written again.
@usableFromInline
final class TokenStore: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Token>
  private let capacity: Int
  private var used = 0

  static let empty = TokenStore(capacity: 0)

  init(capacity: Int) {
    self.capacity = Swift.max(0, capacity)
    base = .allocate(capacity: Swift.max(1, capacity))
  }

  deinit { base.deallocate() }

  /// How many tokens more there is room for.
  var room: Int { capacity - used }

  /// Takes in a copy, where there is room for it.
  func add(_ tokens: UnsafeBufferPointer<Token>) -> TokenList {
    let count = Swift.min(tokens.count, room)
    // All threads share the empty one.
    guard count > 0 else { return TokenList(self, base, count: 0) }
    let place = base + used
    if let first = tokens.baseAddress { place.initialize(from: first, count: count) }
    used += count
    return TokenList(self, place, count: count)
  }

  func add(_ tokens: [Token]) -> TokenList { tokens.withUnsafeBufferPointer { add($0) } }

  fileprivate func add(
    _ tokens: TokenList, replacing place: Int, by token: Token, movingRest growth: Int
  ) -> TokenList {
    let copy = tokens.withUnsafeBufferPointer { add($0) }
    guard place >= 0, place < copy.count else { return copy }
    let first = base + (used - copy.count)
    first[place] = token
    guard growth != 0 else { return copy }
    let growth = UInt32(truncatingIfNeeded: growth)
    for next in (place + 1)..<Swift.max(place + 1, copy.count) { first[next].start &+= growth }
    return copy
  }
}

extension TokenList: CustomStringConvertible {
  /// The tokens alone: where they lie in memory is nothing of theirs.
  public var description: String { Array(self).description }
}
