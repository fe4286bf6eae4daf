import Foundation
import JSON

/// What Foundation reads from the bytes, in our terms; `nil` where it refuses them.
func foundationValue(_ bytes: [UInt8]) -> JSONValue? {
  guard
    let object = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
  else { return nil }
  return convert(object)
}

private func convert(_ object: Any) -> JSONValue {
  switch object {
  case let array as [Any]: return .array(array.map(convert))
  case let dictionary as [String: Any]:
    var result = JSONObject()
    for (key, value) in dictionary { result[key] = convert(value) }
    return .object(result)
  case let string as String: return .string(string)
  case let number as NSNumber:
    if String(cString: number.objCType) == "c" { return .bool(number.boolValue) }
    return .double(number.doubleValue)
  default: return .null
  }
}

/// Whether two readers mean the same: members by name, numbers by value. Foundation's reader is off in
/// the last digits of some fractions, so the exact digits are tested by writing and reading.
func agree(_ left: JSONValue, _ right: JSONValue) -> Bool {
  switch (left, right) {
  case (.array(let left), .array(let right)):
    return left.count == right.count && zip(left, right).allSatisfy(agree)
  case (.object(let left), .object(let right)):
    return left.members.count == right.members.count
      && left.members.allSatisfy { member in
        right[member.key].map { agree(member.value, $0) } == true
      }
  default:
    guard let first = left.double, let second = right.double else { return left == right }
    return abs(first - second) <= abs(first) * 1e-12
  }
}
