import JSON
import Workspace

/// The base that the command line names: told where it was no use for any text.
struct NamedBase {
  enum Use: Sendable {
    case compared
    /// It is the text.
    case itself
    /// It holds no edition of the text's resolution.
    case another
  }

  let path: String
  private var isCompared = false
  private var others: [FilePath] = []
  private var isItself = false

  /// `nil` where none is named.
  init?(_ settings: LintSettings) {
    guard let path = settings.options.last(where: { $0.key == "base" })?.value.string,
      path != "auto", path != "none"
    else {
      return nil
    }
    self.path = path
  }

  mutating func take(_ outcome: Examination.Outcome) {
    switch outcome.namedBase {
    case .compared: isCompared = true
    case .itself: isItself = true
    case .another: others.append(outcome.path)
    case nil: break
    }
  }

  /// What is wrong with it; `nil` where something was compared with it, or nothing could be.
  var problem: String? {
    if isCompared { return nil }
    switch others.count {
    case 0: return isItself ? "is the text itself; nothing is compared" : nil
    case 1: return "holds no edition of the resolution in '\(others[0].text)'; nothing is compared"
    default:
      return "holds no edition of the resolutions in \(others.count) texts; nothing is compared"
    }
  }
}
