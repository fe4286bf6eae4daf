import Rules
import Synchronization
import Workspace

/// What a run leaves for the next one over the same texts, so that only changed files are judged anew.
final class LintMemory: Sendable {
  private struct State {
    var finder: SettingsFinder?
    var texts: [NearbyText] = []
    var kept: [FilePath: (stamp: FileStamp, outcome: Examination.Outcome)] = [:]
  }

  private let state = Mutex(State())

  /// The settings of the run before, where its knowledge of other texts still holds; else nothing is
  /// kept.
  func finder(knowing texts: [NearbyText], make: () -> SettingsFinder) -> SettingsFinder {
    state.withLock { state in
      if let finder = state.finder, state.texts == texts { return finder }
      let finder = make()
      state = State(finder: finder, texts: texts)
      return finder
    }
  }

  /// Settings or an earlier edition have changed.
  func forget() { state.withLock { $0 = State() } }

  func outcome(of path: FilePath, in stamp: FileStamp?) -> Examination.Outcome? {
    state.withLock { state in
      guard let kept = state.kept[path], kept.stamp == stamp else { return nil }
      return kept.outcome
    }
  }

  func keep(_ outcome: Examination.Outcome, of path: FilePath, in stamp: FileStamp) {
    state.withLock { $0.kept[path] = (stamp, outcome) }
  }

  /// The files beside the texts whose change makes other findings: settings, registers, earlier
  /// editions. An edition among the texts is one of them too, for those that are compared with it.
  var filesBeside: [FilePath] {
    state.withLock { ($0.finder?.files ?? []) + ($0.finder?.baseFiles ?? []) }
  }
}
