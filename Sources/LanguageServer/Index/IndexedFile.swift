import Configuration
import Features
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel
import Workspace

/// What the index learns from a file.
struct IndexedFile: Sendable {
  var path: FilePath
  var summary: TextSummary
  /// Its title, for citations of other texts.
  var nearby: NearbyText?
  /// Why less is known than the file holds.
  var note: String?
}

/// Reads files for the index.
struct IndexReader: Sendable {
  /// Bytes of a file that is read whole; of a larger one the title is taken. The longest resolution has
  /// some hundred thousand bytes.
  static let limit = 1 << 20

  let encoding: PositionEncoding
  let finder: SettingsFinder
  private let reader = FileReader(limit: Self.limit)

  init(encoding: PositionEncoding, finder: SettingsFinder) {
    self.encoding = encoding
    self.finder = finder
  }

  /// - Returns: `nil` for a file that cannot be read or has nothing for the index.
  func read(_ path: FilePath) -> IndexedFile? {
    guard let size = reader.stamp(path)?.size else { return nil }
    let isWhole = size <= Self.limit
    let settings = finder.settings(for: path).settings
    guard
      let bytes = isWhole
        ? try? reader.read(path).bytes
        : try? reader.readFront(path, count: NearbyText.frontLength)
    else { return nil }
    let meaning = TextMeaning(Document(bytes), profile: Settings(settings).profile)
    var summary = TextSummary(meaning, encoding: encoding, all: settings.rules.allTexts)
    if !isWhole {
      summary.resolutions = summary.resolutions.prefix(1).filter { $0.name != nil }
      for index in summary.resolutions.indices {
        summary.resolutions[index].citations = []
        summary.resolutions[index].parts = []
      }
    }
    let nearby = NearbyText(
      front: Array(bytes.prefix(NearbyText.frontLength)), name: path.text)
    guard !summary.resolutions.isEmpty || nearby != nil else { return nil }
    let note =
      isWhole
      ? nil : "\(path.text) has \(size) bytes; of texts over \(Self.limit) only the title is kept"
    return IndexedFile(path: path, summary: summary, nearby: nearby, note: note)
  }
}
