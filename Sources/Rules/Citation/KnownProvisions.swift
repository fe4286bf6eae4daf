internal import Catalogue
internal import Synchronization

/// Provisions that were looked up before: texts cite the same few, and a look runs over all articles.
enum KnownProvisions {
  private struct Key: Hashable {
    var instrument: Instrument
    var number: String
    var article: String?
  }

  private static let kept = Mutex<[Key: ProvisionStanding]>([:])
  private static let limit = 8_192

  static func standing(_ number: String, of instrument: Instrument, in article: String?)
    -> ProvisionStanding
  {
    let key = Key(instrument: instrument, number: number, article: article)
    if let known = kept.withLock({ $0[key] }) { return known }
    let new = Register.standard.check(provision: number, of: instrument, inArticle: article)
    kept.withLock {
      if $0.count >= limit { $0.removeAll() }
      $0[key] = new
    }
    return new
  }

  /// The highest number of an article.
  static let lastArticle: [Instrument: Int] = Register.articles.reduce(into: [:]) {
    $0[$1.instrument] = max($0[$1.instrument] ?? 0, Int($1.number) ?? 0)
  }
}
