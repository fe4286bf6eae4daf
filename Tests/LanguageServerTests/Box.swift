import Synchronization

final class Box: Sendable {
  let value = Mutex(Bench())
}
