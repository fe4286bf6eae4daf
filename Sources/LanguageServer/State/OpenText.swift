import Features
import Grammar
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// A text that the client has open: what it holds and, made when someone asks, what is known of it.
struct OpenText: Sendable {
  /// As the client wrote it.
  let uri: DocumentURI
  let languageID: String
  private(set) var version: Int
  /// The newest text.
  private(set) var document: Document
  /// The byte offset where the last change ended; `nil` in a text that was opened or saved last.
  private(set) var caret: Int?
  /// Why the text is no longer the client's; edits are refused until the whole text comes.
  private(set) var fault: String?
  /// The text is the client's as far as anyone knows.
  var isSound: Bool { fault == nil }
  /// Something was lost on the way that may have been a change of this text.
  private var isInDoubt = false
  /// What is known of the newest text or of one before it.
  private var judged: Draft?
  /// What was known before, taken apart when the answers are sent.
  private var replaced: [Draft] = []
  /// The profile that `judged` was made with whatever the text says.
  private var profile: String?
  /// Edits came since.
  private var isStale = false
  /// What was sent of this text and what it was made of, to go on from.
  var sent = SentFeatures()
  /// What was written of it last.
  var report: TextReport?
  /// Diagnostics were not yet made of this text or not of these settings.
  var owesDiagnostics = true {
    didSet { if owesDiagnostics { ready = nil } }
  }
  /// The client has asked for diagnostics.
  var isAskedFor = false
  /// Diagnostics that the client has not asked for yet, and the generation of the settings.
  private var ready: (list: WrittenDiagnostics, settings: Int)?

  init(_ item: TextDocumentItem) {
    uri = item.uri
    languageID = item.languageID
    version = item.version
    document = Document(item.text)
  }

  /// Makes the changes one after the other. The first that does not fit the text ends it: the text
  /// stays as it was before that change and is out of step with the client's from then on.
  ///
  /// - Returns: what is wrong, where this notification was the first to show it.
  mutating func apply(
    _ changes: [ContentChange], version new: Int, encoding: PositionEncoding
  ) -> String? {
    let wasSound = fault == nil
    // The last whole text heals whatever came before it.
    let whole = changes.lastIndex { $0.range == nil }
    if whole != nil { fault = nil }
    if let whole {
      caret = document.become(changes[whole].text)
      isStale = true
    } else if fault == nil, new <= version, new != 0 {
      // Twice the same, or not in order: what the text is now cannot be known.
      fault = "version \(new) came after version \(version)"
    } else if isInDoubt, new &- version != 1 {
      fault = "a change was lost before version \(new)"
    }
    isInDoubt = false
    for change in changes.dropFirst(whole.map { $0 + 1 } ?? 0) where fault == nil {
      guard let range = change.range else { continue }
      edit(range, change.text, encoding)
    }
    owesDiagnostics = true
    if fault == nil { version = new }
    return wasSound ? fault : nil
  }

  private mutating func edit(
    _ range: PositionRange, _ replacement: [UInt8], _ encoding: PositionEncoding
  ) {
    let map = PositionMap(document: document, encoding: encoding)
    guard let bytes = map.exactOffsets(of: range) else {
      fault = "an edit at \(range.text) is outside the text"
      return
    }
    document.apply(TextEdit(range: bytes, replacement: replacement))
    caret = bytes.lowerBound + replacement.count
    isStale = true
  }

  /// A change that the client made could not be read.
  mutating func desynchronise(_ reason: String) { fault = fault ?? reason }

  /// Something was lost on the way. Whether it was a change shows by the next one's version.
  mutating func doubt() { isInDoubt = true }

  /// Diagnostics made before the client asks for them.
  mutating func keepReady(_ list: WrittenDiagnostics, _ settings: Int) { ready = (list, settings) }

  /// What was made before, where it still holds; gone once it is taken.
  mutating func takeReady(_ settings: Int) -> WrittenDiagnostics? {
    defer { ready = nil }
    return ready?.settings == settings ? ready?.list : nil
  }

  /// Lets go of what is no longer true, unless a question is on its way.
  mutating func letGo() {
    if ready == nil { replaced = [] }
  }

  mutating func save() {
    guard caret != nil else { return }
    caret = nil
    owesDiagnostics = true
  }

  /// The newest text with what is known of it. What did not change since the last call is taken over.
  mutating func draft(_ settings: Settings) -> Draft {
    let rules = settings.rules(for: languageID, size: document.count)
    // Another profile reads every word anew.
    if let judged, profile == settings.profile?.id {
      if !isStale, judged.judgement.settings == rules { return judged }
      let meaning =
        isStale
        ? TextMeaning(document, previous: judged.meaning, profile: settings.profile)
        : judged.meaning
      return keep(Judgement(meaning, settings: rules, previous: judged.judgement), settings)
    }
    return keep(
      Judgement(TextMeaning(document, profile: settings.profile), settings: rules), settings)
  }

  private mutating func keep(_ judgement: Judgement, _ settings: Settings) -> Draft {
    let draft = Draft(judgement)
    // Few, should questions never come.
    if replaced.count > 2 { replaced = [] }
    if let judged { replaced.append(judged) }
    judged = draft
    profile = settings.profile?.id
    isStale = false
    return draft
  }
}

extension PositionRange {
  /// Line and character from 1, as editors show them.
  var text: String {
    "\(start.line + 1):\(start.character + 1)-\(end.line + 1):\(end.character + 1)"
  }
}
