/// Text from outside on its way into the formats that the reports are written in.
enum Markup {
  /// For HTML and SVG, in content and in quoted attributes. Controls become blanks.
  static func html(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
      }
    }
    return out
  }

  /// JSON inside a script element, which `</script>` and `<!--` would end.
  static func script(_ json: String) -> String {
    replacing(json) { $0 == "<" ? "\\u003c" : nil }
  }

  /// A cell of a Markdown table.
  static func markdown(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "|": "\\|"
      case "<": "&lt;"
      case "\\": "\\\\"
      case "*", "_", "`", "[": "\\\(scalar)"
      default: scalar.value < 0x20 ? " " : nil
      }
    }
  }

  /// A cell of a comma-separated file (RFC 4180). What a spreadsheet would take for a formula gets an
  /// apostrophe before it.
  static func csv(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"" + replacing(text) { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  /// A string of the DOT language, quotes included.
  static func dot(_ text: String) -> String {
    "\"" + replacing(text) { $0 == "\"" ? "\\\"" : $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : nil }
      + "\""
  }

  /// A label of Mermaid, quotes included; its entities begin with `#`.
  static func mermaid(_ text: String) -> String {
    "\""
      + replacing(text) { scalar in
        switch scalar {
        case "\"": "#quot;"
        case "#": "#35;"
        case "<": "#lt;"
        case ">": "#gt;"
        case "&": "#amp;"
        default: scalar.value < 0x20 ? " " : nil
        }
      } + "\""
  }

  /// At most so many characters, cut at a blank.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    let head = text.prefix(max(0, limit - 1))
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<cut] + "…"
  }

  private static func replacing(_ text: String, _ change: (Unicode.Scalar) -> String?) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let new = change(scalar) { out += new } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}
